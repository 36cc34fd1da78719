import type { ActSubject } from "#app/contracts/act-views.ts";
import type { ActForm } from "./act-form.ts";

/** What each field is given: what was typed, how to change it, what is wrong at which field. */
export type ActFieldProps = { readonly form: ActForm; readonly change: (part: Partial<ActForm>) => void; readonly fault: { readonly field: string | null; readonly because: string } | null; readonly view: ActSubject };

/** The fault of a field, in the shape Polaris wants. */
export const faultAt = (fault: ActFieldProps["fault"], field: string): { readonly error?: string } => (fault?.field === field ? { error: fault.because } : {});
