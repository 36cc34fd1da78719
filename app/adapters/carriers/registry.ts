import type { CarrierFeeds } from "#app/application/ports.ts";
import { createAftershipFeed } from "./aftership/feed.ts";
import { createDhlFeed } from "./dhl/feed.ts";
import { createEasypostFeed } from "./easypost/feed.ts";
import { createFedexFeed } from "./fedex/feed.ts";
import { createKarrioFeed } from "./karrio/feed.ts";
import { createSeventeentrackFeed } from "./seventeentrack/feed.ts";
import { createShippoFeed } from "./shippo/feed.ts";
import { createUpsFeed } from "./ups/feed.ts";
import { createUspsFeed } from "./usps/feed.ts";

/** The network. `fetchFromMerchant` is for servers a merchant names: it reaches no private network. */
type Network = { readonly fetch: typeof fetch; readonly fetchFromMerchant: typeof fetch };

/** Every feed besides Shopify itself, under the word its scans carry as their source. A new one is a folder and a line here. */
export const createCarrierFeeds = ({ fetch, fetchFromMerchant }: Network): CarrierFeeds => ({
  easypost: createEasypostFeed({ fetch }),
  aftership: createAftershipFeed({ fetch }),
  shippo: createShippoFeed({ fetch }),
  seventeentrack: createSeventeentrackFeed({ fetch }),
  karrio: createKarrioFeed({ fetch: fetchFromMerchant }),
  dhl: createDhlFeed({ fetch }),
  ups: createUpsFeed({ fetch }),
  fedex: createFedexFeed({ fetch }),
  usps: createUspsFeed({ fetch }),
});
