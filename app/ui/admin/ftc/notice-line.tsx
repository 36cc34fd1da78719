import { Text } from "@shopify/polaris";
import type { DelayNotice } from "#app/domain/workflows/ftc/ship-clock.ts";
import { formatDateWithYear } from "../../format/dates.ts";
import { formatMoment } from "../../format/moments.ts";

const answerOf = ({ answer, answeredAt, sentAt, failed }: DelayNotice, zone: string): string => {
  if (answer !== null && answeredAt !== null) return `${answer === "wait" ? "They wait" : "They cancel"}, said ${formatMoment(answeredAt, zone)}.`;
  return failed !== null ? `Not sent: ${failed}` : sentAt === null ? "On its way." : "No answer yet.";
};

/** One time the shopper was asked, and what they said. */
export const NoticeLine = ({ notice, zone }: { readonly notice: DelayNotice; readonly zone: string }) => (
  <Text as="p">{`${formatMoment(notice.sentAt ?? notice.askedAt, zone)}: asked to wait ${notice.revisedOn === null ? "without a date" : `until ${formatDateWithYear(notice.revisedOn)}`}. ${answerOf(notice, zone)}`}</Text>
);
