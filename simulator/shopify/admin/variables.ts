import {
  type GraphQLInputType, type GraphQLSchema, isEnumType, isInputObjectType, isInputType, isListType, isNonNullType, type OperationDefinitionNode,
  print, typeFromAST,
} from "graphql";
import { parseGid } from "../../world/ids.ts";
import type { ResponseError } from "./errors.ts";

type Problem = { path: (string | number)[]; explanation: string };

/** What a scalar must look like; scalars not listed accept anything of JSON. */
function scalarProblem(name: string, value: unknown): string | null {
  const accepted = accepts(name, value);
  if (typeof accepted === "string") return accepted;
  return accepted ? null : `Could not coerce value ${JSON.stringify(readable(value))} to ${name}`;
}

/** The value as an answer may repeat it: JSON knows no bigint. */
function readable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null, (_key, one: unknown) => (typeof one === "bigint" ? Number(one) : one)));
}

/** Whether the value fits, or Shopify's own sentence about why it does not. */
function accepts(name: string, value: unknown): boolean | string {
  switch (name) {
    case "String":
    case "URL":
    case "HTML":
    case "FormattedString":
      if (typeof value !== "string") return false;
      return name === "URL" && !/^[a-z][a-z0-9+.-]*:/i.test(value) ? `Invalid url '${value}', missing scheme` : true;
    case "ID":
      if (typeof value === "string" && parseGid(value) !== null) return true;
      return typeof value === "string" || typeof value === "number" || typeof value === "bigint" ? `Invalid global id '${value}'` : false;
    case "Int":
      return typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= 2_147_483_647;
    case "Float":
      return typeof value === "number";
    case "Boolean":
      return typeof value === "boolean";
    case "DateTime":
      return typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value));
    case "Decimal":
    case "Money":
    case "UnsignedInt64":
      return (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) || typeof value === "number" || typeof value === "bigint";
    default:
      return true;
  }
}

function collect(type: GraphQLInputType, value: unknown, path: (string | number)[], into: Problem[]): void {
  if (isNonNullType(type)) {
    if (value === null || value === undefined) into.push({ path, explanation: "Expected value to not be null" });
    else collect(type.ofType, value, path, into);
    return;
  }
  if (value === null || value === undefined) return;
  if (isListType(type)) {
    if (Array.isArray(value)) value.forEach((one, index) => collect(type.ofType, one, [...path, index], into));
    else collect(type.ofType, value, path, into);
    return;
  }
  if (isEnumType(type)) {
    const names = type.getValues().map((one) => one.name);
    if (typeof value !== "string" || !names.includes(value)) into.push({ path, explanation: `Expected ${JSON.stringify(readable(value))} to be one of: ${names.join(", ")}` });
    return;
  }
  if (isInputObjectType(type)) {
    if (typeof value !== "object" || Array.isArray(value)) {
      into.push({ path, explanation: `Expected ${JSON.stringify(readable(value))} to be a key-value object` });
      return;
    }
    const fields = type.getFields();
    for (const name of Object.keys(value)) if (fields[name] === undefined) into.push({ path: [...path, name], explanation: `Field is not defined on ${type.name}` });
    for (const field of Object.values(fields)) {
      const given = (value as Record<string, unknown>)[field.name];
      if (given === undefined && field.defaultValue !== undefined) continue;
      collect(field.type, given, [...path, field.name], into);
    }
    if (type.isOneOf && Object.values(value).filter((one) => one !== null && one !== undefined).length !== 1) into.push({ path, explanation: `'${type.name}' requires exactly one argument` });
    return;
  }
  const explanation = scalarProblem(type.name, value);
  if (explanation !== null) into.push({ path, explanation });
}

/** The `INVALID_VARIABLE` errors of an operation's variables, in Shopify's recorded wording; none when all fit. */
export function variableErrors(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Record<string, unknown>): ResponseError[] {
  const errors: ResponseError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    if (type === undefined || !isInputType(type)) continue;
    const value = variables[name];
    if (value === undefined && definition.defaultValue !== undefined) continue;
    const problems: Problem[] = [];
    collect(type, value, [], problems);
    if (problems.length === 0) continue;
    const details = problems.filter((problem) => problem.path.length > 0).map((problem) => `${problem.path.join(".")} (${problem.explanation})`);
    errors.push({
      message: `Variable $${name} of type ${print(definition.type)} was provided invalid value${details.length > 0 ? ` for ${details.join(", ")}` : ""}`,
      locations: definition.loc === undefined ? undefined : [{ line: definition.loc.startToken.line, column: definition.loc.startToken.column }],
      extensions: { code: "INVALID_VARIABLE", value: readable(value), problems: problems.map(({ path, explanation }) => ({ path, explanation })) },
    });
  }
  return errors;
}
