import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { ShopperMail } from "#app/application/ports.ts";
import { createMailer, smtpTransport } from "./mailer.ts";

const SHOP = "hearth.myshopify.com" as ShopId;
const NOW = Date.parse("2026-11-20T12:00:00Z") as Instant;
const FROM = "notices@hither.example";
const mail: ShopperMail = {
  to: "ada@example.com", fromName: "Hearth & Wool", replyTo: "help@hearth.example", locale: "en", subject: "Dein Päckchen 📦", preheader: "p", heading: "h", paragraphs: ["Grüße"],
  button: { label: "Follow", url: "https://hearth.example/t" }, footer: "f", messageKey: "case-1:email",
};

let running: SMTPServer | null = null;
afterEach(() => new Promise<void>((done) => (running ? running.close(() => done()) : done())));

/** A mail server that keeps what it accepts; `refuse` is the code it answers a recipient with, `login` makes it ask for one it never accepts. */
const serve = async ({ refuse, login = false }: { readonly refuse?: number; readonly login?: boolean } = {}) => {
  const received: { raw: string; mail: Email; to: readonly string[] }[] = [];
  const server = new SMTPServer({
    authOptional: !login, disabledCommands: login ? ["STARTTLS"] : ["STARTTLS", "AUTH"], allowInsecureAuth: true,
    onAuth: (_auth, _session, callback) => callback(Object.assign(new Error("no"), { responseCode: 535 })),
    onRcptTo: (_address, _session, callback) => callback(refuse === undefined ? null : Object.assign(new Error("mailbox says no"), { responseCode: refuse })),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        void PostalMime.parse(raw).then((parsed) => {
          received.push({ raw, mail: parsed, to: session.envelope.rcptTo.map(({ address }) => address) });
          callback(null);
        });
      });
    },
  });
  server.on("error", () => undefined);
  running = server;
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  const send = createMailer({ transport: smtpTransport(`smtp://${login ? "user:wrong@" : ""}127.0.0.1:${port}`), from: FROM });
  return { received, send };
};
const header = (email: Email | undefined, key: string) => email?.headers.filter((one) => one.key === key).map((one) => one.value);

describe("a mail to a shopper", () => {
  it("arrives from the operator's address in the shop's name, with both parts", async () => {
    const { received, send } = await serve();
    expect(await send(SHOP, mail, NOW)).toMatchObject({ outcome: "sent", detail: expect.stringMatching(/^<[0-9a-f]{40}@hither\.example>$/) });
    const [{ mail: got, to } = { mail: undefined, to: [] }] = received;
    expect(to).toEqual(["ada@example.com"]);
    expect(got).toMatchObject({ from: { name: "Hearth & Wool", address: FROM }, to: [{ address: "ada@example.com" }], replyTo: [{ address: "help@hearth.example" }], subject: "Dein Päckchen 📦", date: "2026-11-20T12:00:00.000Z" });
    expect(got?.text).toContain("Grüße");
    expect(got?.html).toContain("Grüße");
    expect(header(got, "auto-submitted")).toEqual(["auto-generated"]);
    expect(header(got, "list-unsubscribe")).toEqual([]);
  });

  it("is the same message when it is sent again, and another one in another shop", async () => {
    const { received, send } = await serve();
    await send(SHOP, mail, NOW);
    await send(SHOP, mail, NOW);
    await send("other.myshopify.com" as ShopId, mail, NOW);
    await send(SHOP, { ...mail, messageKey: "case-2:email" }, NOW);
    const ids = received.map((one) => one.mail.messageId);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
  });

  it("carries the way out in a header when there is one", async () => {
    const { received, send } = await serve();
    await send(SHOP, { ...mail, stop: { label: "Stop", url: "https://hearth.example/stop?o=1" } }, NOW);
    expect(header(received[0]?.mail, "list-unsubscribe")).toEqual(["<https://hearth.example/stop?o=1>"]);
  });

  it("cannot be given further headers or recipients by what a merchant or a carrier wrote", async () => {
    const { received, send } = await serve();
    const evil = "x\r\nBcc: evil@example.com\r\nX-Evil: 1\u0000\n";
    expect((await send(SHOP, { ...mail, subject: `Hi${evil}`, fromName: `Shop${evil}`, heading: evil, replyTo: `a@b.example${evil}` }, NOW)).outcome).toBe("sent");
    expect(received[0]?.to).toEqual(["ada@example.com"]);
    expect(header(received[0]?.mail, "x-evil")).toEqual([]);
    expect(header(received[0]?.mail, "bcc")).toEqual([]);
    expect(header(received[0]?.mail, "reply-to")).toEqual([]);
    for (const to of ["a@example.com, evil@example.com", "a@example.com\r\nBcc: evil@example.com", '"a b"@example.com', "<a@example.com>", "a@example.com>", "no address", "", "a@[127.0.0.1]", `${"a".repeat(300)}@example.com`]) {
      expect(await send(SHOP, { ...mail, to }, NOW), to).toMatchObject({ outcome: "refused" });
    }
    expect(received).toHaveLength(1);
  });

  it("that the server refuses for good is refused, and for now is tried later", async () => {
    const outcomes: unknown[] = [];
    for (const refuse of [550, 553, 421, 450, 451]) {
      const { send } = await serve({ refuse });
      outcomes.push((await send(SHOP, mail, NOW)).outcome);
      await new Promise<void>((done) => (running ? running.close(() => done()) : done()));
      running = null;
    }
    expect(outcomes).toEqual(["refused", "refused", "unavailable", "unavailable", "unavailable"]);
  });

  it("waits when the server's login does not work or nobody listens", async () => {
    const { send } = await serve({ login: true });
    expect(await send(SHOP, mail, NOW)).toMatchObject({ outcome: "unavailable", because: "The mail server does not accept the login." });
    const nobody = createMailer({ transport: smtpTransport("smtp://127.0.0.1:9"), from: FROM });
    expect(await nobody(SHOP, mail, NOW)).toMatchObject({ outcome: "unavailable" });
  });

  it("is refused in plain words when e-mail is not set up", async () => {
    for (const set of [{ transport: null, from: FROM }, { transport: smtpTransport("smtp://127.0.0.1:9"), from: null }, { transport: smtpTransport("smtp://127.0.0.1:9"), from: "nobody" }]) {
      expect(await createMailer(set)(SHOP, mail, NOW)).toEqual({ outcome: "refused", because: "E-mail is not set up: SMTP_URL and MAIL_FROM are needed." });
    }
  });
});
