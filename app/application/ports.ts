/**
 * Every interface the outside must satisfy, by noun. Adapters may import this file and nothing else of the application.
 */
export type { Store, Transact, KeepMessages, InboxMessage, MessageOutcome, MessageSource, WaitsFor, NewMessage, OutboxItem, DispatchResult } from "./ports/store.ts";
export type { HistoryStore, HistoryRows, HistoricalOrder, ImportRun, ImportChange, ImportPhase } from "./ports/history.ts";
export type { ReadModels, OrderForShopper, Lookup } from "./ports/read-models.ts";
export type { ShopDirectory, ShopRecord, ShopSettings, ShopInfo } from "./ports/shops.ts";
export type { AdminApi, AdminFailure, ExportKind, ExportState, ExportRow, ChangedOrders, EstimatePublished, EstimateToPublish, FlowOutcome } from "./ports/admin-api.ts";
export type { Normalise, Normalised, ShopChange } from "./ports/normalise.ts";
export type { Mailer, ShopperMail, WebhookSender, WebhookSent, SendOutcome } from "./ports/senders.ts";
export type { CarrierFeed, CarrierFeeds, CredentialField, Credentials, DueWatch, FeedCall, FeedConnection, FeedDescription, FeedDirectory, Polled, Push, Registered, Watch, WatchedParcel } from "./ports/carrier-feeds.ts";
export type { EventsKey, SourceReads, SourceLag, UnknownStatus } from "./ports/source-reads.ts";
export type { DateFacts, DateReads, DateStore, Holidays, LoadFacts, PastImport, PromiseLedger, PromiseOutcome, Refit, ShopLocation } from "./ports/dates.ts";
export type { FitSilences, SilenceStore } from "./ports/silences.ts";
export type { DateAnswers, DatedOrder, DatedParcel, KeyOwner, OrderNamed, ShipmentNamed } from "./ports/date-answers.ts";
export type { CaseReads, CaseStore, DueCase, Feedback } from "./ports/cases.ts";
export type { ClaimPage, ClaimReads, ClaimStore, ClaimTab, ListedClaim, EvidenceFiles, EvidenceReads, ToldLine } from "./ports/claims.ts";
export type { OpenPlayer, PastPlayer, Proposed, ReplayRun, RuleCount, RuleDesk, RuleRun, RuleStore, SettingsChange, SettingsPart, SettingsVersion } from "./ports/rules.ts";
export type { AddressCheck, Delivery, Endpoint, Endpoints } from "./ports/endpoints.ts";
export type { FlowAnswer, FlowDesk, FlowRuns, TriggerUse } from "./ports/flow.ts";
export type { Slack, SlackAct, SlackConnection, SlackConnections, SlackInteraction, SlackMessage, SlackPress, SlackReply } from "./ports/slack.ts";
export type { Helpdesk, Helpdesks, Ticket, TicketRemark } from "./ports/helpdesk.ts";
export type { ShipClockReads, ShipClockStore } from "./ports/ship-clocks.ts";
export type { IncidentReads, Incidents } from "./ports/incidents.ts";
export type { Clock, Log, LogFields, LookupHash, LinkSigner, Jobs, RateLimit, NewSecret } from "./ports/system.ts";
export type { ActStore, KeptAct } from "./ports/act-store.ts";
export type { ActReads, ActsAtShopify, CarriedOut, Errand, ListedAct, Made } from "./ports/acts.ts";
