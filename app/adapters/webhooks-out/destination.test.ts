import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAddress, checkDestination, type Resolve } from "./destination.ts";
import { isPublicAddress } from "./public-address.ts";

/** What names stand for here; everything else does not exist. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "hooks.example.com": ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"], localhost: ["127.0.0.1", "::1"], "localhost.": ["127.0.0.1"], "ip6-localhost": ["::1"],
  "rebinding.example": ["93.184.215.14", "10.0.0.1"], "internal.example": ["10.1.2.3"], "metadata.example": ["169.254.169.254"], "mapped.example": ["::ffff:10.0.0.1"], "empty.example": [],
};
const resolve: Resolve = async (host) => {
  const found = NAMES[host];
  if (!found) throw Object.assign(new Error("not found"), { code: "ENOTFOUND" });
  return found;
};
const check = (address: string) => checkDestination(address, resolve);

/** Spellings of addresses inside a network, as attackers write them. */
const INSIDE = [
  "127.0.0.1", "localhost", "0.0.0.0", "0", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0x7f.1", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:7f00:1]",
  "[::127.0.0.1]", "127.0.0.1.", "①②⑦.⓪.⓪.①", "127。0。0。1", "LOCALHOST", "localhost.", "a@127.0.0.1", "127.127.127.127", "ip6-localhost", "[fe80::1]", "169.254.169.254", "[::ffff:169.254.169.254]",
  "10.0.0.1", "192.168.0.1", "172.31.255.255", "100.64.0.1", "[fd00::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "224.0.0.1", "255.255.255.255", "198.18.0.1",
  "rebinding.example", "internal.example", "metadata.example", "mapped.example",
];

describe("a merchant's address", () => {
  it.each(INSIDE)("spelled %s is never called", async (host) => {
    expect(await check(`https://${host}/hook`)).toMatchObject({ outcome: "forbidden" });
    expect(await check(`https://${host}:8443/hook`)).toMatchObject({ outcome: "forbidden" });
  });

  it("that is public is called at the addresses that were checked", async () => {
    expect(await check("https://hooks.example.com/hither?x=1")).toMatchObject({ outcome: "allowed", addresses: NAMES["hooks.example.com"] });
    expect(await check("https://93.184.215.14:8443/")).toMatchObject({ outcome: "allowed", addresses: ["93.184.215.14"] });
    expect(await check("https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/")).toMatchObject({ outcome: "allowed", addresses: ["2606:2800:21f:cb07:6820:80da:af6b:8b2c"] });
  });

  it("has to be https on an ordinary port, without credentials", async () => {
    for (const address of ["http://hooks.example.com/", "ftp://hooks.example.com/", "https://hooks.example.com:22/", "https://hooks.example.com:6443/", "https://user@hooks.example.com/", "https://u:p@hooks.example.com/", "hooks.example.com", "javascript:alert(1)", ""]) {
      expect(await check(address), address).toMatchObject({ outcome: "forbidden" });
    }
  });

  it("whose name does not resolve may do so later", async () => {
    expect(await check("https://gone.example.com/")).toMatchObject({ outcome: "unresolved" });
    expect(await check("https://empty.example/")).toMatchObject({ outcome: "unresolved" });
  });
});

describe("a merchant who names an address", () => {
  it("is told at once, in plain words, why it cannot be called", async () => {
    const told = checkAddress(resolve);
    expect(await told("https://hooks.example.com/hither")).toBeNull();
    expect(await told("https://192.168.0.1/")).toBe('"192.168.0.1" is no public address on the internet, and nothing else is called.');
    expect(await told("https://gone.example.com/")).toBe('The name "gone.example.com" cannot be resolved. Check the spelling, or try again in a minute.');
  });
});

describe("an address", () => {
  it("inside a private IPv4 range is private in its IPv6 spellings too", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(fc.property(fc.constantFrom("10", "127", "192.168", "169.254", "172.16"), octet, octet, octet, (start, a, b, c) => {
      const ipv4 = `${start}.${[a, b, c].slice(start.split(".").length - 1).join(".")}`;
      const hex = ipv4.split(".").map((part) => Number(part).toString(16).padStart(2, "0"));
      const spellings = [ipv4, `::ffff:${ipv4}`, `::ffff:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`, `0:0:0:0:0:FFFF:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`];
      expect(spellings.filter(isPublicAddress)).toEqual([]);
    }));
  });

  it("is public only when it is one at all", () => {
    for (const text of ["8.8.8.8", "23.227.38.65", "2606:4700:4700::1111", "::ffff:8.8.8.8"]) expect(isPublicAddress(text), text).toBe(true);
    for (const text of ["", "localhost", "8.8.8", "fe80::1%eth0", "[::1]", "8.8.8.8:443"]) expect(isPublicAddress(text), text).toBe(false);
  });
});
