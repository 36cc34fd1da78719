import { assertNever } from "#app/domain/shared/brand.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { days, plus } from "#app/domain/shared/time.ts";
import type { MerchantWish } from "#app/contracts/case-requests.ts";
import type { Clock, Jobs, SlackPress, SlackReply } from "../../ports.ts";
import { subjectOf, type SubjectPorts } from "../../queries/case-facts.ts";
import { changeCases } from "../cases/change-cases.ts";
import { standingMessage } from "./slack-message.ts";

/** What acting from Slack needs of the outside. */
export type ActInSlackPorts = SubjectPorts & { readonly clock: Clock; readonly jobs: Jobs; readonly adminUrl: (shop: string, page: string) => string };

/** What one press of "Snooze a day" gives, from the press on: pressed twice it is the same time. */
const SNOOZE = days(1);

/**
 * Does with a case what a button in Slack says, by whoever pressed it: the member of the team with this Slack ID, else by their name there.
 * Answers the message as it should read now; who cannot be helped hears why, alone.
 */
export const actInSlack =
  ({ clock, jobs, adminUrl, ...ports }: ActInSlackPorts) =>
  async (shop: ShopId, press: SlackPress): Promise<SlackReply> => {
    const { caseId, act, user, key } = press;
    const { cases: { members } } = await ports.transact((store) => store.work.of(shop));
    const member = members.find((one) => one.slackId === user.id) ?? null;
    if (act === "take" && member === null) return { kind: "whisper", text: `Hither does not know you yet. Enter ${user.id} as your Slack member ID on its team page; then you can take cases here.` };
    const name = member?.name ?? (user.name === "" ? user.id : user.name);
    const [result] = await changeCases({ transact: ports.transact, clock, jobs })({
      shop, ids: [caseId], wish: wishOf(press), userId: null, by: `slack:${name}`, ...(member === null ? {} : { memberId: member.id }), key: `slack:${key}`,
    });
    const read = await subjectOf(ports)(shop, { caseId });
    if (result === undefined || read.outcome === "gone" || read.subject.about === null) return { kind: "whisper", text: read.outcome === "gone" ? read.because : "This case does not exist any more." };
    const { about } = read.subject;
    if (result.outcome === "refused" && about.status !== "resolved") return { kind: "whisper", text: result.because };
    return { kind: "replace", message: standingMessage(read.subject, (page) => adminUrl(shop, page), `${name}: ${result.because}`) };
  };

const wishOf = ({ act, at }: SlackPress): MerchantWish => {
  switch (act) {
    case "take": return { kind: "take" };
    case "resolve": return { kind: "resolve", resolution: "Resolved in Slack.", as: "slack" };
    case "snooze": return { kind: "snooze", until: plus(at, SNOOZE) };
    default: return assertNever(act);
  }
};
