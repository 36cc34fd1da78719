import { BlockStack, Card, Checkbox, ChoiceList, InlineError, RangeSlider, Text } from "@shopify/polaris";
import { errorOf } from "../../settings/settings-fields.ts";
import type { PromiseFields } from "./promise-fields.ts";
import type { PromiseForm } from "./promise-form.ts";
import type { styleExamples } from "./style-examples.ts";

type Props = PromiseFields & { readonly examples: ReturnType<typeof styleExamples> };

/** The rates offered, in percent. */
const RATES = { min: 80, max: 99, step: 0.5 } as const;

const kept = (percent: string): string => {
  const rate = Number(percent.replace(",", "."));
  return Number.isFinite(rate) ? `Of 200 promises ${Math.round(rate * 2)} are kept and ${200 - Math.round(rate * 2)} are not. More kept means later dates.` : "";
};

/** How many promises are to be kept. */
export const RateSection = ({ form, change, errors }: PromiseFields) => (
  <Card>
    <RangeSlider
      label="Promises to keep" {...RATES} value={Math.min(RATES.max, Math.max(RATES.min, Number(form.ratePercent) || RATES.min))} onChange={(value) => change({ ratePercent: String(value) })}
      suffix={<Text as="span" fontWeight="semibold"><span className="hither-whole">{`${form.ratePercent} %`}</span></Text>} helpText={kept(form.ratePercent)} {...errorOf(errors, "ratePercent")}
    />
  </Card>
);

/** How a date is said, and whether Shopify says it too. */
export const StyleSection = ({ form, change, errors, examples }: Props) => (
  <Card>
    <BlockStack gap="400">
      <ChoiceList
        title="Dates are said as" selected={[form.style]} onChange={([style]) => change({ style: style as PromiseForm["style"] })}
        choices={[
          { value: "range", label: `The first and the last day: “${examples.range}”`, helpText: "The most honest. Both ends are chosen so that your share arrives between them." },
          { value: "latest", label: `The last day alone: “${examples.latest}”`, helpText: "The last day of the same window. Nothing is said about the earliest." },
          { value: "arrives_by", label: `One day to count on: “${examples.arrives_by}”`, helpText: "One day by which your share arrives. Often earlier than the window's end, because nothing is kept back for parcels that come early." },
        ]}
      />
      {errors["style"] === undefined ? null : <InlineError message={errors["style"]} fieldID="style" />}
      <Checkbox
        label="Show Hither's date on Shopify's own pages, too" checked={form.publishToShopify} onChange={(publishToShopify) => change({ publishToShopify })}
        helpText="Hither then tells Shopify its estimate for every parcel, and Shopify shows that date on its order status page and in the Shop app. Off, Shopify shows the carrier's date or none; your own tracking page is not affected."
      />
    </BlockStack>
  </Card>
);
