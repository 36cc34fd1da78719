import { createAftership } from "./aftership.ts";
import { createDhl } from "./dhl.ts";
import { createFedex } from "./fedex.ts";
import type { FeedOptions, PretendFeed } from "./feed.ts";
import { createKarrio } from "./karrio.ts";
import { createSeventeentrack } from "./seventeentrack.ts";
import { createShippo } from "./shippo.ts";
import { createUps } from "./ups.ts";
import { createUsps } from "./usps.ts";

/** Every vendor besides EasyPost, which the demo's merchant uses from the start. A new one is a file and a line here. */
export const FEEDS: readonly ((options: FeedOptions) => PretendFeed)[] = [createAftership, createShippo, createSeventeentrack, createKarrio, createDhl, createUps, createFedex, createUsps];
