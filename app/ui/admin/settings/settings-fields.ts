import type { SettingsDraft } from "./settings-draft.ts";

/** What every part of the form is given: the draft, a way to change it, and what is wrong per field. */
export type SettingsFields = {
  readonly draft: SettingsDraft;
  readonly change: (part: Partial<SettingsDraft>) => void;
  readonly errors: Readonly<Record<string, string>>;
};

/** Polaris wants the property absent rather than undefined. */
export const errorOf = (errors: SettingsFields["errors"], field: string): { readonly error?: string } => {
  const error = errors[field];
  return error === undefined ? {} : { error };
};
