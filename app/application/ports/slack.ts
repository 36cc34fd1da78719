import type { CaseId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { News } from "#app/domain/workflows/news.ts";
import type { SendOutcome } from "./senders.ts";

/** A shop's channel in Slack. Address and signing secret are plain here and sealed at rest; null: cannot be opened any more. */
export type SlackConnection = {
  readonly shop: ShopId; readonly url: string | null; readonly signingSecret: string | null; readonly events: readonly News[]; readonly connectedAt: Instant;
  readonly trouble: string | null; // why Slack refused the last message
};

/** The shops' channels. */
export interface SlackConnections {
  of(shop: ShopId): Promise<SlackConnection | null>;
  save(connection: SlackConnection): Promise<void>; // what is null stays as it is stored
  noteTrouble(shop: ShopId, trouble: string | null): Promise<void>;
  remove(shop: ShopId): Promise<void>;
}

/** What a button under a message does with its case. */
export type SlackAct = "take" | "resolve" | "snooze";

/** A message to a channel, in words; how Slack lays it out is not said here. `mention`: the member ID of whom it is for. */
export type SlackMessage = {
  readonly title: string; readonly text: string; readonly facts: readonly { readonly label: string; readonly value: string }[]; readonly mention: string | null;
  readonly acts: { readonly caseId: CaseId; readonly kinds: readonly SlackAct[] } | null; readonly link: { readonly label: string; readonly url: string } | null; readonly footer: string | null;
};

/** A button somebody pressed. `at`: when, by Slack's clock; `key` makes telling it twice one press. */
export type SlackPress = { readonly caseId: CaseId; readonly act: SlackAct; readonly user: { readonly id: string; readonly name: string }; readonly at: Instant; readonly key: string };
/** What came from Slack: a press, and where to answer; or nothing that has to be done. */
export type SlackInteraction =
  | { readonly outcome: "pressed"; readonly press: SlackPress; readonly replyTo: string | null }
  | { readonly outcome: "nothing" }
  | { readonly outcome: "unreadable"; readonly because: string };

/** An answer to a press: the message in its new state, or words only for who pressed. */
export type SlackReply = { readonly kind: "replace"; readonly message: SlackMessage } | { readonly kind: "whisper"; readonly text: string };

/** Slack itself. Its incoming webhooks know no key: what is sent again after a lost answer appears twice. */
export interface Slack {
  /** Whether this is the address of an incoming webhook of Slack's; nothing else is ever called. */
  isAddress(url: string): boolean;
  post(url: string, message: SlackMessage, now: Instant): Promise<SendOutcome>;
  reply(replyTo: string, reply: SlackReply, now: Instant): Promise<SendOutcome>;
}
