import type { FlowActionHandle } from "#app/contracts/flow-actions.ts";
import { readFlowAction } from "./flow-action.ts";
import { fromFlow, say } from "./flow-door.server.ts";

/** Reads, does and answers one run of an action. 200: done; 202: Flow asks again later; 4xx: not done, with words the merchant reads in Flow; 5xx: Flow repeats it. */
export const runFlow = (action: FlowActionHandle, request: Request): Promise<Response> =>
  fromFlow(request, async (body, { commands, log }) => {
    const read = readFlowAction(body, action);
    if (read.outcome !== "read") return say(read.outcome === "invalid" ? 422 : 400, { error: read.because });
    const { shop, run, orderId } = read.ask;
    const { status, content } = await commands.runFlowAction(read.ask);
    log.for(shop).info("flow.action", { action, orderId, run, status });
    return say(status, content);
  });
