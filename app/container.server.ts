// Long because everything that is wired stands in one place, in the order in which it depends on each other.
import { randomBytes } from "node:crypto";
import path from "node:path";
import { createCarrierFeeds } from "./adapters/carriers/registry.ts";
import { readPastShipments } from "./adapters/csv/past-shipments.ts";
import { evidencePdf } from "./adapters/evidence/evidence-pdf.ts";
import { evidenceZip } from "./adapters/evidence/evidence-zip.ts";
import { createMailer, smtpTransport } from "./adapters/email/mailer.ts";
import { createHolidays } from "./adapters/holidays/holidays.ts";
import { normaliseMerchant } from "./adapters/merchant/normalise.ts";
import { openDatabase } from "./adapters/prisma/open-database.ts";
import { createStores } from "./adapters/prisma/stores.ts";
import { fitSilencesInAThread, refitInAThread } from "./adapters/refit/in-a-thread.ts";
import { playerInThreads } from "./adapters/replay/player-in-threads.ts";
import { createActs } from "./adapters/shopify/acts/acts-api.ts";
import { createAdminClient } from "./adapters/shopify/admin/client.ts";
import { createAdminApi } from "./adapters/shopify/admin-api.ts";
import { freshSessions } from "./adapters/shopify/fresh-sessions.ts";
import { createTokens } from "./adapters/shopify/tokens.ts";
import { normaliseShopify } from "./adapters/shopify/webhook-topics.ts";
import { readInteraction } from "./adapters/slack/read-interaction.ts";
import { isSignedBySlack } from "./adapters/slack/signature.ts";
import { createSlack } from "./adapters/slack/slack.ts";
import { systemClock } from "./adapters/system/clock.ts";
import { derivedKey } from "./adapters/system/derived-keys.ts";
import { linkSigner } from "./adapters/system/link-signer.ts";
import { jsonLog } from "./adapters/system/logger.ts";
import { lookupHash } from "./adapters/system/lookup-hash.ts";
import { memoryRateLimit } from "./adapters/system/rate-limit.ts";
import { secretBox } from "./adapters/system/secret-box.ts";
import { normaliseWarehouse } from "./adapters/warehouse/normalise.ts";
import { readEvents } from "./adapters/warehouse/read-events.ts";
import { isSigned } from "./adapters/warehouse/verify.ts";
import { checkAddress } from "./adapters/webhooks-out/destination.ts";
import { createPublicFetch } from "./adapters/webhooks-out/public-fetch.ts";
import { createWebhookSender } from "./adapters/webhooks-out/sender.ts";
import { newWebhookSecret } from "./adapters/webhooks-out/signature.ts";
import { changeCases } from "./application/commands/cases/change-cases.ts";
import { giveFeedback } from "./application/commands/cases/give-feedback.ts";
import { messageShopper } from "./application/commands/cases/message-shopper.ts";
import { savePlaybook } from "./application/commands/cases/save-playbook.ts";
import { saveTeam } from "./application/commands/cases/save-team.ts";
import { watchCases } from "./application/commands/cases/watch-cases.ts";
import { addEndpoint, changeEndpoint, removeEndpoint, rotateSecret, switchEndpoint } from "./application/commands/endpoints/change-endpoints.ts";
import { replayDelivery, replayFailed, sendTest } from "./application/commands/endpoints/send-again.ts";
import { requestAct } from "./application/commands/acts/request-act.ts";
import { saveLimits } from "./application/commands/acts/save-limits.ts";
import { undoAct } from "./application/commands/acts/undo-act.ts";
import { changeClaims } from "./application/commands/claims/change-claims.ts";
import { noteAsked } from "./application/commands/claims/note-asked.ts";
import { removeClaimRule, saveClaimRule } from "./application/commands/claims/save-claim-rule.ts";
import { watchClaims } from "./application/commands/claims/watch-claims.ts";
import { answerDelay } from "./application/commands/ftc/answer-delay.ts";
import { askShopper } from "./application/commands/ftc/ask-shopper.ts";
import { saveShipBy } from "./application/commands/ftc/save-ship-by.ts";
import { watchShipClocks } from "./application/commands/ftc/watch-ship-clocks.ts";
import { continueImport } from "./application/commands/continue-import.ts";
import { dispatchOutbox, type Effects } from "./application/commands/dispatch-outbox.ts";
import { makeEventsKey, removeEventsKey } from "./application/commands/events-key.ts";
import { comeBack } from "./application/commands/come-back.ts";
import { connectFeed, disconnectFeed, testFeed } from "./application/commands/feeds/connect-feed.ts";
import { pollFeeds } from "./application/commands/feeds/poll-feeds.ts";
import { findIncidentsOf, wakeIncidents } from "./application/commands/incidents/find-incidents.ts";
import { actForAll, stopForAll } from "./application/commands/incidents/act-for-all.ts";
import { messageShoppers } from "./application/commands/incidents/message-shoppers.ts";
import { fireTimers } from "./application/commands/fire-timers.ts";
import { housekeeping } from "./application/commands/housekeeping.ts";
import { forgetImport, importPast } from "./application/commands/import-past.ts";
import { installShop } from "./application/commands/install-shop.ts";
import { measureDates, wakeMeasures } from "./application/commands/measure-dates.ts";
import { createShownRecorder } from "./application/commands/note-shown.ts";
import { processInbox } from "./application/commands/process-inbox.ts";
import { receiveMessages } from "./application/commands/receive-messages.ts";
import { recordOffer } from "./application/commands/record-offer.ts";
import { refitDates, wakeRefits } from "./application/commands/refit-dates.ts";
import { refitSilences, wakeSilenceRefits } from "./application/commands/refit-silences.ts";
import { reconcile, wakeDueShops } from "./application/commands/reconcile.ts";
import { reportNotReceived, shopperReportsNotReceived } from "./application/commands/report-not-received.ts";
import { reportUnknown } from "./application/commands/report-unknown.ts";
import { resolveCase } from "./application/commands/resolve-case.ts";
import { restartImport, wakeImports } from "./application/commands/restart-import.ts";
import { savePromise } from "./application/commands/save-promise.ts";
import { dismissGuide, saveSettings } from "./application/commands/save-settings.ts";
import { actInSlack } from "./application/commands/slack/act-in-slack.ts";
import { connectSlack, disconnectSlack, testSlack } from "./application/commands/slack/connect-slack.ts";
import { carryOutAct } from "./application/effects/carry-out-act.ts";
import { askReplay, runReplay, wakeReplays } from "./application/commands/rules/replay.ts";
import { restoreVersion } from "./application/commands/rules/restore-version.ts";
import { removeRule, saveRule, setRuleMode } from "./application/commands/rules/save-rule.ts";
import { deliverWebhook } from "./application/effects/deliver-webhook.ts";
import { emailShopper } from "./application/effects/email-shopper.ts";
import { fetchOrder } from "./application/effects/fetch-order.ts";
import { mailSwitchedOff } from "./application/effects/mail-switched-off.ts";
import { offerDelay } from "./application/effects/offer-delay.ts";
import { onlyNews } from "./application/effects/only-news.ts";
import { openTicket } from "./application/effects/open-ticket.ts";
import { postSlack } from "./application/effects/post-slack.ts";
import { postWebhook } from "./application/effects/post-webhook.ts";
import { publishDates } from "./application/effects/publish-dates.ts";
import { publishEstimate } from "./application/effects/publish-estimate.ts";
import { reassureShopper } from "./application/effects/reassure-shopper.ts";
import { registerTracker } from "./application/effects/register-tracker.ts";
import { triggerFlow } from "./application/effects/trigger-flow.ts";
import { writeShopper } from "./application/effects/write-shopper.ts";
import { runFlowAction } from "./application/commands/flow/run-action.ts";
import type { CarrierFeeds, Helpdesks, Normalise } from "./application/ports.ts";
import { datesAnswer } from "./application/queries/dates-answer.ts";
import { actor, actsAbout, actsPage } from "./application/queries/acts/acts-view.ts";
import { carrierOfCase, claimRules, claimsPage } from "./application/queries/claims.ts";
import { evidenceFile } from "./application/queries/evidence.ts";
import { previewAct } from "./application/queries/acts/preview-act.ts";
import { previewForAll } from "./application/queries/acts/preview-for-all.ts";
import { endpoints } from "./application/queries/endpoints.ts";
import { orderStatus, trackingPage } from "./application/queries/find-order.ts";
import { caseDetail, cases, playbooks, team } from "./application/queries/cases.ts";
import { caseById, home, settings, shipment, shipments } from "./application/queries/merchant.ts";
import { previewPromise, promiseSettings } from "./application/queries/promise-settings.ts";
import { ledgerPage, reliability } from "./application/queries/reliability.ts";
import { ruleById, rules, settingsHistory, trying } from "./application/queries/rules.ts";
import { shipByOfCase, shipBySettings } from "./application/queries/ship-by.ts";
import { createShopModels } from "./application/queries/shop-model.ts";
import { slackView } from "./application/queries/slack.ts";
import { sources } from "./application/queries/sources.ts";
import { readEnv, type Env } from "./config/env.server.ts";
import type { IncidentId, ShopId } from "./domain/shared/ids.ts";
import { startBoss } from "./jobs/boss.server.ts";
import type { Handlers } from "./jobs/catalog.ts";
import { createShopify } from "./shopify.server.ts";

