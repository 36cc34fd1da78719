import type { ActReads, CaseReads, ClaimReads, DateAnswers, DateStore, Endpoints, EvidenceReads, FeedDirectory, FlowDesk, HistoryStore, IncidentReads, PromiseLedger, ReadModels, ShipClockReads, SilenceStore, RuleDesk, ShopDirectory, SlackConnections, SourceReads, Transact } from "#app/application/ports.ts";
import { caseReadsOver } from "./case-reads.ts";
import { claimReadsOver } from "./claims.ts";
import { evidenceOver } from "./evidence.ts";
import { actReadsOver } from "./act-rows-read.ts";
import { apiBudgetOver, type ApiBudget } from "./api-budget.ts";
import { datesOver } from "./dates.ts";
import { endpointsOver } from "./endpoints.ts";
import { feedsOver } from "./feeds.ts";
import { flowDeskOver } from "./flow-desk.ts";
import { historyOver } from "./history.ts";
import { appendToInbox } from "./inbox-append.ts";
import type { NewMessage } from "#app/application/ports.ts";
import type { Database } from "./open-database.ts";
import type { Privacy } from "./order-rows.ts";
import { incidentReadsOver } from "./incident-reads.ts";
import { ledgerOver } from "./promise-ledger.ts";
import { dateAnswersOver } from "./read-dates.ts";
import { readModelsOver } from "./read-models.ts";
import { ruleDeskOver } from "./rule-desk.ts";
import { sessionsOver, type Sessions } from "./session-storage.ts";
import { shipClockReadsOver } from "./ship-clocks.ts";
import { shopsOf } from "./shops.ts";
import { silencesOver } from "./silence-models.ts";
import { slackOver } from "./slack.ts";
import { sourceReadsOver } from "./source-reads.ts";
import { transactOver } from "./transact.ts";

/** Everything the database offers the rest of the app. */
export type Stores = {
  readonly actReads: ActReads; readonly transact: Transact; readonly history: HistoryStore; readonly reads: ReadModels; readonly shops: ShopDirectory; readonly feeds: FeedDirectory; readonly sourceReads: SourceReads; readonly sessions: Sessions; readonly budget: ApiBudget;
  readonly incidents: IncidentReads; readonly caseReads: CaseReads; readonly claims: ClaimReads; readonly shipClocks: ShipClockReads; readonly evidence: EvidenceReads; readonly ruleDesk: RuleDesk; readonly flow: FlowDesk; readonly endpoints: Endpoints; readonly slack: SlackConnections;
  readonly dates: DateStore; readonly silences: SilenceStore; readonly ledger: PromiseLedger; readonly dateAnswers: DateAnswers;
  /** Stores messages in one statement of its own, on the connections kept for the webhook door. */
  readonly keepMessages: (messages: readonly NewMessage[]) => Promise<{ readonly accepted: number; readonly duplicates: number }>;
};

/** The ports of the application, over one database. */
export const createStores = ({ database, ...privacy }: Privacy & { readonly database: Database }): Stores => ({
  actReads: actReadsOver(database.pool, privacy.box),
  transact: transactOver(database.pool, privacy),
  history: historyOver(database.pool, privacy),
  reads: readModelsOver(database, privacy.box),
  incidents: incidentReadsOver(database),
  caseReads: caseReadsOver(database),
  claims: claimReadsOver(database.pool),
  shipClocks: shipClockReadsOver(database.pool),
  evidence: evidenceOver(database.pool),
  ruleDesk: ruleDeskOver(database.pool, privacy.box),
  flow: flowDeskOver(database.pool, privacy.box),
  endpoints: endpointsOver(database.pool, privacy.box),
  slack: slackOver(database.pool, privacy.box),
  shops: shopsOf(database.pool, privacy),
  feeds: feedsOver(database.pool, privacy.box),
  sourceReads: sourceReadsOver(database.pool, privacy.box),
  sessions: sessionsOver(database.prisma, privacy.box),
  budget: apiBudgetOver(database.pool),
  dates: datesOver(database.pool),
  silences: silencesOver(database.pool),
  ledger: ledgerOver(database.pool),
  dateAnswers: dateAnswersOver(database.pool, privacy.box),
  keepMessages: (messages) => appendToInbox(database.intake, messages),
});
