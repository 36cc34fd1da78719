import type { ActionFunctionArgs } from "@remix-run/node";
import { fromSlack, slackAnswer } from "./requests/slack-door.server.ts";

export const loader = (): Response => slackAnswer(405);

/** Slack posts here when somebody presses a button. It waits three seconds: the case is changed first, then acknowledged; the message is renewed beside that. */
export const action = ({ request, params }: ActionFunctionArgs): Promise<Response> =>
  fromSlack(request, params["token"] ?? "", async ({ shop, interaction }, { commands, slack, clock, log }) => {
    if (interaction.outcome === "unreadable") {
      log.for(shop).warn("slack.unreadable", { because: interaction.because });
      return slackAnswer(400);
    }
    if (interaction.outcome === "nothing") return slackAnswer(200);
    const { press, replyTo } = interaction;
    const reply = await commands.actInSlack(shop, press);
    log.for(shop).info("slack.pressed", { act: press.act, caseId: press.caseId, answer: reply.kind });
    // A message that stays old does no harm: its buttons answer how things stand.
    if (replyTo !== null) {
      void slack.reply(replyTo, reply, clock()).then((sent) => {
        if (sent.outcome !== "sent") log.for(shop).warn("slack.not_answered", { because: sent.because });
      });
    }
    return slackAnswer(200);
  });
