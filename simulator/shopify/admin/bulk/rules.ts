import { type DocumentNode, getNamedType, getNullableType, type GraphQLError, type GraphQLSchema, isListType, parse, TypeInfo, validate, visit, visitWithTypeInfo } from "graphql";
import { validationError } from "../validation.ts";

/** Limits of bulk queries; documentation of bulk operations, 2026-10. */
const MOST_CONNECTIONS = 5;
const DEEPEST_NESTING = 2;
const LONGEST_QUERY_BYTES = 65_535;

/** The query as a document, or why Shopify would not run it. */
export function checkBulkQuery(schema: GraphQLSchema, query: string): { outcome: "accepted"; document: DocumentNode } | { outcome: "refused"; message: string } {
  const refuse = (message: string): { outcome: "refused"; message: string } => ({ outcome: "refused", message });
  if (Buffer.byteLength(query) > LONGEST_QUERY_BYTES) return refuse(`Query is too long. The maximum length is ${LONGEST_QUERY_BYTES} bytes.`);
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    return refuse(`Invalid bulk query: ${(error as GraphQLError).message}`);
  }
  const invalid = validate(schema, document)[0];
  if (invalid !== undefined) return refuse(`Invalid bulk query: ${validationError(document, "query", invalid).message}`);
  const operations = document.definitions.filter((one) => one.kind === "OperationDefinition");
  const operation = operations[0];
  if (operation === undefined || operations.length > 1 || operation.operation !== "query") return refuse("Bulk queries must consist of exactly one query operation.");
  if (operation.selectionSet.selections.length !== 1) return refuse("Bulk queries must contain exactly one top level field.");

  const info = new TypeInfo(schema);
  /** For every field now open: whether it is a connection, and whether a plain list. */
  const open: { connection: boolean; list: boolean }[] = [];
  const faults: string[] = [];
  let connections = 0;
  visit(document, visitWithTypeInfo(info, {
    Field: {
      enter(node) {
        const type = info.getType();
        const named = type === undefined || type === null ? undefined : getNamedType(type);
        const isConnection = named?.name.endsWith("Connection") === true;
        if (open.length === 0 && (node.name.value === "node" || node.name.value === "nodes")) faults.push(`Bulk queries cannot contain a top level \`${node.name.value}\` field.`);
        if (isConnection) {
          connections += 1;
          if (open.some((one) => one.list)) faults.push("Queries that contain a connection field within a list field are not currently supported.");
          if (open.filter((one) => one.connection).length > DEEPEST_NESTING) faults.push(`Bulk queries cannot contain connections with a nesting depth greater than ${DEEPEST_NESTING}.`);
        }
        // `nodes` and `edges` are lists too, but of the connection itself.
        const inConnection = open.at(-1)?.connection === true;
        const isPlainList = type !== undefined && type !== null && !inConnection && isListType(getNullableType(type)) && named !== undefined && "getFields" in named;
        open.push({ connection: isConnection, list: isPlainList });
      },
      leave() {
        open.pop();
      },
    },
  }));
  if (connections === 0) return refuse("Bulk queries must contain at least one connection.");
  if (connections > MOST_CONNECTIONS) return refuse(`Bulk queries cannot contain more than ${MOST_CONNECTIONS} connections.`);
  const fault = faults[0];
  return fault === undefined ? { outcome: "accepted", document } : refuse(fault);
}
