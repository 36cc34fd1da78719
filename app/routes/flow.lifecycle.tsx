import type { ActionFunctionArgs } from "@remix-run/node";
import { fromFlow, postsOnly, say } from "./requests/flow-door.server.ts";
import { readFlowLifecycle } from "./requests/flow-lifecycle.ts";

export const loader = (): Response => postsOnly();

/**
 * Flow tells whether a shop uses a trigger. Any answer but 2xx within 5 seconds keeps the merchant from switching the workflow on, so what
 * is signed is accepted even where we cannot read it; only what we could not write down is not, because its workflow would never start.
 */
export const action = ({ request }: ActionFunctionArgs): Promise<Response> =>
  fromFlow(request, async (body, { commands, log }) => {
    const read = readFlowLifecycle(body);
    if (read.outcome === "unreadable") {
      log.for("process").warn("flow.lifecycle_unreadable", { because: read.because });
      return say(200, { noted: false });
    }
    const { shop, trigger, used, toldAt } = read;
    await commands.noteTriggerUse(shop, trigger, used, toldAt);
    log.for(shop)[trigger.startsWith("id:") ? "warn" : "info"]("flow.trigger_use", { trigger, used });
    return say(200, { noted: true });
  });
