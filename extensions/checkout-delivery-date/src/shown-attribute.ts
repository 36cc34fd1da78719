import { useEffect } from "preact/hooks";
import type { SHOWN_ATTRIBUTE as AGREED } from "../../../app/contracts/date-table.ts";
import type { DateAnswer } from "./answer-from.ts";
import type { DateTable } from "./date-table.ts";

/** The order attribute that carries what was shown to the app. Its leading underscore keeps it from the buyer's eyes. */
export const SHOWN_ATTRIBUTE: typeof AGREED = "_hither_date";

/** What the attribute says of an answer: first day, last day, table. */
export const attributeOf = (answer: DateAnswer, { id }: Pick<DateTable, "id">): string => `${answer.from}/${answer.to}/${id}`;

/** What of the checkout's attributes the surface offers. */
export type AttributeSurface = {
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
  readonly mayChange: boolean;
  apply(change: { type: "updateAttribute"; key: string; value: string } | { type: "removeAttribute"; key: string }): Promise<unknown>;
};

/**
 * Keeps the order's attribute at what is shown under the selected option: `value`, null when nothing is shown there, undefined under an option that
 * is not selected. Acts only when its own value changes, so that the selected options of two delivery groups never answer one another. A checkout
 * that does not let it, or fails to, is left alone.
 */
export const useShownAttribute = (value: string | null | undefined, { attributes, mayChange, apply }: AttributeSurface): void => {
  useEffect(() => {
    if (value === undefined || !mayChange) return;
    const noted = attributes.find(({ key }) => key === SHOWN_ATTRIBUTE)?.value ?? null;
    if (noted === value) return;
    const change = value === null ? ({ type: "removeAttribute", key: SHOWN_ATTRIBUTE } as const) : ({ type: "updateAttribute", key: SHOWN_ATTRIBUTE, value } as const);
    void apply(change).catch(() => undefined);
    // oxlint-disable-next-line react/exhaustive-deps -- what others note is no reason to speak again
  }, [value, mayChange]);
};
