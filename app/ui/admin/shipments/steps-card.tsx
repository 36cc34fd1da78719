import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ShipmentTruth } from "#app/contracts/shipment-truth.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { Moment } from "../moment.tsx";
import { wordStep } from "./truth-words.ts";

type Props = { readonly steps: ShipmentTruth["steps"]; readonly zone: string; readonly now: Instant };

/** What the warehouse did before a carrier had the parcel, as it reported. */
export const StepsCard = ({ steps, zone, now }: Props) =>
  steps.length === 0 ? null : (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">In the warehouse</Text>
        <ol className="hither-timeline">
          {steps.map((step, index) => (
            <li key={`${step.at}-${step.step}-${index}`}>
              <BlockStack gap="050">
                <Text as="span" fontWeight="medium">{wordStep(step.step)}</Text>
                <Text as="span" variant="bodySm" tone="subdued"><Moment at={step.at} zone={zone} now={now} />{step.location === null ? null : <> · <span dir="auto">{step.location}</span></>}</Text>
                {step.note === null ? null : <Text as="span" variant="bodySm"><span dir="auto" className="hither-anywhere">{step.note}</span></Text>}
              </BlockStack>
            </li>
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
