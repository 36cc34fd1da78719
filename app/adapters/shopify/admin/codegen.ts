/**
 * `npm run codegen`: writes operations.generated.ts from documents.ts and the schema file, without network.
 * Only what the operations use is emitted. With --print it writes to standard output instead, for the test that compares.
 */
import { writeFile } from "node:fs/promises";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildClientSchema, parse, printSchema, type IntrospectionQuery } from "graphql";
import { DOCUMENTS } from "./documents.ts";
import { readAdminSchema } from "./schema-file.ts";

const OUTPUT = new URL("./operations.generated.ts", import.meta.url);

/** Shopify adds enum values within a version, and an unknown one must never break a sync: every enum becomes plain text. Descriptions stay behind. */
const withOpenEnums = (introspection: IntrospectionQuery): IntrospectionQuery =>
  JSON.parse(JSON.stringify(introspection), (key, value: unknown) => {
    if (key === "description") return null;
    if (key === "types" && Array.isArray(value)) return value.map((type: { kind: string; name: string }) => (type.kind === "ENUM" && !type.name.startsWith("__") ? { kind: "SCALAR", name: type.name } : type));
    return value;
  }) as IntrospectionQuery;

/** The text of operations.generated.ts. */
const generateOperations = async (): Promise<string> => {
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

const text = await generateOperations();
if (process.argv.includes("--print")) process.stdout.write(text);
else await writeFile(OUTPUT, text);
