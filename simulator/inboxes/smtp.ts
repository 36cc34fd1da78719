import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { Mail } from "../world/types.ts";

/** The mailbox's front door. */
export type MailServer = { port: number; close(): Promise<void> };

/**
 * Accepts every mail on loopback and hands it over as parsed from the wire. No mail leaves the machine.
 * `now` gives the time of receipt; `nextId` names the mail.
 */
export async function startMailServer(options: {
  port: number; now(): Date; nextId(): string; receive(mail: Mail): void;
}): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
        parseMail(Buffer.concat(chunks), recipients, options.now(), options.nextId()).then(
          (mail) => {
            options.receive(mail);
            done();
          },
          (error: Error) => done(error),
        );
      });
    },
  });
  // A client that hangs up in the middle of a mail is its own problem; without a listener it would end the simulator.
  server.on("error", (error) => console.error("mailbox:", error.message));
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", (error: NodeJS.ErrnoException) => reject(error.code === "EADDRINUSE" ? new Error(`Port ${options.port}, wanted for mail, is taken by another program.`) : error));
    server.listen(options.port, "127.0.0.1", resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Reads a mail in wire format (RFC 5322). The envelope decides whom it was for, as it does for a real mail server. */
export async function parseMail(raw: Buffer, recipients: string[], at: Date, id: string): Promise<Mail> {
  const parsed = await new PostalMime().parse(raw);
  return {
    id,
    at: at.toISOString(),
    from: parsed.from?.name ? `${parsed.from.name} <${parsed.from.address ?? ""}>` : (parsed.from?.address ?? ""),
    to: recipients.join(", "),
    subject: parsed.subject ?? "(no subject)",
    html: parsed.html ?? "",
    text: parsed.text ?? "",
    headers: Object.fromEntries(parsed.headers.map((header) => [header.key, header.value])),
  };
}
