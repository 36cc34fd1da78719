import { z } from "zod";
import { readBody, type Read } from "../http/forms.ts";
import { json, type Handler } from "../http/handler.ts";
import { SCENARIOS } from "../scenarios/catalog.ts";
import { newDestination } from "../scenarios/places.ts";
import type { Address } from "../world/types.ts";
import { COMPLIANCE_TOPICS } from "./admin/install.ts";
import { COMPANIES } from "./admin/orders.ts";
import { FaultForm, planFaults } from "./admin/operation-faults.ts";
import { fulfillByHand } from "./admin/order-acts.ts";
import type { PageContext } from "./context.ts";
import { CarrierForm, moveCarrier } from "./desk/standstill.ts";
import { scanByHand, ScanForm } from "./desk/scan-form.ts";
import { TroubleForm } from "./desk/trouble.ts";
import { PackingForm, packingOf } from "./packing.ts";

const AddressBody: z.ZodType<Address> = z.object({
  first_name: z.string(), last_name: z.string(), address1: z.string(), address2: z.string().nullable(), city: z.string(), province: z.string().nullable(),
  province_code: z.string().nullable(), country: z.string(), country_code: z.string().length(2), zip: z.string(), phone: z.string().nullable(),
});
const OrderBody = z.object({
  lines: z.array(z.object({ productId: z.string(), quantity: z.number().int().positive() })).optional(),
  email: z.email().optional(), address: AddressBody.optional(), locale: z.string().optional(), country: z.enum(["US", "CA", "GB", "DE"]).default("US"),
});
const FulfillBody = z.object({ orderId: z.string(), company: z.enum(COMPANIES).default("UPS"), number: z.string().default("") });
const ClockBody = z.object({ speed: z.number().min(0).optional(), advanceMs: z.number().min(0).optional() });
const StoryBody = z.object({ scenario: z.enum(SCENARIOS.map((scenario) => scenario.name)) });
const HookBody = z.object({ secret: z.string().nullable().optional(), failWith: z.number().int().nullable().optional() });
const FeedBody = z.object({
  source: z.string(), webhook: z.object({ url: z.url(), secret: z.string().nullable() }).nullable().optional(),
  trouble: z.object({ rateLimited: z.number().int().min(0), failing: z.number().int().min(0), down: z.boolean() }).partial().optional(), repeat: z.string().optional(),
});
const SlackBody = z.object({ message: z.string(), action: z.string(), person: z.object({ id: z.string(), name: z.string() }) });
const SearchBody = z.object({ lagMs: z.number().min(0) });
const RushBody = z.object({ orders: z.number().int().min(1).max(2_000).optional() });
const ComplianceBody = z.object({ topic: z.enum(COMPLIANCE_TOPICS), orderId: z.string().optional() });

type Done = { outcome: "done"; value: unknown } | { outcome: "refused"; reason: string };
const done = (value: unknown): Done => ({ outcome: "done", value });
const refuse = (reason: string): Done => ({ outcome: "refused", reason });

