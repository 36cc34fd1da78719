import type { Verdict } from "#app/domain/decisions/decision.ts";
import type { Stage } from "../stage/start-stage.ts";

type DecisionRow = { shipment_id: string; at: Date | string; rule: string; verdict: Verdict };
type CaseRow = { id: string; shipment_id: string | null; category: string; status: string; opened_at: Date | string; resolved_at: Date | string | null; resolved_by: string | null; reopened: number };
type EffectRow = { kind: string; shipment_id: string | null; state: string; created_at: Date | string; intent: { news?: string; template?: string } };

/** Which push of two that come in one moment is read first is chance: what is told along with more is judged, and not part of the story. */
const BY_CHANCE: ReadonlySet<string> = new Set(["noise.overtaken", "noise.no_change", "noise.not_read", "noise.not_believed"]);
/** Plumbing: it has no meaning for a merchant. */
const PLUMBING: ReadonlySet<string> = new Set(["register_tracker", "fetch_order", "publish_dates", "publish_estimate", "deliver_webhook"]);

/** When somebody looks at a case again hangs on when the world's clock stops: what is told then is tried where cases are. */
const isOfWatching = ({ news, template }: EffectRow["intent"]): boolean => news === "case.overdue" || template === "still_on_it" || template === "feedback";

/** Days and whole hours since the story began: minutes are the world's, not the product's. */
const offset = (at: Date | string, start: number): string => {
  const hours = Math.round((new Date(at).getTime() - start) / 3_600_000);
  return `+${String(Math.floor(hours / 24)).padStart(2, "0")}d ${String(hours % 24).padStart(2, "0")}h`;
};

const sayVerdict = (verdict: Verdict): string => {
  switch (verdict.kind) {
    case "noise": return `nothing to do${verdict.category === undefined ? "" : ` about ${verdict.category}`}`;
    case "progress": return verdict.milestone;
    case "exception": return `${verdict.category}${verdict.needsCase ? ", needs somebody" : ""}`;
    case "silence": return `silent: ${verdict.stage}${verdict.repeats === true ? ", nothing new to say" : ""}`;
    case "reassure": return `early word: ${verdict.reasons.join(", ")}`;
    case "recovered": return `over: ${verdict.from}`;
    case "date_moved": return `date moved${verdict.days === null ? (verdict.to === null ? ": none any more" : ": there is one") : `: ${verdict.days} days`}`;
    case "at_risk": return "the promise is at risk";
    case "safe_again": return "the promise is safe again";
  }
};

/** What the app decided, opened and told in one story, in product terms: a text that changes only when the product does. */
export const tellStory = async (stage: Stage, order: { readonly id: string }, began: Date, words: string): Promise<string> => {
  const start = began.getTime();
  const rest = `order.${order.id}`;
  const parcels = await stage.sql<{ id: string; milestone: string }>("SELECT id, milestone FROM shipment WHERE order_id = $1 ORDER BY created_at, id", [order.id]);
  const nameOf = (id: string | null): string => (id === null || id === rest ? "order" : `parcel ${parcels.findIndex((one) => one.id === id) + 1}`);
  const decisions = await stage.sql<DecisionRow>("SELECT shipment_id, at, rule, verdict FROM decision WHERE shipment_id = ANY($1) ORDER BY at, id", [[...parcels.map((one) => one.id), rest]]);
  const cases = await stage.sql<CaseRow>('SELECT id, shipment_id, category, status, opened_at, resolved_at, resolved_by, reopened FROM "case" WHERE order_id = $1 ORDER BY opened_at, id', [order.id]);
  const effects = await stage.sql<EffectRow>("SELECT kind, shipment_id, state, created_at, intent FROM outbox WHERE order_id = $1 ORDER BY created_at, id", [order.id]);
  const section = (title: string, lines: readonly string[]): string[] => ["", `${title}:`, ...(lines.length === 0 ? ["  nothing"] : [...new Set(lines)].toSorted().map((line) => `  ${line}`))];
  return [
    words, `ends: ${parcels.map((one) => one.milestone).join(", ")}`,
    ...section("decisions", decisions.filter((one) => !BY_CHANCE.has(one.rule)).map((one) => `${offset(one.at, start)}  ${nameOf(one.shipment_id)}  ${sayVerdict(one.verdict)}  [${one.rule}]`)),
    ...section("cases", cases.map((one) => `${offset(one.opened_at, start)}  ${nameOf(one.shipment_id)}  ${one.category}, ${one.status === "resolved" ? `resolved ${offset(one.resolved_at ?? "", start)} by ${one.resolved_by}` : one.status}${one.reopened > 0 ? `, opened again ${one.reopened} times` : ""}`)),
    ...section("told", effects.filter((one) => !PLUMBING.has(one.kind) && !isOfWatching(one.intent)).map((one) => `${offset(one.created_at, start)}  ${nameOf(one.shipment_id)}  ${one.kind}${one.intent.news === undefined ? "" : ` ${one.intent.news}`}${one.intent.template === undefined ? "" : ` ${one.intent.template}, ${one.state}`}`)),
    "",
  ].join("\n");
};