/** Not a shop: the lock under which processes that start together take turns. */
const STARTING = "process.starting" as ShopId;

/** Which source speaks which language. */
const normaliseWith = (feeds: CarrierFeeds): Normalise => (message) => {
  switch (message.source) {
    case "shopify":
    case "shopify_sync": return normaliseShopify(message);
    case "warehouse": return normaliseWarehouse(message);
    case "merchant": return normaliseMerchant(message);
    default: return feeds[message.source].normalise(message);
  }
};

/** Rows of one inbox transaction: many enough for set-based writes, few enough to stay far below a second. */
const INBOX_BATCH = 100;
const OUTBOX_BATCH = 20;
const TIMER_BATCH = 200;
const CASE_BATCH = 100;
/** Parcels one round of questions to vendors is about; vendors are asked side by side, each in its own pace. */
const POLL_BATCH = 200;

const drain = async (step: () => Promise<number>): Promise<void> => {
  while ((await step()) > 0);
};

const compose = async (env: Env) => {
  const log = jsonLog((line) => process.stdout.write(line), env.LOG_LEVEL, () => new Date());
  const clock = systemClock;
  const master = env.HITHER_ENCRYPTION_KEY;
  const box = secretBox([derivedKey(master, "seal"), ...env.HITHER_ENCRYPTION_KEYS_PREVIOUS.map((key) => derivedKey(key, "seal"))]);
  const hash = lookupHash(derivedKey(master, "lookup"));
  const links = linkSigner(derivedKey(master, "links"));

  const database = await openDatabase({
    databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR, production: env.NODE_ENV === "production", migrationsDir: path.resolve("prisma/migrations"),
    onConnectionLost: (fault) => log.for("process").warn("database.connection_lost", { because: fault.message }),
  });
  const stores = createStores({ database, box, lookupHash: hash, newToken: () => randomBytes(24).toString("base64url") });
  const { transact, history, reads, caseReads, shops, sessions, budget, feeds: directory, sourceReads, dates, ledger, dateAnswers } = stores;
  const boss = await startBoss(database.pool, database.kind, log, (work) => database.withShopLock(STARTING, work));
  const { jobs, waited } = boss;

  const tokens = createTokens({ sessions, withShopLock: database.withShopLock, apiKey: env.SHOPIFY_API_KEY, apiSecret: env.SHOPIFY_API_SECRET, fetch: globalThis.fetch, clock, log });
  const calling = { tokens, budget, fetch: globalThis.fetch, clock, sleep: (wait: number) => new Promise<void>((resolve) => setTimeout(resolve, wait)), random: Math.random, log };
  const admin = createAdminApi(calling);
  const acting = { acts: createActs(createAdminClient(calling), clock), actReads: stores.actReads, transact, shops, clock };
  const adminUrl = (shop: string, page: string) => `https://admin.shopify.com/store/${shop.replace(".myshopify.com", "")}/apps/${env.SHOPIFY_API_KEY}${page}`;

  const feeds = createCarrierFeeds({ fetch: globalThis.fetch, fetchFromMerchant: createPublicFetch() });
  const normalise = normaliseWith(feeds);
  const appUrl = env.SHOPIFY_APP_URL;
  const receive = receiveMessages({ keep: stores.keepMessages, jobs });
  const holidays = createHolidays();
  const models = createShopModels({ holidays });
  const shown = createShownRecorder({ ledger, log, later: (after, run) => void setTimeout(run, after).unref() });
  const mailer = createMailer({ transport: env.SMTP_URL ? smtpTransport(env.SMTP_URL) : null, from: env.MAIL_FROM ?? null });
  const slack = createSlack({ fetch: createPublicFetch() });
  const chatting = { slack, connections: stores.slack, reads, shops, transact, clock, jobs, adminUrl };
  const helpdesks: Helpdesks = { of: () => Promise.resolve(null) }; // there is an adapter for none yet
  const effects: Effects = {
    email_shopper: onlyNews(shops, emailShopper({ transact, reads, caseReads, shops, links, mailer, shown })),
    reassure_shopper: onlyNews(shops, reassureShopper({ reads, shops, links, mailer, shown })),
    offer_delay: offerDelay({ transact, reads, shipClocks: stores.shipClocks, shops, links, mailer }), // has a last day of its own
    write_shopper: onlyNews(shops, writeShopper({ transact, reads, shops, flow: stores.flow, links, mailer, shown })),
    trigger_flow: onlyNews(shops, triggerFlow({ reads, admin, shops, transact, flow: stores.flow, adminUrl })),
    post_webhook: onlyNews(shops, postWebhook({ reads, endpoints: stores.endpoints, transact })),
    deliver_webhook: deliverWebhook({ transact, webhooks: createWebhookSender(), clock, random: Math.random, switchedOff: mailSwitchedOff({ shops, mailer, adminUrl }) }),
    post_slack: onlyNews(shops, postSlack(chatting)),
    open_ticket: onlyNews(shops, openTicket({ reads, caseReads, shops, transact, helpdesks, links, adminUrl })),
    carry_out_act: carryOutAct(acting),
    fetch_order: fetchOrder({ admin, receive }),
    register_tracker: registerTracker({ feeds, directory, reads, shops, receive, appUrl }),
    publish_estimate: publishEstimate({ reads, shops, admin, shown }),
    publish_dates: publishDates({ dates, admin }),
  };

  const install = installShop({ transact, admin, history, clock, jobs, log });
  const shopify = createShopify({ env, sessionStorage: freshSessions(sessions, { tokens, withShopLock: database.withShopLock }), onInstalled: async (shop) => void (await install(shop)) });

  const merchant = { reads, shops, endpoints: stores.endpoints, silences: stores.silences, directory, links, clock, shown, ledger };
  const rateLimit = memoryRateLimit();
  const shopper = { reads, shops, links, lookupHash: hash, rateLimit, clock, shown };
  const dating = { dates, ledger, shops, models, holidays, clock };
  const importing = continueImport({ transact, admin, history, models, clock, jobs: waited, log });
  const comparing = reconcile({ transact, admin, clock, log, receive });
  const processing = processInbox({ transact, normalise, models, clock, jobs, log });
  const dispatching = dispatchOutbox({ transact, effects, clock, log });
  const firing = fireTimers({ transact, models, clock, jobs });
  const watching = watchCases({ transact, clock, jobs });
  const watchingClaims = watchClaims({ transact, clock });
  const watchingShipClocks = watchShipClocks({ transact, clock, jobs });
  const claiming = { claims: stores.claims, caseReads, reads, shops, transact, clock };
  const polling = pollFeeds({ feeds, directory, shops, receive, clock, log, appUrl, pause: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000)) });
  const hooking = { transact, clock, jobs, newSecret: newWebhookSecret, newId: () => `we_${randomBytes(9).toString("base64url")}`, mayCall: checkAddress() };
  const connecting = { feeds, directory, shops, transact, clock, jobs, newSecret: newWebhookSecret, appUrl };
  const measuring = measureDates({ dates, shops, admin, models, transact, clock, jobs: waited, log, appUrl });
  const refitting = refitDates({ dates, shops, holidays, refit: refitInAThread(), clock, jobs: waited, log });
  const learningSilences = refitSilences({ silences: stores.silences, shops, holidays, fit: fitSilencesInAThread(), clock, log });
  const wakeDates = [wakeMeasures({ dates, clock, jobs: waited }), wakeRefits({ dates, clock, jobs: waited }), wakeSilenceRefits({ silences: stores.silences, clock, jobs: waited })];
  const findingIncidents = findIncidentsOf({ transact, clock, jobs: waited, log });
  const wakeTogether = wakeIncidents({ incidents: stores.incidents, clock, jobs: waited });
  const wakeShops = wakeDueShops({ transact, clock, jobs: waited });
  const wakeStalled = wakeImports({ history, jobs: waited });
  const tidy = housekeeping({ transact, clock, log });

  const ruling = { transact, desk: stores.ruleDesk };
  const newRuleId = () => randomBytes(6).toString("hex");
  // Models of their own: settings that are only tried would push the shop's real ones out of memory.
  const replaying = runReplay({ ...ruling, models: createShopModels({ holidays }), clock, log, openPlayer: playerInThreads() });
  const wakeTrials = wakeReplays({ desk: stores.ruleDesk, jobs: waited });

  const handlers: Handlers = {
    process_inbox: () => drain(async () => (await processing(INBOX_BATCH)).processed),
    dispatch_outbox: () => drain(async () => (await dispatching(OUTBOX_BATCH)).dispatched),
    fire_timers: () => drain(async () => (await firing(TIMER_BATCH)).fired),
    watch_cases: () => drain(async () => (await watching(CASE_BATCH)).looked),
    watch_claims: () => drain(async () => (await watchingClaims(CASE_BATCH)).looked),
    watch_ship_clocks: () => drain(async () => (await watchingShipClocks(CASE_BATCH)).looked),
    poll_feeds: () => drain(async () => (await polling(POLL_BATCH)).looked),
    continue_import: ({ shop }) => importing(shop),
    reconcile: async ({ shop }) => void (await comparing(shop)),
    measure_dates: ({ shop }) => measuring(shop),
    refit_dates: ({ shop }) => refitting(shop),
    replay: ({ shop }) => replaying(shop),
    find_incidents: ({ shop }) => findingIncidents(shop),
    refit_silences: ({ shop }) => learningSilences(shop),
    tick: async () => {
      await Promise.all([waited.wake("process_inbox"), waited.wake("dispatch_outbox"), boss.send("fire_timers", {}), boss.send("watch_cases", {}), boss.send("watch_claims", {}), boss.send("watch_ship_clocks", {}), boss.send("poll_feeds", {}), wakeShops(500), wakeTogether(500), ...wakeDates.map((wake) => wake(500))]);
      await boss.send("tick", {}, 2);
    },
    sweep: async () => void (await Promise.all([wakeStalled(500), wakeTrials(500)])),
    housekeeping: tidy,
  };

  return {
    env, apiKey: env.SHOPIFY_API_KEY, appUrl, log, clock, database, boss, handlers, shopify, shops, feeds, directory, sourceReads, shown, warehouseDoor: { isSigned, read: readEvents }, slack, slackConnections: stores.slack, slackDoor: { isSigned: isSignedBySlack, read: readInteraction }, receive, rateLimit,
    queries: {
      home: home(merchant), shipments: shipments(merchant), shipment: shipment(merchant), cases: cases({ caseReads, transact, clock }), caseDetail: caseDetail({ caseReads, transact, clock }), team: team({ transact }), playbooks: playbooks({ transact }), caseById: caseById(merchant), settings: settings(merchant),
      rules: rules(ruling), ruleById: ruleById(ruling), trying: trying(ruling), settingsHistory: settingsHistory(ruling),
      sources: sources({ feeds, directory, sources: sourceReads, shops, clock, appUrl, reportTo: env.REPORT_URL ?? null }),
      datesAnswer: datesAnswer({ reads: dateAnswers, shown, clock }), reliability: reliability(dating), ledger: ledgerPage(dating), promiseSettings: promiseSettings(dating), previewPromise: previewPromise(dating),
      previewAct: previewAct(acting), previewForAll: previewForAll({ transact, clock }), actsAbout: actsAbout({ ...acting, reads }), actsPage: actsPage({ ...acting, reads }), actor: actor({ transact }),
      carrierOfCase: carrierOfCase(claiming), claims: claimsPage(claiming), claimRules: claimRules(claiming),
      shipByOfCase: shipByOfCase({ shipClocks: stores.shipClocks, reads, shops, transact, clock }), shipBySettings: shipBySettings({ shops, transact }),
      evidenceFile: evidenceFile({ evidence: stores.evidence, reads, actReads: stores.actReads, claims: stores.claims, shops, files: { pdf: evidencePdf, zip: evidenceZip }, clock }),
      incidents: (shop: ShopId) => stores.incidents.list(shop, 100), incident: (shop: ShopId, id: IncidentId) => stores.incidents.one(shop, id),
      slack: slackView({ connections: stores.slack, shops, appUrl }),
      endpoints: endpoints({ endpoints: stores.endpoints, clock }),
      trackingPage: trackingPage(shopper), orderStatus: orderStatus(shopper),
    },
    commands: {
      comeBack: comeBack({ feeds, directory, shops, clock, log }),
      installShop: install, restartImport: restartImport({ history, clock, jobs }),
      resolveCase: resolveCase({ transact, clock, jobs }),
      changeCases: changeCases({ transact, clock, jobs }), messageShopper: messageShopper({ transact, clock, jobs }), messageShoppers: messageShoppers({ transact, clock, jobs }), giveFeedback: giveFeedback({ transact, reads, links, rateLimit, clock }),
      changeClaims: changeClaims({ transact, clock }), noteAsked: noteAsked({ transact, clock }), saveClaimRule: saveClaimRule({ transact, clock, newId: newRuleId }), removeClaimRule: removeClaimRule({ transact, clock }),
      askShopper: askShopper({ transact, clock, jobs }), answerDelay: answerDelay({ transact, links, rateLimit, clock, jobs }), saveShipBy: saveShipBy({ transact, dates, clock, jobs }),
      saveTeam: saveTeam({ transact, clock, newId: () => randomBytes(9).toString("base64url") }), savePlaybook: savePlaybook({ transact, clock }),
      saveSettings: saveSettings({ transact, clock, jobs }),
      addEndpoint: addEndpoint(hooking), changeEndpoint: changeEndpoint(hooking), switchEndpoint: switchEndpoint(hooking), removeEndpoint: removeEndpoint(hooking), rotateSecret: rotateSecret(hooking), sendTest: sendTest(hooking), replayDelivery: replayDelivery(hooking), replayFailed: replayFailed(hooking),
      connectSlack: connectSlack(chatting), disconnectSlack: disconnectSlack(chatting), testSlack: testSlack(chatting), actInSlack: actInSlack(chatting),
      dismissGuide: dismissGuide({ transact, clock }),
      saveRule: saveRule({ transact, clock, newId: newRuleId }), setRuleMode: setRuleMode({ transact, clock }), removeRule: removeRule({ transact, clock }), restoreVersion: restoreVersion({ ...ruling, clock, jobs }), askReplay: askReplay({ ...ruling, clock, jobs, newId: newRuleId }),
      noteTriggerUse: stores.flow.noteUse, runFlowAction: runFlowAction({ transact, reads, models, requestAct: requestAct({ transact, clock, jobs }), clock, jobs }),
      requestAct: requestAct({ transact, clock, jobs }), undoAct: undoAct({ ...acting, jobs }), actForAll: actForAll({ transact, clock, jobs }), stopForAll: stopForAll({ transact, clock, jobs, actReads: stores.actReads }), saveLimits: saveLimits({ transact, clock }),
      savePromise: savePromise({ transact, dates, holidays, clock, jobs }), importPast: importPast({ dates, shops, read: readPastShipments, clock, jobs }), forgetImport: forgetImport({ dates, jobs }),
      refitNow: (shop: ShopId) => jobs.wake("refit_dates", shop), recordOffer: recordOffer({ dates, shops, shown, clock }),
      connectFeed: connectFeed(connecting), disconnectFeed: disconnectFeed({ directory }), testFeed: testFeed(connecting),
      makeEventsKey: makeEventsKey({ sources: sourceReads, clock, newSecret: newWebhookSecret, newKeyId: () => `hk_${randomBytes(12).toString("hex")}` }), removeEventsKey: removeEventsKey({ sources: sourceReads }),
      reportUnknown: reportUnknown({ sources: sourceReads, clock }), reportNotReceived: reportNotReceived({ reads, receive, clock }), shopperReportsNotReceived: shopperReportsNotReceived({ reads, receive, clock, links, rateLimit }),
    },
  };
};

/** What routes, the web server and the worker reach the product through. */
export type Container = Awaited<ReturnType<typeof compose>>;

let made: Promise<Container> | undefined;

/** Everything wired, once per process: environment, adapters, commands and queries. The only place that knows them all. */
export const container = (): Promise<Container> => (made ??= compose(readEnv()));
