import type { ShopId } from "#app/domain/shared/ids.ts";
import { days, plus, type Instant } from "#app/domain/shared/time.ts";
import { isNews, type News } from "#app/domain/workflows/news.ts";
import type { AddressCheck, Clock, Endpoint, NewSecret, Store, Transact } from "../../ports.ts";

/** What making, changing and removing endpoints needs of the outside. */
export type EndpointPorts = { readonly transact: Transact; readonly clock: Clock; readonly newSecret: NewSecret; readonly newId: () => string; readonly mayCall: AddressCheck };
/** `secret` is shown to the merchant this once. */
export type EndpointMade = { readonly outcome: "made"; readonly id: string; readonly secret: string } | { readonly outcome: "invalid"; readonly field: "url" | "events"; readonly because: string };
/** What came of changing one. */
export type EndpointChanged = { readonly outcome: "saved" } | { readonly outcome: "not_found" } | { readonly outcome: "invalid"; readonly field: "url" | "events"; readonly because: string };
/** What came of a new secret. The old one signs too until `formerUntil`. */
export type SecretRotated = { readonly outcome: "rotated"; readonly secret: string; readonly formerUntil: Instant } | { readonly outcome: "not_found" };

/** More than this helps nobody. */
const MOST = 10;
/** So long the former secret signs along with the new one. */
const OVERLAP = days(1);

type Fault = Extract<EndpointMade, { outcome: "invalid" }>;
const checked = (url: string, events: readonly string[]): { readonly outcome: "fine"; readonly url: string; readonly events: readonly News[] } | Fault => {
  const address = url.trim();
  const wrong = (field: Fault["field"], because: string): Fault => ({ outcome: "invalid", field, because });
  if (!URL.canParse(address) || new URL(address).protocol !== "https:") return wrong("url", "Write a full address that begins with https://.");
  if (new URL(address).username !== "" || new URL(address).password !== "") return wrong("url", "Leave user name and password out of the address; every message is signed instead.");
  const known = [...new Set(events.filter(isNews))];
  return known.length === 0 ? wrong("events", "Choose at least one kind of news.") : { outcome: "fine", url: address, events: known };
};

/** The same address again is not asked about: its name may be out of reach for the moment. */
const checkedAndCallable = async ({ mayCall }: Pick<EndpointPorts, "mayCall">, url: string, events: readonly string[], before: string | null): Promise<ReturnType<typeof checked>> => {
  const fine = checked(url, events);
  const because = fine.outcome === "invalid" || fine.url === before ? null : await mayCall(fine.url);
  return because === null ? fine : { outcome: "invalid", field: "url", because };
};

/** Adds an endpoint with a signing secret of its own. */
export const addEndpoint =
  ({ transact, clock, newSecret, newId, mayCall }: EndpointPorts) =>
  async (shop: ShopId, url: string, events: readonly string[]): Promise<EndpointMade> => {
    const fine = await checkedAndCallable({ mayCall }, url, events, null);
    if (fine.outcome === "invalid") return fine;
    const [id, secret] = [newId(), newSecret()];
    return transact(async ({ endpoints }): Promise<EndpointMade> => {
      const others = await endpoints.of(shop);
      if (others.some((one) => one.url === fine.url)) return { outcome: "invalid", field: "url", because: "This address is an endpoint already." };
      if (others.length >= MOST) return { outcome: "invalid", field: "url", because: `There can be ${MOST} endpoints. Remove one first.` };
      await endpoints.save({ shop, id, url: fine.url, events: fine.events, secret, former: null, enabled: true, disabledBecause: null, failingSince: null, createdAt: clock() });
      return { outcome: "made", id, secret };
    });
  };

const change = ({ transact }: Pick<EndpointPorts, "transact">, shop: ShopId, id: string, to: (endpoint: Endpoint) => Endpoint): Promise<EndpointChanged> =>
  transact(async ({ endpoints }: Store) => {
    const endpoint = await endpoints.find(shop, id);
    if (endpoint === null) return { outcome: "not_found" };
    await endpoints.save(to(endpoint));
    return { outcome: "saved" };
  });

/** Changes address and choice of news; the secret stays. */
export const changeEndpoint =
  (ports: EndpointPorts) =>
  async (shop: ShopId, id: string, url: string, events: readonly string[]): Promise<EndpointChanged> => {
    const before = await ports.transact(({ endpoints }) => endpoints.find(shop, id));
    const fine = await checkedAndCallable(ports, url, events, before?.url ?? null);
    return fine.outcome === "invalid" ? fine : change(ports, shop, id, (endpoint) => ({ ...endpoint, url: fine.url, events: fine.events }));
  };

/** Switches an endpoint off or on again; on again it has its full time before it counts as failing. */
export const switchEndpoint = (ports: EndpointPorts) => (shop: ShopId, id: string, enabled: boolean): Promise<EndpointChanged> =>
  change(ports, shop, id, (endpoint) => ({ ...endpoint, enabled, disabledBecause: null, ...(enabled && { failingSince: null }) }));

/** Removes an endpoint with its log. What was on its way to it is not sent. */
export const removeEndpoint = ({ transact }: EndpointPorts) => async (shop: ShopId, id: string): Promise<EndpointChanged> => {
  await transact(({ endpoints }) => endpoints.remove(shop, id));
  return { outcome: "saved" };
};

/** Makes a new secret. For a day messages carry both signatures, so that the receiver can change over at leisure. */
export const rotateSecret =
  ({ transact, clock, newSecret }: EndpointPorts) =>
  async (shop: ShopId, id: string): Promise<SecretRotated> => {
    const [secret, formerUntil] = [newSecret(), plus(clock(), OVERLAP)];
    const changed = await change({ transact }, shop, id, (endpoint) => ({ ...endpoint, secret, former: endpoint.secret === null ? null : { secret: endpoint.secret, until: formerUntil } }));
    return changed.outcome === "saved" ? { outcome: "rotated", secret, formerUntil } : { outcome: "not_found" };
  };
