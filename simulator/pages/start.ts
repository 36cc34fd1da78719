import type { Handler } from "../http/handler.ts";
import type { PageContext } from "./context.ts";
import { html } from "./html.ts";
import { layout } from "./layout.ts";
import { packingPanel } from "./packing.ts";
import { shoppersLine } from "./shoppers.ts";

/** The first page: every address and a tour worth taking. */
export function startRoutes(context: PageContext): Handler {
  return (_request, url) => {
    if (url.pathname !== "/") return null;
    const { world, urls, app } = context;
    const underway = world.orders.flatMap((order) => order.fulfillments).filter((fulfillment) => fulfillment.status === "success" && !fulfillment.events.some((event) => event.status === "delivered")).length;
    const admin = `/store/hearth-and-wool/apps/${app.handle}/app`;
    return layout(context, { title: "Start", path: "/" }, html`
      <h1>A day at Hearth &amp; Wool</h1>
      <p>${app.name} is running against a pretend Shopify. The shop has ${world.orders.length} orders, ${underway} parcels under way and ${world.mails.length === 1 ? "1 mail" : `${world.mails.length} mails`} sent.</p>
      ${shoppersLine(context)}
      <div class="cards">
        <a class="card" href="${admin}"><h3>${app.name} in the admin</h3><p>What the merchant sees.</p></a>
        <a class="card" href="${urls.storefront}/"><h3>Storefront</h3><p>Buy something; see the date in the checkout.</p></a>
        <a class="card" href="${urls.storefront}/pages/track"><h3>Tracking page</h3><p>Order number and e-mail, no account.</p></a>
        <a class="card" href="/desk"><h3>Carrier desk</h3><p>Move parcels, cause trouble.</p></a>
        <a class="card" href="/accounts"><h3>Carrier accounts</h3><p>Keys, webhooks and outages of every tracking vendor.</p></a>
        <a class="card" href="/warehouse"><h3>Warehouse</h3><p>Picked, packed, labelled, handed over.</p></a>
        <a class="card" href="/mail"><h3>Mailbox</h3><p>What the app wrote to whom.</p></a>
        <a class="card" href="/flow"><h3>Flow</h3><p>Triggers received, actions to run.</p></a>
        <a class="card" href="/log"><h3>Webhooks</h3><p>In both directions, with signatures.</p></a>
        <a class="card" href="/sms"><h3>SMS box</h3><p>Empty for now.</p></a>
        <a class="card" href="/slack"><h3>Slack</h3><p>The team’s channel, with buttons that work.</p></a>
        <a class="card" href="/clock"><h3>Clock</h3><p>An hour per minute, or a day per blink.</p></a>
      </div>
      <h2>Delivery dates under load</h2>
      <div class="cards">${packingPanel(context)}
        <a class="card" href="/desk#standstill"><h3>Carrier outage</h3><p>Let UPS stand still, and move again.</p></a>
        <a class="card" href="/former-software"><h3>Previous shipping software</h3><p>A year of past parcels as CSV, to import.</p></a></div>
      <h2>A tour of five minutes</h2>
      <div class="card"><ol class="tour">
        <li>Open <a href="${admin}">${app.name} in the admin</a>: the last month was imported on installation.</li>
        <li>Order something in the <a href="${urls.storefront}/">storefront</a>. The checkout names a date; the thank-you page follows the order.</li>
        <li>At the <a href="/desk">carrier desk</a> press <em>Next step</em> on that parcel, then <em>failed attempt</em>.</li>
        <li>Within seconds there is a case in the <a href="${admin}/cases">admin</a>, a mail in the <a href="/mail">mailbox</a>, a trigger at <a href="/flow">Flow</a> and a signed <a href="/log">webhook</a>.</li>
        <li>Look at the <a href="${urls.storefront}/pages/track">tracking page</a> as the buyer does, then resolve the case from <a href="/flow">Flow</a>.</li>
        <li>Jump 36 hours with the clock above: parcels that nobody scanned are noticed.</li>
      </ol></div>`);
  };
}
