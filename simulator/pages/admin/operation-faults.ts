import { z } from "zod";
import type { OperationFault, World } from "../../world/types.ts";
import { html, type Markup } from "../html.ts";

/** The mutations by which an app acts upon the shop. */
const OPERATIONS = [
  "refundCreate", "draftOrderCreate", "draftOrderComplete", "draftOrderDelete", "orderUpdate", "orderCancel", "fulfillmentOrderHold", "fulfillmentOrderReleaseHold", "returnCreate",
  "storeCreditAccountCredit", "discountCodeBasicCreate", "discountCodeDeactivate", "discountCodeDelete", "tagsAdd", "tagsRemove", "flowTriggerReceive",
] as const;
const KINDS = { cut: "cut", timeout: "timeout", THROTTLED: "THROTTLED", "500": 500, "502": 502, "503": 503 } as const;

/** Which operation fails next, how, and whether Shopify did the work before. `carriedOut` comes from a checkbox or from JSON. */
export const FaultForm = z.object({
  operation: z.string().trim().min(1), kind: z.preprocess(String, z.enum(["cut", "timeout", "THROTTLED", "500", "502", "503"])), carriedOut: z.union([z.boolean(), z.literal("on")]).optional(),
  times: z.coerce.number().int().min(1).max(100).default(1),
});

/** Plans the faults of a form; the answer is all that is planned now. */
export function planFaults(world: World, { operation, kind, carriedOut, times }: z.infer<typeof FaultForm>): { planned: readonly OperationFault[] } {
  for (let count = 0; count < times; count += 1) world.operationFaults.push({ operation, kind: KINDS[kind], carriedOut: carriedOut === true || carriedOut === "on" });
  return { planned: world.operationFaults };
}

const SAID: Record<keyof typeof KINDS, string> = { cut: "drops the connection", timeout: "never answers", THROTTLED: "says Throttled", "500": "answers 500", "502": "answers 502", "503": "answers 503" };

/** Where a person makes the next call of an operation fail. */
export const faultCard = (world: World, action: string): Markup => html`<div class="card"><h3>Failing on purpose</h3>
  <p class="soft">The next call of an operation fails: before Shopify did anything, or after it did the work and cannot say so.</p>
  <form class="row" method="post" action="${action}" data-stay>
    <label>Operation <input name="operation" list="operations" required autocomplete="off"></label><datalist id="operations">${OPERATIONS.map((name) => html`<option value="${name}">`)}</datalist>
    <label>Shopify <select name="kind">${Object.entries(SAID).map(([kind, text]) => html`<option value="${kind}">${text}</option>`)}</select></label>
    <label class="inline"><input type="checkbox" name="carriedOut"> after doing it</label><label>Times <input type="number" name="times" min="1" max="100" value="1"></label><button>Plan</button></form>
  <ul id="planned-faults" data-live>${world.operationFaults.map((one) => html`<li><code>${one.operation}</code> ${SAID[String(one.kind) as keyof typeof KINDS]}, ${one.carriedOut ? "after doing it" : "before doing it"}</li>`)}</ul></div>`;
