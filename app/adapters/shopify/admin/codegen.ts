/**
 * `npm run codegen`: writes operations.generated.ts from documents.ts and the schema file, without network.
 * Only what the operations use is emitted.
 */
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildClientSchema, parse, printSchema, type IntrospectionQuery } from "graphql";
import { DOCUMENTS } from "./documents.ts";

const SCHEMA = new URL("../../../../simulator/shopify/schema/admin_2026-10.json.gz", import.meta.url);
const OUTPUT = new URL("./operations.generated.ts", import.meta.url);

/** The real Admin API 2026-10 as Shopify publishes it (npm @shopify/dev-mcp 1.16.0, ISC). */
export const readAdminSchema = async (): Promise<IntrospectionQuery> => {
  const text = gunzipSync(await readFile(SCHEMA)).toString("utf8");
  return (JSON.parse(text) as { data: IntrospectionQuery }).data;
};

/** Shopify adds enum values within a version, and an unknown one must never break a sync: every enum becomes plain text. Descriptions stay behind. */
const withOpenEnums = (introspection: IntrospectionQuery): IntrospectionQuery =>
  JSON.parse(JSON.stringify(introspection), (key, value: unknown) => {
    if (key === "description") return null;
    if (key === "types" && Array.isArray(value)) return value.map((type: { kind: string; name: string }) => (type.kind === "ENUM" && !type.name.startsWith("__") ? { kind: "SCALAR", name: type.name } : type));
    return value;
  }) as IntrospectionQuery;

/** The text of operations.generated.ts. */
export const generateOperations = async (): Promise<string> => {
  const schema = buildClientSchema(withOpenEnums(await readAdminSchema()), { assumeValid: true });
  const body = await codegen({
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: DOCUMENTS.map((text, index) => ({ location: `documents.ts#${index}`, document: parse(text) })),
    filename: OUTPUT.pathname,
    skipDocumentsValidation: true, // a test validates against the untouched schema
    config: {
      useTypeImports: true, documentMode: "string", immutableTypes: true, skipTypename: true,
      avoidOptionals: { field: true }, defaultScalarType: "string", scalars: { JSON: "unknown", Boolean: "boolean", Int: "number", Float: "number" },
      dedupeFragments: true, omitOperationSuffix: false,
    },
    plugins: [{ operations: {} }, { typedDocumentNode: {} }],
    pluginMap: { operations, typedDocumentNode },
  });
  return `// Written by \`npm run codegen\` from documents.ts and Admin API 2026-10. Do not edit.\n${body.replaceAll("Record<string, any>", "Record<string, unknown>")}\n`;
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await writeFile(OUTPUT, await generateOperations());
