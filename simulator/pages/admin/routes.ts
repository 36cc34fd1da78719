import { z } from "zod";
import { readBody, refused } from "../../http/forms.ts";
import { seeOther, type Handler } from "../../http/handler.ts";
import type { PageContext } from "../context.ts";
import { STORE } from "./admin-layout.ts";
import { embeddedAppPage } from "./embedded-app.ts";
import { appSettingsPage, COMPLIANCE_TOPICS, installPage } from "./install.ts";
import { FaultForm, planFaults } from "./operation-faults.ts";
import { FulfillForm, fulfillByHand, TrackingForm, trackingFor } from "./order-acts.ts";
import { orderPage, ordersPage } from "./orders.ts";

const ROOT = `/store/${STORE}`;
const ComplianceForm = z.object({ topic: z.enum(COMPLIANCE_TOPICS), orderId: z.string().optional() });

/** Everything below /store/hearth-and-wool: the admin shell, orders, installation. */
export function adminRoutes(context: PageContext): Handler {
  return async (request, url) => {
    if (url.pathname !== ROOT && !url.pathname.startsWith(`${ROOT}/`)) return null;
    const path = url.pathname.slice(ROOT.length);
    return request.method === "POST" ? act(context, request, path) : show(context, path, url);
  };
}

function show(context: PageContext, path: string, url: URL): Response | null {
  const { world, app } = context;
  if (path === "" || path === "/") return seeOther(`${ROOT}/apps/${app.handle}/app`);
  if (path === "/orders") return ordersPage(context);
  if (path === "/settings/apps") return appSettingsPage(context);
  const orderId = /^\/orders\/(\d+)$/.exec(path)?.[1];
  if (orderId !== undefined) {
    const order = world.order(orderId);
    return order === undefined ? null : orderPage(context, order);
  }
  // Shopify accepts the handle and the client id alike.
  const appPath = [app.handle, app.clientId].map((name) => `/apps/${name}`).find((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  if (appPath === undefined) return null;
  return world.installed ? embeddedAppPage(context, path.slice(appPath.length), url.searchParams) : installPage(context);
}

async function act(context: PageContext, request: Request, path: string): Promise<Response | null> {
  const { world, app, director } = context;
  switch (path) {
    case "/session-token":
      return world.installed ? new Response(context.mintSessionToken()) : refused("The app is not installed.");
    case `/apps/${app.handle}/install`:
      world.install();
      return seeOther(`${ROOT}/apps/${app.handle}/app`);
    case `/apps/${app.handle}/uninstall`:
      world.uninstall();
      return seeOther(`${ROOT}/settings/apps`);
    case "/settings/faults": {
      const form = await readBody(request, FaultForm);
      if (form.outcome === "refused") return refused(form.reason);
      planFaults(world, form.value);
      return seeOther(`${ROOT}/settings/apps`);
    }
    case "/settings/compliance": {
      const form = await readBody(request, ComplianceForm);
      if (form.outcome === "refused") return refused(form.reason);
      world.compliance(form.value.topic, form.value.orderId);
      return seeOther(`${ROOT}/settings/apps`);
    }
  }
  const [, orderId, verb, fulfillmentId, fulfillmentVerb] = /^\/orders\/(\d+)\/(\w+)(?:\/(\d+)\/(\w+))?$/.exec(path) ?? [];
  const order = orderId === undefined ? undefined : world.order(orderId);
  if (order === undefined) return null;
  const back = seeOther(`${ROOT}/orders/${order.id}`);
  switch (fulfillmentVerb ?? verb) {
    case "fulfill": {
      const form = await readBody(request, FulfillForm);
      if (form.outcome === "refused") return refused(form.reason);
      const problem = fulfillByHand(world, order, form.value);
      return problem === null ? back : refused(problem);
    }
    case "cancel": {
      const story = director.storyOfOrder(order.id);
      if (story !== undefined) director.takeOver(story);
      if (fulfillmentId === undefined) world.cancelOrder(order.id);
      else world.cancelFulfillment(fulfillmentId);
      return back;
    }
    case "tracking": {
      const form = await readBody(request, TrackingForm);
      if (form.outcome === "refused") return refused(form.reason);
      const fulfillment = order.fulfillments.find((one) => one.id === fulfillmentId);
      if (fulfillment === undefined) return null;
      const added = trackingFor(world, form.value.company, form.value.number);
      world.updateTracking(fulfillment.id, form.value.keep === undefined ? [added] : [...fulfillment.tracking, added]);
      return back;
    }
    default:
      return null;
  }
}
