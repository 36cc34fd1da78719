/** One of Shopify's user errors. */
export type UserError = { field: string[] | null; message: string; code?: string; elementIndex?: number };

/** A payload that carries nothing but an error; its records are null. */
export function refused(records: readonly string[], ...userErrors: UserError[]): Record<string, unknown> {
  return { ...Object.fromEntries(records.map((name) => [name, null])), userErrors };
}
