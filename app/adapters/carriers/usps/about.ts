import type { FeedDescription } from "#app/application/ports.ts";

/** USPS Tracking v3 with the merchant's own app and Mailer ID. */
export const USPS: FeedDescription = {
  source: "usps", name: "USPS", kind: "carrier", couriers: ["usps"],
  fields: [
    { name: "consumerKey", label: "Consumer key", help: "developers.usps.com → Apps → your app. USPS must have granted the app “Tracking” and “Subscriptions – Tracking”; it does so on request, not by itself.", secret: false, optional: false, made: false },
    { name: "consumerSecret", label: "Consumer secret", help: "Beside the consumer key.", secret: true, optional: false, made: false },
    { name: "mailerId", label: "Mailer ID (MID)", help: "Business Customer Gateway → Manage Mailer ID. Six or nine digits; several separated by commas.", secret: false, optional: false, made: false },
    { name: "alertEmail", label: "E-mail for USPS's warnings", help: "USPS writes here before it suspends or deletes the subscription.", secret: false, optional: false, made: false },
    { name: "webhookSecret", label: "Webhook secret", help: "At least 32 characters; USPS signs its pushes with the first 32. Leave empty to have one made; you need not enter it anywhere.", secret: true, optional: false, made: true },
  ],
  pushes: "registered",
  // 35 numbers a call (Tracking v3.2). 60 calls an hour is USPS's default for a new app, as reported publicly (2026-11): one a minute.
  limits: { batch: 35, perSecond: 1 / 60, perDay: 60 * 24 },
  notice: "Since April 2026 USPS tells only the sender about a parcel: with your own app, parcels under your own Mailer ID. Labels bought through Shopify or another platform carry that platform's Mailer ID, and USPS will not tell you about those here. A new app may ask 60 times an hour.",
  docs: "https://developers.usps.com/trackingv3r2",
};
