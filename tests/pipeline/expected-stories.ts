/** What the app should make of a story that the world plays from beginning to end, in the product's own words. */
export type ExpectedStory = {
  readonly scenario: string;
  readonly words: string;
  /** Where the parcels stand in the end. */
  readonly ends: readonly string[];
  /** Exceptions believed and overcome, in order; progress, silence and noise apart. */
  readonly troubles: readonly string[];
  /** Cases opened, and who closed them; silence apart. */
  readonly cases: readonly string[];
  /** The first silence, when the story has one. */
  readonly silence: "none" | "label_not_scanned" | "no_scan" | "may come";
};

/** Every progress a parcel makes on an ordinary road. */
export const ROAD = ["label_created", "accepted", "in_transit", "out_for_delivery", "delivered"] as const;

export const EXPECTED_STORIES: readonly ExpectedStory[] = [
  {
    scenario: "on-time", words: "nothing goes wrong: nobody is told anything but that",
    ends: ["delivered"], troubles: [], cases: [], silence: "none",
  },
  {
    scenario: "late-but-moving", words: "a delay the carrier reports is recorded and needs nobody; the silence after it is told once",
    ends: ["delivered"], troubles: ["exception.delayed", "recovered.delayed"], cases: [], silence: "no_scan",
  },
  {
    scenario: "silent-after-label", words: "36 hours after the label the merchant and the shopper are told, and the first scan closes the case",
    ends: ["delivered"], troubles: [], cases: [], silence: "label_not_scanned",
  },
  {
    scenario: "stuck-in-customs", words: "a parcel held at the border is recorded as held; its silence is what calls for help",
    ends: ["delivered"], troubles: ["exception.held", "exception.delayed", "recovered.delayed"], cases: [], silence: "no_scan",
  },
  {
    scenario: "failed-attempt", words: "a failed attempt opens a case at once, and the next morning's scan closes it",
    ends: ["delivered"], troubles: ["exception.attempt_failed", "recovered.attempt_failed"], cases: ["attempt_failed, closed by the carrier"], silence: "none",
  },
  {
    scenario: "bad-address", words: "an address problem takes the date away and opens a case until the carrier has the right address",
    ends: ["delivered"], troubles: ["exception.address_problem", "recovered.address_problem"], cases: ["address_problem, closed by the carrier"], silence: "may come",
  },
  {
    scenario: "returned-to-sender", words: "two failed attempts, then the parcel turns back: the merchant has an open case and a decision to make",
    ends: ["returning"], troubles: ["exception.attempt_failed", "recovered.attempt_failed", "exception.attempt_failed", "exception.returning_to_sender"],
    cases: ["attempt_failed, closed by the carrier", "attempt_failed, open", "returning_to_sender, open"], silence: "may come",
  },
  {
    scenario: "split-shipment", words: "two parcels of one order travel and arrive each for itself",
    ends: ["delivered", "delivered"], troubles: [], cases: [], silence: "none",
  },
  {
    scenario: "carrier-hand-off", words: "the second carrier's number is a parcel of its own, and it arrives",
    ends: ["in_transit", "delivered"], troubles: [], cases: [], silence: "may come",
  },
  {
    scenario: "storm-delay", words: "weather delays a parcel that keeps moving: recorded, and nobody is called",
    ends: ["delivered"], troubles: ["exception.delayed", "recovered.delayed"], cases: [], silence: "none",
  },
  {
    scenario: "delivered-not-received", words: "the carrier says delivered, so that is what the app believes",
    ends: ["delivered"], troubles: [], cases: [], silence: "none",
  },
];
