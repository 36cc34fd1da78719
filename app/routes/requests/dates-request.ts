import { z } from "zod";
import type { PastFileOutcome, PreviewView, PromiseDraft, PromiseSaved } from "#app/contracts/dates-views.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { PromiseAnswer } from "#app/ui/admin/dates/dates-answer.ts";
import { readForm } from "#app/ui/admin/dates/settings/promise-form.ts";
import { LARGEST_FILE } from "#app/ui/admin/dates/settings/past-words.ts";

const text = z.string().max(200);
const limits = { ratePercent: text, floorDays: text, ceilingDays: text };
const location = z.object({ id: text, isOwn: z.boolean(), zone: text, cutoff: text, workingDays: z.array(z.number()).max(7), closedDates: z.string().max(5_000), holidays: text });
const form = z.object({
  ...limits, style: z.enum(["range", "latest", "arrives_by"]), tooEarlyDays: text, overrides: z.array(z.object({ ...limits, key: text, method: text })).max(200),
  publishToShopify: z.boolean(), holidays: text, locations: z.array(location).max(1_000),
});

const shape = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), form }),
  z.object({ intent: z.literal("preview"), of: z.string().max(1_000_000), form }),
  z.object({ intent: z.literal("import"), name: z.string().transform((name) => name.trim().slice(0, 200) || "The file"), text: z.string().max(LARGEST_FILE) }),
  z.object({ intent: z.literal("forget"), id: z.string().min(1).max(200) }),
]);

/** What a merchant asks for on the page of promise settings. */
export type PromiseRequest = z.infer<typeof shape>;

/** Longest request that is read, in bytes: the largest file, with what JSON adds to its quotes and line ends. */
export const LONGEST_REQUEST = 2 * LARGEST_FILE;

/** Reads a request; null when it is none. */
export const readPromiseRequest = (body: unknown): PromiseRequest | null => shape.safeParse(body).data ?? null;

/** What the page asks of the application. */
export type PromiseWork = {
  readonly previewPromise: (shop: ShopId, draft: PromiseDraft) => Promise<PreviewView>;
  readonly savePromise: (shop: ShopId, draft: PromiseDraft) => Promise<PromiseSaved>;
  readonly importPast: (shop: ShopId, file: { readonly name: string; readonly text: string }) => Promise<PastFileOutcome>;
  readonly forgetImport: (shop: ShopId, id: string) => Promise<unknown>;
};

/** Does what was asked for and answers for the page. Texts that are no numbers are named and reach no command. */
export const answerPromiseRequest = async (shop: ShopId, asked: PromiseRequest, work: PromiseWork): Promise<PromiseAnswer> => {
  switch (asked.intent) {
    case "save": {
      const read = readForm(asked.form);
      return { intent: "save", ...(read.kind === "read" ? await work.savePromise(shop, read.draft) : { outcome: "invalid" as const, errors: read.errors }) };
    }
    case "preview": {
      const read = readForm(asked.form);
      return { intent: "preview", of: asked.of, preview: read.kind === "read" ? await work.previewPromise(shop, read.draft) : { outcome: "invalid", errors: read.errors } };
    }
    case "import": return { intent: "import", name: asked.name, ...(await work.importPast(shop, { name: asked.name, text: asked.text })) };
    case "forget": {
      await work.forgetImport(shop, asked.id);
      return { intent: "forget", outcome: "forgotten" };
    }
    default: return assertNever(asked);
  }
};

/** How many days the report looks back, as its address says; 90 when it says nothing it knows. */
export const reportDays = (given: string | null): 30 | 90 | 180 => {
  if (given === "30") return 30;
  return given === "180" ? 180 : 90;
};
