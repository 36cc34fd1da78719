import dns from "node:dns";
import { isIP } from "node:net";
import type { AddressCheck } from "#app/application/ports.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import { isPublicAddress } from "./public-address.ts";

/** Every address a name stands for, both families. Rejects when the name cannot be resolved. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Whether an address may be called; `unresolved` may change, `forbidden` will not. */
export type Destination =
  | { readonly outcome: "allowed"; readonly url: URL; readonly addresses: readonly string[] } // connect to these, and to nothing else
  | { readonly outcome: "forbidden"; readonly because: string }
  | { readonly outcome: "unresolved"; readonly because: string };

const PORTS: ReadonlySet<string> = new Set(["", "443", "8443"]); // "" is 443

/** The names as the operating system answers them. */
export const resolveHost: Resolve = async (host) => (await dns.promises.lookup(host, { all: true })).map(({ address }) => address);

const forbidden = (because: string): Destination => ({ outcome: "forbidden", because });

/**
 * Whether a merchant's address may be called. The URL parser has undone the many spellings of an address (decimal, octal,
 * full-width digits) before this looks; a name is allowed only when all it stands for is public.
 */
export const checkDestination = async (address: string, resolve: Resolve): Promise<Destination> => {
  if (!URL.canParse(address)) return forbidden("The address is not a URL.");
  const url = new URL(address);
  if (url.protocol !== "https:") return forbidden("The address has to begin with https://.");
  if (!PORTS.has(url.port)) return forbidden("The address has to use port 443 or 8443.");
  if (url.username !== "" || url.password !== "") return forbidden("The address must not hold a user name or password.");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) === 0 ? await resolve(host).catch(() => null) : [host];
  if (addresses === null || addresses.length === 0) return { outcome: "unresolved", because: `The name "${host}" cannot be resolved.` };
  return addresses.every(isPublicAddress) ? { outcome: "allowed", url, addresses } : forbidden(`"${host}" is no public address on the internet, and nothing else is called.`);
};

/** Tells a merchant at once what sending would find out later. */
export const checkAddress = (resolve: Resolve = resolveHost): AddressCheck => async (address) => {
  const destination = await checkDestination(address, resolve);
  switch (destination.outcome) {
    case "allowed": return null;
    case "forbidden": return destination.because;
    case "unresolved": return `${destination.because} Check the spelling, or try again in a minute.`;
    default: return assertNever(destination);
  }
};
