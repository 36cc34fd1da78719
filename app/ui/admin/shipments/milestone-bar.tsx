import { Text } from "@shopify/polaris";
import type { Milestone } from "#app/domain/shipments/milestone.ts";
import { PROGRESS_STEP } from "#app/domain/shipments/milestone.ts";
import { wordMilestone } from "../../format/shipment-status.ts";

const ORDINARY = ["Ordered", "Label created", "In transit", "Out for delivery", "Delivered"] as const;

/** Where the parcel stands on its ordinary way; an unusual milestone replaces the name of the step it stands on. */
export const MilestoneBar = ({ milestone }: { readonly milestone: Milestone }) => {
  const at = PROGRESS_STEP[milestone];
  return (
    <ol className="hither-steps" aria-label="Progress">
      {ORDINARY.map((name, index) => {
        const state = index < at ? "done" : index === at ? "now" : "later";
        return (
          <li key={name} data-state={state} {...(state === "now" ? { "aria-current": "step" as const } : {})}>
            <Text as="span" variant="bodySm" fontWeight={state === "now" ? "semibold" : "regular"} tone={state === "later" ? "subdued" : "base"}>{state === "now" && index > 0 ? wordMilestone(milestone).label : name}</Text>
            <Text as="span" visuallyHidden>{state === "done" ? ", done" : state === "now" ? ", now" : ", still to come"}</Text>
          </li>
        );
      })}
    </ol>
  );
};
