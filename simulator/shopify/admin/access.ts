import { getNamedType, type GraphQLError, isInterfaceType, isObjectType } from "graphql";
import type { ProtectedContent } from "../bodies/redact.ts";
import { apiError } from "./errors.ts";
import { type AccessRule, type AdminSchema } from "./schema.ts";

/** Whether a field may be read (or a mutation called) with what was granted; the error when not. */
export type AccessPolicy = {
  field(type: string, field: string): GraphQLError | null;
  /** For `node`: whether records of that type may be read at all. */
  type(type: string, field: string): GraphQLError | null;
  has(scope: string): boolean;
};

function denied(field: string, rule: AccessRule): GraphQLError {
  return apiError("ACCESS_DENIED", `Access denied for ${field} field. Required access: ${rule.prose}`, {
    documentation: "https://shopify.dev/api/usage/access-scopes", requiredAccess: rule.prose,
  });
}

/** Scopes with what they include: whoever may write may read. */
export function impliedScopes(granted: readonly string[]): ReadonlySet<string> {
  return new Set(granted.flatMap((scope) => (scope.startsWith("write_") ? [scope, `read_${scope.slice(6)}`] : [scope])));
}

/** The policy for a set of granted scopes and approved customer data, from the schema's own metadata. */
export function createAccessPolicy({ schema, access, protectedFields }: AdminSchema, granted: readonly string[], approved: ReadonlySet<ProtectedContent>): AccessPolicy {
  const scopes = impliedScopes(granted);
  const missing = (rule: AccessRule | undefined): rule is AccessRule => rule !== undefined && !rule.anyOf.some((scope) => scopes.has(scope));
  /** The type a field's records are of: of a connection, that of its nodes. */
  const recordType = (typeName: string, fieldName: string): string | null => {
    const type = schema.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) return null;
    const field = type.getFields()[fieldName];
    if (field === undefined) return null;
    const target = getNamedType(field.type);
    if (!isObjectType(target)) return null;
    const nodes = target.getFields()["nodes"];
    return nodes !== undefined && target.name.endsWith("Connection") ? getNamedType(nodes.type).name : target.name;
  };

  return {
    field(type, field) {
      const own = access.get(`${type}.${field}`);
      if (missing(own)) return denied(field, own);
      if (type !== "Mutation") {
        const record = recordType(type, field);
        const rule = record === null || record.endsWith("UserError") ? undefined : access.get(record);
        if (missing(rule)) return denied(field, rule);
      }
      const content = protectedFields.get(`${type}.${field}`);
      if (content !== undefined && !approved.has(content)) {
        return apiError("ACCESS_DENIED", `This app is not approved to use the ${field} field. See https://partners.shopify.com/1/apps/1/customer_data for more details.`, {
          documentation: "https://shopify.dev/docs/apps/launch/protected-customer-data",
        });
      }
      return null;
    },
    type(type, field) {
      const rule = access.get(type);
      return missing(rule) ? denied(field, rule) : null;
    },
    has: (scope) => scopes.has(scope),
  };
}
