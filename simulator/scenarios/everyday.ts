import { seededRandom } from "../world/random.ts";
import type { Address } from "../world/types.ts";
import { arrival, drawCarrier, drawLuck, pickUpDay, type Service, type SlowSpell } from "./carrier-speeds.ts";
import { buyerOf, distanceKm, drawTown } from "./everyday-towns.ts";
import { atHour, ordinaryPacking, wallClock, type Site } from "./packing-sites.ts";
import { sentFrom, type Destination, type Place } from "./places.ts";
import { writeStory, type Scenario, type Story } from "./story.ts";
import type { Carrier } from "./tracking-numbers.ts";
import { addDays } from "./us-calendar.ts";

/** The shop as ordinary parcels leave it: who packs for an address, and when the roads are slow. */
export type EverydayShop = { readonly siteFor: (address: Address) => Site; readonly slow: readonly SlowSpell[] };

/** An ordinary parcel from order to door. The same seed is the same parcel, whenever it is packed. */
export type EverydayParcel = {
  readonly destination: Destination; readonly site: Site; readonly service: Service; readonly carrier: Carrier;
  readonly packedAt: Date; readonly pickedUpAt: Date; readonly deliveredAt: Date;
  /** What the carrier says at first. */
  readonly promisedAt: Date;
};

/** Six orders in seven are packed on the day they count, nearly all others on the next. */
const SAME_DAY = 0.86;
const NEXT_DAY = 0.98;
const EXPRESS = 0.22;
/** Whatever is packed after this hour misses the day's pick-up. */
const LAST_PICK_UP = 16.6;
/** Where the carriers sort what goes far, at a day's drive from the workshop. */
const HUBS: Partial<Record<Carrier, Place>> = {
  UPS: { city: "Louisville", state: "KY", country: "US", zip: null }, FedEx: { city: "Memphis", state: "TN", country: "US", zip: null }, USPS: { city: "Columbus", state: "OH", country: "US", zip: null },
};

/** A town's wall clock by its longitude, daylight saving aside. */
const zoneOf = ([, longitude]: readonly [number, number]): string => `Etc/GMT+${Math.round(-longitude / 15)}`;

/** Plans a parcel; `packedAt` in place of the moment at which the shop would pack it when it is not busy. */
export const planParcel = (seed: string, placedAt: Date, shop: EverydayShop, packedAt: Date | null = null): EverydayParcel & { readonly zone: string; readonly pickUpDay: string; readonly arrivalDay: string } => {
  const random = seededRandom(seed, "parcel");
  const { town, zip } = drawTown(random);
  const buyer = buyerOf(town, zip, random);
  const wants = random();
  const service: Service = town.country !== "US" ? "international" : wants < EXPRESS ? "express" : "standard";
  const carrier = drawCarrier(service, town.code, random);
  const site = shop.siteFor(buyer.address);
  const [haste, mood, van, door] = [random(), random(), random(), random()];
  const luck = drawLuck(random);

  const packed = packedAt ?? ordinaryPacking(site, placedAt, haste < SAME_DAY ? 0 : haste < NEXT_DAY ? 1 : 2, mood);
  const { day, hour } = wallClock(site.timeZone, packed);
  const leaves = pickUpDay(day, hour > LAST_PICK_UP);
  const { meant, arrives } = arrival(carrier, service, distanceKm(site.at, town.at), leaves, luck, shop.slow);
  const zone = zoneOf(town.at);
  return {
    destination: sentFrom(buyer, site.place), site, service, carrier, packedAt: packed, pickedUpAt: atHour(site.timeZone, leaves, 17 + van * 0.8), deliveredAt: atHour(zone, arrives, 10 + door * 8),
    promisedAt: atHour(zone, meant, 20), zone, pickUpDay: leaves, arrivalDay: arrives,
  };
};

/** An ordinary order as a story, from the seed alone. It can be told again for another moment of packing. */
export const everydayStory = (seed: string, placedAt: Date, products: number, shop: EverydayShop, packedAt: Date | null = null): Story => {
  const { destination, site, service, carrier, promisedAt, zone, pickUpDay: leaves, arrivalDay, ...parcel } = planParcel(seed, placedAt, shop, packedAt);
  const hub = HUBS[carrier];
  const local = { ...destination.local, zip: null };
  const scenario: Scenario = {
    name: "everyday", title: "An ordinary parcel", summary: "Packed, picked up, carried and delivered as this carrier usually does it.", countries: [destination.local.country],
    write(draft, random) {
      const scan = (kind: Parameters<typeof draft.scan>[1], at: Date, place: Place | null): void => draft.scan("a", kind, at, place, kind === "delivered" ? {} : { estimate: promisedAt });
      draft.order(random() < 0.7 ? 1 : 2, service);
      draft.fulfill("a", carrier, "all", parcel.packedAt);
      scan("label created", new Date(parcel.packedAt.getTime() + 4 * 60_000), null);
      scan("picked up", parcel.pickedUpAt, destination.origin);
      scan("departed origin", atHour(site.timeZone, leaves, 20.5), destination.origin);
      if (hub !== undefined && site.place.state === "NY" && arrivalDay > addDays(leaves, 3)) {
        scan("arrived", atHour(site.timeZone, addDays(leaves, 1), 9), hub);
        scan("departed", atHour(site.timeZone, addDays(leaves, 1), 21), hub);
      }
      const isFar = arrivalDay > addDays(leaves, 1);
      scan("arrived", atHour(zone, isFar ? addDays(arrivalDay, -1) : arrivalDay, isFar ? 22 : 3.5), local);
      scan("at destination", atHour(zone, arrivalDay, 5.5), destination.local);
      scan("out for delivery", atHour(zone, arrivalDay, 8.25), destination.local);
      scan("delivered", parcel.deliveredAt, destination.local);
    },
  };
  const story = writeStory(scenario, { destination, placedAt, random: seededRandom(seed, "story"), products });
  return { ...story, repacked: (at) => everydayStory(seed, placedAt, products, shop, at) };
};
