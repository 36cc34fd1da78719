import type { HomeView } from "#app/contracts/admin-views.ts";

/** One step of the guide. `elsewhere`: the action leaves the app, for example into the theme editor. */
export type SetupStep = { readonly id: string; readonly title: string; readonly text: string; readonly done: boolean; readonly action: { readonly label: string; readonly url: string; readonly elsewhere: boolean } | null };

type Places = { readonly shop: string; readonly apiKey: string };

/** Shopify's theme editor with our tracking block ready to be placed on a page. */
const themeEditor = ({ shop, apiKey }: Places): string =>
  `https://${shop}/admin/themes/current/editor?template=page&addAppBlockId=${encodeURIComponent(`${apiKey}/order-tracking`)}&target=newAppsSection`;

/** The way to value, in five steps that tick themselves. */
export const setupSteps = (setup: HomeView["setup"], places: Places): readonly SetupStep[] => [
  { id: "import", title: "Import your past orders", text: "Hither reads the last 60 days and starts watching what is on its way.", done: setup.imported, action: null },
  { id: "rules", title: "Check your delivery rules", text: "Cut-off, handling time and transit times give the first dates shoppers see.", done: setup.rulesSaved, action: { label: "Check the rules", url: "/app/settings", elsewhere: false } },
  { id: "tracking", title: "Put the tracking page into your store", text: "Add the Order tracking block to a page of your theme, then look up one order to see it work.", done: setup.trackingPageSeen, action: { label: "Open the theme editor", url: themeEditor(places), elsewhere: true } },
  { id: "carrier", title: "Connect a source of scans", text: "With a carrier, an aggregator or your own Karrio connected, scans arrive within minutes instead of when Shopify passes them on.", done: setup.carrierConnected, action: { label: "Choose a source", url: "/app/sources", elsewhere: false } },
  { id: "webhook", title: "Tell your own systems", text: "Optional: signed messages to your own endpoints, for the news you choose.", done: setup.webhookConnected, action: { label: "Add an endpoint", url: "/app/webhooks", elsewhere: false } },
];
