import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";
import type { PageContext } from "./context.ts";

/** What a Flow extension's toml says of it. Reference fields have no key of their own there. */
const FlowToml = z.object({
  extensions: z.array(z.object({ type: z.string(), name: z.string(), handle: z.string(), description: z.string().optional(), runtime_url: z.string().optional(), url: z.string().optional() })),
  settings: z.object({ fields: z.array(z.object({ type: z.string(), key: z.string().optional(), name: z.string().optional(), description: z.string().optional(), required: z.boolean().optional() })) }).optional(),
});

/** One field of an action's form. */
export type Field = { key: string; label: string; type: string; required: boolean };
/** An action the app brings. */
export type Action = { name: string; handle: string; description: string; runtimeUrl: string; fields: Field[] };
/** A trigger the app brings. */
export type Trigger = { name: string; handle: string; description: string };

type Where = Pick<PageContext, "root" | "urls">;

/** Every extension of a type, read each time so that an edit shows at once. */
function readTomls({ root }: Where, type: string) {
  const folder = join(root, "extensions");
  return readdirSync(folder).filter((name) => name.startsWith("flow-")).flatMap((name) => {
    const { extensions, settings } = FlowToml.parse(parse(readFileSync(join(folder, name, "shopify.extension.toml"), "utf8")));
    return extensions.filter((extension) => extension.type === type).map((extension) => ({ ...extension, fields: settings?.fields ?? [] }));
  });
}

/** The actions the app brings: extensions/flow-action-*. */
export function readActions(where: Where): Action[] {
  return readTomls(where, "flow_action").map(({ name, handle, description, runtime_url, fields }) => ({
    name, handle, description: description ?? "", runtimeUrl: new URL(runtime_url ?? "/", where.urls.app).href,
    fields: fields.map((field): Field => {
      const key = field.type.endsWith("_reference") ? field.type.replace("_reference", "_id") : (field.key ?? "");
      return { key, label: field.name ?? field.description ?? key, type: field.type, required: field.required ?? false };
    }),
  }));
}

/** The triggers the app brings: extensions/flow-trigger-*. */
export function readTriggers(where: Where): Trigger[] {
  return readTomls(where, "flow_trigger").map(({ name, handle, description }) => ({ name, handle, description: description ?? "" }));
}

/** Where Flow tells of the use of triggers; null: the app does not want to know. Its path at the address the app has now, as `shopify app dev` would have it. */
export function readLifecycleUrl(where: Where): string | null {
  const url = readTomls(where, "flow_trigger_lifecycle_callback")[0]?.url;
  return url === undefined ? null : new URL(new URL(url, where.urls.app).pathname, where.urls.app).href;
}
