import { z } from "zod";

/** Parses JSON; undefined when the text is none. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A text that may be missing: absent, null, blank and of another kind are all null. */
export const words = z.unknown().optional().transform((value) => (typeof value === "string" && value.trim() !== "" ? value : typeof value === "number" ? String(value) : null));

/** A list that may be missing, whose broken rows are left out instead of spoiling the rest. */
export const rows = <T extends z.ZodType>(row: T) => z.unknown().optional().transform((value): z.output<T>[] => (Array.isArray(value) ? value.flatMap((one) => { const read = row.safeParse(one); return read.success ? [read.data] : []; }) : []));

/** An object that may be missing or of another kind: then null. */
export const part = <T extends z.ZodType>(schema: T) => z.unknown().optional().transform((value): z.output<T> | null => { const read = schema.safeParse(value); return read.success ? read.data : null; });

/** Which field of a body is missing or of the wrong kind, for a message to people. */
export const firstIssue = (error: z.ZodError): string => `${error.issues[0]?.path.join(".") || "the body"} is missing or of the wrong kind`;
