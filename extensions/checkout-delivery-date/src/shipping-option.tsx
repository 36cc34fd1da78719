import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { answerFrom, type DateAnswer } from "./answer-from.ts";
import { readTable, TABLE_KEY, type DateTable } from "./date-table.ts";
import { shipsIn } from "./ships-in.ts";
import { attributeOf, useShownAttribute } from "./shown-attribute.ts";
import { useNow } from "./use-now.ts";

// Shopify calls each target's default export.
export default async function shippingOption(): Promise<void> {
  render(<DeliveryDate />, document.body);
}

/** A date has no zone: it is formatted as the UTC midnight it is stored as. */
const shown = (date: string): string =>
  shopify.i18n.formatDate(new Date(`${date}T00:00:00Z`), { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" });

const arrives = ({ style }: DateTable, answer: DateAnswer): string => {
  const from = shown(answer.from);
  const to = shown(answer.to);
  if (style === "latest") return shopify.i18n.translate("arrives.latest", { date: to });
  if (style === "arrives_by") return shopify.i18n.translate("arrives.by", { date: to });
  return from === to ? shopify.i18n.translate("arrives.day", { date: to }) : shopify.i18n.translate("arrives.range", { from, to });
};

const busy = (days: number): string => (days === 0 ? shopify.i18n.translate("busy.today") : shopify.i18n.translate("busy.days", { count: days }));

function DeliveryDate() {
  const now = useNow();
  const entry = shopify.appMetafields.value.find(({ target, metafield }) => target.type === "shop" && metafield.key === TABLE_KEY);
  const table = readTable(entry ? String(entry.metafield.value) : null);
  const option = shopify.target.value;
  // The address is absent without access to protected customer data; the market's country is then the best guess.
  const address = shopify.shippingAddress?.value;
  const country = address?.countryCode ?? shopify.localization.country.value?.isoCode ?? null;

  // A local delivery is brought by the shop itself; the carriers' table says nothing about it.
  const carried = option && "type" in option && option.type === "shipping";
  const question = { now, country, region: address?.provinceCode ?? null, zip: address?.zip ?? null, method: option?.title ?? null };
  const answer = table && carried ? answerFrom(table, question) : null;

  useShownAttribute(shopify.isTargetSelected.value ? (table && answer ? attributeOf(answer, table) : null) : undefined, {
    attributes: shopify.attributes.value, mayChange: shopify.instructions.value.attributes.canUpdateAttributes,
    apply: (change) => shopify.applyAttributeChange(change),
  });

  if (!table || !answer) return null;
  return (
    <s-stack gap="none">
      <s-text color="subdued">{arrives(table, answer)}</s-text>
      {answer.busy ? <s-text color="subdued">{busy(shipsIn(answer, now, shopify.localization.timezone.value))}</s-text> : null}
    </s-stack>
  );
}
