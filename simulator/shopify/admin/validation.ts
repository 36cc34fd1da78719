import { type ASTNode, type DocumentNode, type GraphQLError, type OperationDefinitionNode, visit } from "graphql";
import type { ResponseError } from "./errors.ts";

/** `query Name`, `mutation Name` or, without a name, `query`: how Shopify's error paths begin. */
export function operationLabel(operation: OperationDefinitionNode | null | undefined): string {
  const kind = operation?.operation ?? "query";
  return operation?.name === undefined ? kind : `${kind} ${operation.name.value}`;
}

function labelOf(node: ASTNode): string | null {
  switch (node.kind) {
    case "OperationDefinition":
      return operationLabel(node);
    case "FragmentDefinition":
      return `fragment ${node.name.value}`;
    case "Field":
      return node.alias?.value ?? node.name.value;
    case "InlineFragment":
      return node.typeCondition === undefined ? "..." : `... on ${node.typeCondition.name.value}`;
    case "Argument":
    case "ObjectField":
      return node.name.value;
    default:
      return null;
  }
}

/** The path to a node as Shopify writes it: operation, fields, inline fragments. */
function pathTo(document: DocumentNode, target: ASTNode | undefined): string[] {
  if (target === undefined) return [];
  let found: string[] = [];
  const trail: string[] = [];
  visit(document, {
    enter(node) {
      const label = labelOf(node);
      if (label !== null) trail.push(label);
      if (node === target) found = [...trail];
    },
    leave(node) {
      if (labelOf(node) !== null) trail.pop();
    },
  });
  return found;
}

type Rewrite = (match: RegExpMatchArray, operation: string) => { message: string; code: string; more?: Record<string, unknown> };

/** graphql-js's wording on the left, Shopify's (recorded) on the right. */
const REWRITES: readonly [pattern: RegExp, rewrite: Rewrite][] = [
  [/^Cannot query field "(.+?)" on type "(.+?)"/, ([, field, type]) => ({ message: `Field '${field}' doesn't exist on type '${type}'`, code: "undefinedField", more: { typeName: type, fieldName: field } })],
  [/^Unknown argument "(.+?)" on field "(?:.+)\.(.+?)"/, ([, argument, field]) => ({ message: `Field '${field}' doesn't accept argument '${argument}'`, code: "argumentNotAccepted", more: { name: field, typeName: "Field", argumentName: argument } })],
  [/^Field "(.+?)" is not defined by type "(.+?)"/, ([, argument, type]) => ({ message: `InputObject '${type}' doesn't accept argument '${argument}'`, code: "argumentNotAccepted", more: { name: type, typeName: "InputObject", argumentName: argument } })],
  [/^Field "(.+?)" argument "(.+?)" of type "(?:.+?)" is required/, ([, field, argument]) => ({ message: `Field '${field}' is missing required arguments: ${argument}`, code: "missingRequiredArguments", more: { className: "Field", name: field, arguments: argument } })],
  [/^Argument "(.+?)" of required type ".+?" was not provided/, ([, argument]) => ({ message: `Directive is missing required arguments: ${argument}`, code: "missingRequiredArguments", more: { className: "Directive", name: "directive", arguments: argument } })],
  [/^Directive "@(.+?)" argument "(.+?)" of type "(?:.+?)" is required/, ([, directive, argument]) => ({ message: `Directive '${directive}' is missing required arguments: ${argument}`, code: "missingRequiredArguments", more: { className: "Directive", name: directive, arguments: argument } })],
  [/^Field "(.+?)\.(.+?)" of required type "(.+?)" was not provided/, ([, type, argument, expected]) => ({ message: `Argument '${argument}' on InputObject '${type}' is required. Expected type ${expected}`, code: "missingRequiredInputObjectAttribute", more: { argumentName: argument, argumentType: expected, inputObjectType: type } })],
  [/^Variable "\$(.+?)" is never used/, ([, variable], operation) => ({ message: `Variable $${variable} is declared by ${operation.split(" ")[1] ?? `anonymous ${operation}`} but not used`, code: "variableNotUsed", more: { variableName: variable } })],
  [/^Variable "\$(.+?)" is not defined/, ([, variable], operation) => ({ message: `Variable $${variable} is used by ${operation.split(" ")[1] ?? `anonymous ${operation}`} but not declared`, code: "variableNotDefined", more: { variableName: variable } })],
  [/^Variable "\$(.+?)" of type "(.+?)" used in position expecting type "(.+?)"/, ([, variable, given, wanted]) => ({ message: `Type mismatch on variable $${variable} (${given} / ${wanted})`, code: "variableMismatch", more: { variableName: variable, typeName: given } })],
  [/^Unknown directive "@(.+?)"/, ([, directive]) => ({ message: `Directive @${directive} is not defined`, code: "undefinedDirective", more: { directiveName: directive } })],
  [/^Unknown type "(.+?)"/, ([, type]) => ({ message: `No such type ${type}, so it can't be a fragment condition`, code: "undefinedType", more: { typeName: type } })],
  [/^Field "(.+?)" of type "(.+?)" must have a selection of subfields/, ([, field, type]) => ({ message: `Field must have selections (field '${field}' returns ${(type ?? "").replace(/[![\]]/g, "")} but has no selections. Did you mean '${field} { ... }'?)`, code: "selectionMismatch", more: { nodeName: `field '${field}'`, typeName: (type ?? "").replace(/[![\]]/g, "") } })],
  [/^Field "(.+?)" must not have a selection since type "(.+?)" has no subfields/, ([, field, type]) => ({ message: `Selections can't be made on scalars (field '${field}' returns ${(type ?? "").replace(/[![\]]/g, "")} but has selections)`, code: "selectionMismatch", more: { nodeName: `field '${field}'`, typeName: (type ?? "").replace(/[![\]]/g, "") } })],
  [/^OneOf Input Object "(.+?)" must specify exactly one key/, ([, type]) => ({ message: `OneOf Input Object '${type}' must specify exactly one key.`, code: "invalidOneOfInputObject", more: { inputObjectType: type } })],
];

