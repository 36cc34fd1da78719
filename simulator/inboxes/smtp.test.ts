import nodemailer, { type Transporter } from "nodemailer";
import { afterEach, describe, expect, it } from "vitest";
import type { Mail } from "../world/types.ts";
import { startMailServer, type MailServer } from "./smtp.ts";

const NOW = new Date("2026-11-18T15:04:05Z");
let server: MailServer | undefined;
afterEach(() => server?.close());

async function mailbox(): Promise<{ mails: Mail[]; transport: Transporter }> {
  const mails: Mail[] = [];
  server = await startMailServer({ port: 0, now: () => NOW, nextId: () => `mail-${mails.length + 1}`, receive: (mail) => mails.push(mail) });
  return { mails, transport: nodemailer.createTransport(`smtp://127.0.0.1:${server.port}`) };
}

describe("the mailbox", () => {
  it("keeps a mail with both bodies, its headers and the simulated time of receipt", async () => {
    const { mails, transport } = await mailbox();
    await transport.sendMail({
      from: '"Hearth & Wool" <hello@hearth-and-wool.example>', to: "ada@example.com", subject: "Dein Päckchen ist unterwegs – 🚚",
      text: "Grüße aus Portland", html: "<p>Grüße aus Portland</p>", headers: { "X-Hither-Case": "case-7" },
    });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      id: "mail-1", at: NOW.toISOString(), from: "Hearth & Wool <hello@hearth-and-wool.example>", to: "ada@example.com",
      subject: "Dein Päckchen ist unterwegs – 🚚",
    });
    expect(mails[0]?.text.trim()).toBe("Grüße aus Portland");
    expect(mails[0]?.html.trim()).toBe("<p>Grüße aus Portland</p>");
    expect(mails[0]?.headers["x-hither-case"]).toBe("case-7");
  });

  it("names the people in the envelope, so that a blind copy is seen too", async () => {
    const { mails, transport } = await mailbox();
    await transport.sendMail({ from: "a@example.com", to: "b@example.com", bcc: "c@example.com", subject: "x", text: "y" });
    expect(mails[0]?.to).toBe("b@example.com, c@example.com");
  });
});
