/** Reads a text of the surface the block runs on; thank-you and order status offer the same function. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;
