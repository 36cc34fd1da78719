import type { PromiseForm } from "./promise-form.ts";

/** What every part of the form is given: the form, a way to change it, and what is wrong per field. */
export type PromiseFields = { readonly form: PromiseForm; readonly change: (part: Partial<PromiseForm>) => void; readonly errors: Readonly<Record<string, string>> };
