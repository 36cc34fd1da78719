import { Text } from "@shopify/polaris";
import type { Milestone } from "#app/domain/shipments/milestone.ts";
import { milestonePath } from "../../format/milestone-path.ts";

const SPOKEN = { done: ", done", now: ", now", later: ", still to come" } as const;

/** Where the parcel stands on its way. */
export const MilestoneBar = ({ milestone }: { readonly milestone: Milestone }) => (
  <ol className="hither-steps" aria-label="Progress">
    {milestonePath(milestone).map(({ label, state }) => (
      <li key={label} data-state={state} {...(state === "now" ? { "aria-current": "step" as const } : {})}>
        <Text as="span" variant="bodySm" fontWeight={state === "now" ? "semibold" : "regular"} tone={state === "later" ? "subdued" : "base"}>{label}</Text>
        <Text as="span" visuallyHidden>{SPOKEN[state]}</Text>
      </li>
    ))}
  </ol>
);
