import type { FeedDescription } from "#app/application/ports.ts";

/** FedEx Track and Advanced Integrated Visibility, for merchants with their own FedEx developer project. */
export const FEDEX: FeedDescription = {
  source: "fedex", name: "FedEx", kind: "carrier", couriers: ["fedex"],
  fields: [
    { name: "apiKey", label: "API key", help: "developer.fedex.com → My Projects → your project → Production keys. The project needs “Track API”.", secret: false, optional: false, made: false },
    { name: "secretKey", label: "Secret key", help: "Beside the API key. FedEx shows it once.", secret: true, optional: false, made: false },
    { name: "securityToken", label: "Webhook security token", help: "Only if you use Advanced Integrated Visibility: developer.fedex.com → My Projects → Webhooks → your project. Enter our address there and copy its security token here. Leave empty and FedEx is asked instead.", secret: true, optional: true, made: false },
  ],
  pushes: "paste",
  // 30 numbers a call: Track API reference. 1,400 calls in 10 seconds and 100,000 a day are FedEx's standard limits (developer.fedex.com, "API rate limits", as commonly quoted, read 2026-11); we stay far below the first.
  limits: { batch: 30, perSecond: 4, perDay: 100_000 },
  notice: "Asking FedEx about parcels is free. Its pushes (Advanced Integrated Visibility) are billed by FedEx each month and need a US account.",
  docs: "https://developer.fedex.com/api/en-us/catalog/track.html",
};
