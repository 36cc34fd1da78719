import type { TypedDocumentString } from "./operations.generated.ts";

/** A document with what the client must know to send it: its requested cost in points, and whether sending it twice is harmless. */
export type Operation<Result, Variables> = {
  readonly document: TypedDocumentString<Result, Variables>;
  readonly cost: number; // a test works it out from the schema
  readonly repeatable: boolean;
};

/** A question; asking it twice is harmless. */
export const query = <Result, Variables>(document: TypedDocumentString<Result, Variables>, cost: number): Operation<Result, Variables> => ({ document, cost, repeatable: true });
/** A change; each costs ten points (Shopify's calculated query cost, read 2026-11). */
export const mutation = <Result, Variables>(document: TypedDocumentString<Result, Variables>, repeatable: boolean): Operation<Result, Variables> => ({ document, cost: 10, repeatable });
