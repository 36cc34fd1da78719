import { z } from "zod";

/** A form or JSON body, or the sentence that tells what is wrong with it. */
export type Read<T> = { outcome: "read"; value: T } | { outcome: "refused"; reason: string };

/** Reads a posted form or JSON body against a schema. Values of a form are text; the schema coerces them. */
export async function readBody<T>(request: Request, schema: z.ZodType<T>): Promise<Read<T>> {
  const text = await request.text();
  const isJson = (request.headers.get("content-type") ?? "").includes("json");
  let given: unknown;
  try {
    given = isJson ? JSON.parse(text === "" ? "{}" : text) : Object.fromEntries(new URLSearchParams(text));
  } catch {
    return { outcome: "refused", reason: "The body is not JSON." };
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return { outcome: "read", value: parsed.data };
  return { outcome: "refused", reason: parsed.error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`).join("; ") };
}

/** 400 with the reason as plain text. */
export function refused(reason: string): Response {
  return new Response(reason, { status: 400, headers: { "content-type": "text/plain; charset=utf-8" } });
}
