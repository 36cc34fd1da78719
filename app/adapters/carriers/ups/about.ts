import type { FeedDescription } from "#app/application/ports.ts";

/** UPS Track and Track Alert, for merchants with their own UPS developer app. */
export const UPS: FeedDescription = {
  source: "ups", name: "UPS", kind: "carrier", couriers: ["ups"],
  fields: [
    { name: "clientId", label: "Client ID", help: "developer.ups.com → My Apps → your app → Credentials. The app needs the products “Tracking” and “Track Alert”.", secret: false, optional: false, made: false },
    { name: "clientSecret", label: "Client secret", help: "Beside the client ID.", secret: true, optional: false, made: false },
    { name: "webhookCredential", label: "Webhook credential", help: "Enter it with our address at developer.ups.com → Manage Webhook Credentials. UPS sends it with every event. Leave empty to have one made.", secret: true, optional: false, made: true },
  ],
  pushes: "paste", // Track Alert v2 has no destination of its own: address and credential are kept in UPS's portal (UPSTrackAlertEnhanced.yaml, read 2026-11-21)
  // Track takes one number per call. UPS publishes no figure per second or day; four a second is our own restraint (2026-11).
  limits: { batch: 1, perSecond: 4, perDay: null },
  notice: "UPS's tracking terms (developer guides of 2018 and 2023) want UPS data shown unaltered, with the UPS mark and its trademark line, and not on one page with other carriers. Read your UPS Technology Agreement before you show it on a page that tracks several carriers. Events are pushed for 14 days after a parcel is registered; after that UPS is asked.",
  docs: "https://developer.ups.com/api/reference/tracking",
};