/** The control API for tests, below /__control: every act in JSON, and the state of the world. Bad input answers 400 with a sentence. */
export function controlRoutes(context: PageContext): Handler {
  const { world, director } = context;

  const acts: Record<string, (request: Request) => Promise<Done>> = {
    order: withBody(OrderBody, (body) => {
      const buyer = newDestination([body.country], world.random);
      const product = world.products[0];
      if (product === undefined) return refuse("The shop sells nothing.");
      return done(world.placeOrder({
        lines: body.lines ?? [{ productId: product.id, quantity: 1 }], email: body.email ?? buyer.email, address: body.address ?? buyer.address,
        shippingMethod: { title: "Standard", code: "standard", price: "5.90" }, locale: body.locale ?? buyer.locale,
      }));
    }),
    fulfill: withBody(FulfillBody, (body) => {
      const order = world.order(body.orderId);
      if (order === undefined) return refuse(`There is no order ${body.orderId}.`);
      const problem = fulfillByHand(world, order, { company: body.company, number: body.number });
      return problem === null ? done(order.fulfillments.at(-1)) : refuse(problem);
    }),
    scan: withBody(ScanForm, (body) => {
      const problem = scanByHand(world, director, body);
      return problem === null ? done({}) : refuse(problem);
    }),
    clock: withBody(ClockBody, async (body) => {
      if (body.speed !== undefined) world.clock.setSpeed(body.speed);
      if (body.advanceMs !== undefined) await world.clock.advance(body.advanceMs);
      return done({ now: world.clock.now().toISOString(), speed: world.clock.speed });
    }),
    trouble: withBody(TroubleForm, (body) => done(Object.assign(world.trouble, body))),
    fault: withBody(FaultForm, (body) => done(planFaults(world, body))),
    search: withBody(SearchBody, (body) => done(Object.assign(world.searchIndex, body))),
    story: withBody(StoryBody, (body) => done(director.start(body.scenario))),
    endpoint: withBody(HookBody, (body) => {
      if (body.secret !== undefined) context.hooks.secret = body.secret;
      if (body.failWith !== undefined) context.hooks.failWith = body.failWith;
      return done({ secret: context.hooks.secret, failWith: context.hooks.failWith });
    }),
    feed: withBody(FeedBody, (body) => {
      const feed = context.feeds.find((one) => one.source === body.source);
      if (feed === undefined) return refuse(`There is no vendor "${body.source}". There are: ${context.feeds.map((one) => one.source).join(", ")}.`);
      if (body.webhook !== undefined) feed.configureWebhook(body.webhook);
      Object.assign(feed.trouble, body.trouble);
      if (body.repeat !== undefined) feed.repeat(body.repeat);
      return done({ source: feed.source, watched: feed.watched, webhook: feed.webhook, trouble: feed.trouble });
    }),
    slack: withBody(SlackBody, async ({ message, action, person }) => {
      const pressed = await context.slack.press(message, action, person);
      return pressed.outcome === "pressed" ? done({ status: pressed.status }) : refuse(pressed.reason);
    }),
    rush: withBody(RushBody, (body) => {
      context.rush(body.orders);
      return done({ until: new Date(world.clock.now().getTime() + 3_600_000).toISOString() });
    }),
    packing: withBody(PackingForm, (body) => {
      director.packing.setSpeed(body.speed);
      return done(packingOf(context));
    }),
    carrier: withBody(CarrierForm, (body) => {
      moveCarrier(director, body);
      return done({ standing: [...director.standing.keys()] });
    }),
    compliance: withBody(ComplianceBody, (body) => {
      world.compliance(body.topic, body.orderId);
      return done({});
    }),
    install: async () => done(world.install()),
    uninstall: async () => done(world.uninstall()),
    "session-token": async () => done({ token: context.mintSessionToken() }),
  };

  return async (request, url) => {
    const name = /^\/__control\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (name === undefined) return null;
    if (name === "state" && request.method === "GET") return json(stateOf(context));
    const act = acts[name];
    if (act === undefined || request.method !== "POST") return json({ error: `There is no ${request.method} /__control/${name}. POST one of ${Object.keys(acts).join(", ")}, or GET state.` }, 404);
    const result = await act(request);
    return result.outcome === "done" ? json(result.value ?? {}) : json({ error: result.reason }, 400);
  };
}

/** Everything a test may want to look at, in one answer. */
function stateOf(context: PageContext): unknown {
  const { world, director, urls, feeds, warehouse, slack } = context;
  return {
    now: world.clock.now().toISOString(), speed: world.clock.speed, installed: world.installed, urls,
    orders: world.orders, mails: world.mails, smses: world.smses, flowRuns: world.flowRuns, hooksReceived: world.hooksReceived, slack: slack.messages,
    deliveries: world.deliveries, trouble: world.trouble, metafields: [...world.metafields.entries()],
    drafts: [...world.drafts.values()], discounts: [...world.discounts.values()], storeCredit: [...world.storeCredit.values()], stock: Object.fromEntries(world.stock), operationFaults: world.operationFaults,
    feeds: feeds.map(({ source, watched, webhook, trouble }) => ({ source, watched, webhook, trouble })), warehouse: { requests: warehouse.requests, waiting: warehouse.waiting, packing: packingOf(context) }, standing: [...director.standing.keys()],
    stories: director.stories.map(({ id, scenario, orderId, trackingNumbers, ahead }) => ({ id, scenario, orderId, trackingNumbers, ahead: ahead.length })),
  };
}

function withBody<T>(schema: z.ZodType<T>, act: (body: T) => Done | Promise<Done>): (request: Request) => Promise<Done> {
  return async (request) => {
    const body: Read<T> = await readBody(request, schema);
    return body.outcome === "read" ? act(body.value) : refuse(body.reason);
  };
}
