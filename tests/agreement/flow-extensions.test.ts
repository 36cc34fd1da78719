import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { flowTold } from "#app/application/effects/trigger-flow-payload.ts";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import { FLOW_ACTIONS } from "#app/contracts/flow-actions.ts";
import { FLOW_TRIGGERS } from "#app/contracts/flow-triggers.ts";
import { emptyJourney } from "#app/domain/journeys/journey.ts";
import { NEW_YORK, ORDER, SHOP, TUESDAY, at, order, scan, shipment } from "../builders/journey.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const Toml = z.object({
  extensions: z.array(z.object({ type: z.string(), name: z.string(), handle: z.string(), uid: z.string(), runtime_url: z.string().optional(), url: z.string().optional() })),
  settings: z.object({ fields: z.array(z.object({ type: z.string(), key: z.string().optional(), required: z.boolean().optional() })) }).optional(),
});

const tomls = readdirSync(join(ROOT, "extensions")).filter((name) => name.startsWith("flow-")).map((name) => {
  const { extensions: [extension], settings } = Toml.parse(parse(readFileSync(join(ROOT, "extensions", name, "shopify.extension.toml"), "utf8")));
  if (extension === undefined) throw new Error(`${name} describes nothing`);
  return { ...extension, folder: name, fields: settings?.fields ?? [] };
});
const ofType = (type: string) => tomls.filter((one) => one.type === type);

const parcel = shipment([scan(2, "in_transit"), scan(30, "delivered")]);
const about: CaseRow = {
  id: "c1", shipmentId: parcel.id, orderId: ORDER, orderName: "#1", category: "lost", severity: 2, status: "open", because: "Nobody knows where it is.", openedAt: "2026-11-20T10:00:00.000Z", dueAt: "2026-11-20T18:00:00.000Z",
  resolvedAt: null, resolution: null, resolvedBy: null, carrier: "UPS", trackingNumber: "1Z", ownerId: null, team: null,
};
const found = { journey: { ...emptyJourney(SHOP, ORDER), order: order({ customerId: "9" }), shipments: [{ ...parcel, timeline: { ...parcel.timeline, deliveredAt: TUESDAY } }] }, firstEstimates: {} };

describe("Flow's extensions", () => {
  it.each([...FLOW_TRIGGERS])("%s tells exactly the fields its toml declares, each of its type", (handle) => {
    const toml = ofType("flow_trigger").find((one) => one.handle === handle);
    const told = flowTold(handle, { shop: { zone: NEW_YORK }, now: at(90), found, about, members: [], orderId: ORDER, shipmentId: parcel.id, details: { hours: 5, stage: "customs", probability: 0.5, promised: "2026-11-20", from: "2026-11-20", to: null, days: null, times: 1 }, url: (page) => `https://admin.example${page}` });
    const declared = Object.fromEntries((toml?.fields ?? []).map(({ type, key }) => [key ?? type.replace("_reference", "_id"), type === "number_decimal" ? "number" : type === "boolean" ? "boolean" : "string"]));
    expect(Object.fromEntries(Object.entries(told?.payload ?? {}).map(([key, value]) => [key, typeof value]))).toEqual(declared);
  });

  it("has one toml for every trigger and action, in a folder of its handle, and no other", () => {
    expect(ofType("flow_trigger").map(({ handle }) => handle).toSorted()).toEqual([...FLOW_TRIGGERS].toSorted());
    expect(ofType("flow_action").map(({ handle }) => handle).toSorted()).toEqual([...FLOW_ACTIONS].toSorted());
    for (const { type, handle, folder } of [...ofType("flow_trigger"), ...ofType("flow_action")]) expect(folder).toBe(`${type.replace("_", "-")}-${handle}`);
    expect(new Set(tomls.map(({ uid }) => uid)).size).toBe(tomls.length);
  });

  it.each([...FLOW_ACTIONS])("%s posts to a route we have and needs an order", (handle) => {
    const toml = ofType("flow_action").find((one) => one.handle === handle);
    expect(toml?.runtime_url).toBe(`/flow/actions/${handle}`);
    expect(existsSync(join(ROOT, "app/routes", `flow.actions.${handle}.tsx`))).toBe(true);
    expect(toml?.fields[0]).toMatchObject({ type: "order_reference", required: true });
  });

  it.each([...FLOW_ACTIONS])("%s reads every field its toml offers", (handle) => {
    const source = readFileSync(join(ROOT, "app/routes/requests/flow-action.ts"), "utf8");
    const offered = ofType("flow_action").find((one) => one.handle === handle)?.fields.flatMap(({ key }) => key ?? []);
    expect(offered?.filter((key) => !source.includes(`"${key}"`))).toEqual([]);
  });

  it("tells Flow where to say which triggers are used", () => {
    const [callback, ...more] = ofType("flow_trigger_lifecycle_callback");
    expect(more).toEqual([]);
    expect(new URL(callback?.url ?? "").pathname).toBe("/flow/lifecycle");
    expect(existsSync(join(ROOT, "app/routes/flow.lifecycle.tsx"))).toBe(true);
  });
});