/** The argument an unfitting literal stands in, for Shopify's sentence about it. */
function literalError(document: DocumentNode, error: GraphQLError): { message: string; code: string; more?: Record<string, unknown> } | null {
  const value = error.nodes?.[0];
  const expected = /Expected (?:value of type|non-nullable type) "(.+?)"|^(Int|Float|String|Boolean|ID) cannot represent|in "(.+?)" enum/.exec(error.message);
  if (value === undefined || expected === null) return null;
  const trail = pathTo(document, [...ancestors(document, value)].findLast((node) => node.kind === "Argument"));
  const argument = trail.at(-1);
  const field = trail.at(-2);
  const text = "value" in value && typeof value.value === "string" ? (value.kind === "StringValue" ? JSON.stringify(value.value) : value.value) : value.kind === "NullValue" ? "null" : "…";
  const type = expected[1] ?? expected[2] ?? expected[3];
  return { message: `Argument '${argument}' on Field '${field}' has an invalid value (${text}). Expected type '${type}'.`, code: "argumentLiteralsIncompatible", more: { typeName: "Field", argumentName: argument } };
}

function ancestors(document: DocumentNode, target: ASTNode): ASTNode[] {
  let found: ASTNode[] = [];
  const trail: ASTNode[] = [];
  visit(document, {
    enter(node) {
      trail.push(node);
      if (node === target) found = [...trail];
    },
    leave() {
      trail.pop();
    },
  });
  return found;
}

/** A validation error in Shopify's shape. Such answers carry no `data`. */
export function validationError(document: DocumentNode, operation: string, error: GraphQLError): ResponseError {
  let said = literalError(document, error);
  for (const [pattern, rewrite] of REWRITES) {
    const match = error.message.match(pattern);
    if (match === null) continue;
    said = rewrite(match, operation);
    break;
  }
  const path = pathTo(document, error.nodes?.[0]);
  return {
    message: said?.message ?? error.message,
    locations: error.locations,
    path: path.length > 0 ? path : [operation],
    extensions: { code: said?.code ?? "GRAPHQL_VALIDATION_FAILED", ...said?.more },
  };
}

/** A syntax error in Shopify's shape. */
export function parseError(error: GraphQLError): ResponseError {
  const at = error.locations?.[0];
  const found = /Unexpected (.+?)\.$|Expected .+?, found (.+?)\.$/.exec(error.message);
  const what = (found?.[1] ?? found?.[2] ?? "token").replace("<EOF>", "end of file");
  return { message: `syntax error, unexpected ${what} at [${at?.line ?? 1}, ${at?.column ?? 1}]`, locations: error.locations, extensions: { code: "PARSE_ERROR" } };
}
