import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildClientSchema, getNamedType, isAbstractType, isListType, isNonNullType, isObjectType, Kind, NoDeprecatedCustomRule, parse, TypeInfo, validate, visit, visitWithTypeInfo, type FieldNode, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema, type SelectionSetNode } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { bulkFulfillments, bulkOrders, DOCUMENTS } from "./documents.ts";
import { OPERATIONS } from "./operations.ts";
import { readAdminSchema } from "./schema-file.ts";

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = buildClientSchema(await readAdminSchema(), { assumeValid: true });
});

const BULK = [bulkOrders("granted"), bulkOrders("withheld"), bulkFulfillments("granted"), bulkFulfillments("withheld")];

/** Types that cost nothing, fitted on recorded answers of real shops (API 2025-01 and 2026-04). */
const FREE = new Set(["MoneyV2", "MoneyBag", "MailingAddress", "LocationAddress", "ShopAddress", "Weight", "InventoryItemMeasurement"]);
const scale = (n: number): number => (n === 0 ? 0 : Math.max(1, Math.floor(2 * Math.log(n))));

const fieldsOf = (selections: SelectionSetNode | undefined): readonly FieldNode[] => selections?.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one] : [])) ?? [];
const firstOf = (field: FieldNode): number => {
  const value = field.arguments?.find((argument) => ["first", "last"].includes(argument.name.value))?.value;
  return value?.kind === Kind.INT ? Number(value.value) : 0;
};
const typeOf = (parent: GraphQLObjectType, field: FieldNode): GraphQLOutputType => {
  const type = parent.getFields()[field.name.value]?.type;
  if (!type) throw new Error(`${parent.name}.${field.name.value} is unknown`);
  return type;
};

/** The points of one field: scalars 0, objects 1, connections 2 plus their scaled nodes, plain lists unscaled. */
const costOf = (parent: GraphQLObjectType, field: FieldNode): number => {
  const type = getNamedType(typeOf(parent, field));
  if (isAbstractType(type)) return Math.max(1, ...field.selectionSet?.selections.map((one) => (one.kind === Kind.INLINE_FRAGMENT ? fragmentCost(one.typeCondition?.name.value, one.selectionSet) : 1)) ?? []);
  if (!isObjectType(type)) return 0;
  if (type.name === "PageInfo") return 0;
  const inside = fieldsOf(field.selectionSet).reduce((sum, one) => sum + costOf(type, one), 0);
  if (type.name.endsWith("Connection")) return 2 + scale(firstOf(field)) * inside;
  return (FREE.has(type.name) || type.name.endsWith("Edge") ? 0 : 1) + inside;
};

/** Of an interface or a union the dearest of its possible selections counts (Shopify's API limits page, read 2026-11). */
const fragmentCost = (name: string | undefined, selections: SelectionSetNode): number => {
  const type = schema.getType(name ?? "");
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  return 1 + fieldsOf(selections).reduce((sum, one) => sum + costOf(type, one), 0);
};

const requestedCost = (text: string): number => {
  const operation = parse(text).definitions[0];
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("not an operation");
  const isMutation = operation.operation === "mutation";
  if (isMutation) return 10;
  const root = schema.getQueryType();
  if (!root) throw new Error("no query type");
  return Math.max(1, fieldsOf(operation.selectionSet).reduce((sum, field) => sum + costOf(root, field), 0));
};

describe("the documents sent to Shopify", () => {
  it("are valid for Admin API 2026-10 and use nothing deprecated", () => {
    for (const text of [...DOCUMENTS, ...BULK]) {
      const document = parse(text);
      expect(validate(schema, document).map((error) => error.message), text).toEqual([]);
      expect(validate(schema, document, [NoDeprecatedCustomRule]).map((error) => error.message), text).toEqual([]);
    }
  });

  it("would be refused if they used a deprecated or unknown field", () => {
    expect(validate(schema, parse("{ orders(first: 1) { nodes { totalPrice } } }"), [NoDeprecatedCustomRule])).toHaveLength(1);
    expect(validate(schema, parse("{ orders(first: 1) { nodes { trackingPage } } }"))).toHaveLength(1);
  });

  it("cost what the operations table says, and never more than Shopify's limit of 1,000 points", () => {
    for (const [name, { document, cost }] of Object.entries(OPERATIONS)) {
      expect(requestedCost(String(document)), name).toBe(cost);
      expect(cost, name).toBeLessThanOrEqual(1000);
    }
  });

  it("are all in the operations table, once", () => {
    const names = (texts: readonly string[]) => texts.map((text) => /(?:query|mutation) (\w+)/.exec(text)?.[1] ?? "").toSorted((a, b) => a.localeCompare(b));
    expect(names(Object.values(OPERATIONS).map(({ document }) => String(document)))).toEqual(names(DOCUMENTS));
  });

  it("repeat no mutation that acts twice when sent twice", () => {
    expect(OPERATIONS.TRIGGER_FLOW.repeatable).toBe(false);
    expect(OPERATIONS.START_EXPORT.repeatable).toBe(false);
    expect(OPERATIONS.PUBLISH_ESTIMATE.repeatable).toBe(false);
    expect(OPERATIONS.PUBLISH_TABLE.repeatable).toBe(true);
  });

  it("are typed by a generated file that is up to date", async () => {
    // In a process of its own: the generator and this test would otherwise load two copies of graphql.
    const codegen = fileURLToPath(new URL("./codegen.ts", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", codegen, "--print"], { maxBuffer: 10 ** 7 });
    expect(stdout).toBe(await readFile(new URL("./operations.generated.ts", import.meta.url), "utf8"));
  });
});

describe("the bulk queries", () => {
  it("stay within Shopify's rules: one root, no connection inside a list, at most two nested levels and five connections", () => {
    for (const text of BULK) {
      const document = parse(text);
      const operation = document.definitions[0];
      expect(operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : []).toHaveLength(1);
      const info = new TypeInfo(schema);
      const insideLists: string[] = [];
      let [depth, lists, connections, deepest] = [0, 0, 0, 0];
      const enter = (field: FieldNode, by: 1 | -1) => {
        const type = info.getType();
        if (!type) throw new Error(`no type for ${field.name.value}`);
        const nullable = isNonNullType(type) ? type.ofType : type;
        if (getNamedType(type).name.endsWith("Connection")) {
          connections += by === 1 ? 1 : 0;
          if (lists > 0) insideLists.push(field.name.value);
          depth += by;
          deepest = Math.max(deepest, depth);
        } else if (isListType(nullable) && field.name.value !== "edges") lists += by;
      };
      visit(document, visitWithTypeInfo(info, { Field: { enter: (field) => void enter(field, 1), leave: (field) => void enter(field, -1) } }));
      expect(insideLists, text).toEqual([]);
      expect(deepest - 1).toBeLessThanOrEqual(2);
      expect(connections).toBeLessThanOrEqual(5);
    }
  });

  it("read no protected field when the shop has withheld them", () => {
    expect(`${bulkOrders("withheld")}${bulkFulfillments("withheld")}`).not.toMatch(/\b(?:email|zip|firstName)\b/);
    expect(bulkOrders("granted")).toMatch(/email.*zip/);
    expect(bulkFulfillments("withheld")).not.toMatch(/\bcity\b/);
  });
});
