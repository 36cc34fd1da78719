/** How a shop lives with the ship-by clock. */
export type ShipBySettings = {
  readonly on: boolean | null; // null: by the shop's country
  readonly statedTime: boolean; // a date shown at checkout counts as the stated time; otherwise it is always thirty days
  readonly reviseByDays: number | null; // an automatic notice names the day so many days after the one that is missed; null: it names none
  readonly refundByItself: boolean; // what is owed is cancelled and refunded without a person, within the limits of acts
};

/** Until a merchant decides otherwise: nothing is promised and nothing is paid back without a person. */
export const DEFAULT_SHIP_BY: ShipBySettings = { on: null, statedTime: true, reviseByDays: null, refundByItself: false };

/** A new date in an automatic notice lies at most so many days after the missed one: so far a shopper's silence is consent (16 CFR 435.2(b)(1)(ii)). */
export const MOST_REVISED_DAYS = 30;

/** Whether the clock runs in a shop of this country (ISO 3166-1 alpha-2): in the United States unless it is switched off, elsewhere where it is switched on. */
export const shipByApplies = ({ on }: Pick<ShipBySettings, "on">, country: string | null): boolean => on ?? country === "US";
