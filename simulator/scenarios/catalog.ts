import { badAddress } from "./bad-address.ts";
import { carrierHandOff } from "./carrier-hand-off.ts";
import { correctedHistory } from "./corrected-history.ts";
import { daysInCustoms } from "./days-in-customs.ts";
import { deliveredElsewhere } from "./delivered-elsewhere.ts";
import { deliveredNotReceived } from "./delivered-not-received.ts";
import { deliveryRetracted } from "./delivery-retracted.ts";
import { detour } from "./detour.ts";
import { failedAttempt } from "./failed-attempt.ts";
import { lateButMoving } from "./late-but-moving.ts";
import { mistypedNumber } from "./mistyped-number.ts";
import { neverAccepted } from "./never-accepted.ts";
import { notReceived } from "./not-received.ts";
import { numberReused } from "./number-reused.ts";
import { onTime } from "./on-time.ts";
import { outOfOrder } from "./out-of-order.ts";
import { returnedToSender } from "./returned-to-sender.ts";
import { silentAfterLabel } from "./silent-after-label.ts";
import { splitShipment } from "./split-shipment.ts";
import { stormDelay } from "./storm-delay.ts";
import type { Scenario } from "./story.ts";
import { stuckInCustoms } from "./stuck-in-customs.ts";
import { twoClocks } from "./two-clocks.ts";
import { unreadStatus } from "./unread-status.ts";

/** Every kind of story, the ordinary one first. */
export const SCENARIOS: readonly Scenario[] = [
  onTime, lateButMoving, silentAfterLabel, stuckInCustoms, failedAttempt, badAddress,
  returnedToSender, splitShipment, carrierHandOff, stormDelay, deliveredNotReceived,
  deliveredElsewhere, deliveryRetracted, numberReused, detour, twoClocks, correctedHistory, unreadStatus, daysInCustoms, notReceived, outOfOrder, mistypedNumber, neverAccepted,
];

/** The scenario of that name. Throws when there is none: names come from this catalogue. */
export function scenarioNamed(name: string): Scenario {
  const found = SCENARIOS.find((scenario) => scenario.name === name);
  if (found === undefined) throw new Error(`there is no scenario "${name}"; there are ${SCENARIOS.map((scenario) => scenario.name).join(", ")}`);
  return found;
}
