/** What the app should make of a story that the world plays from beginning to end, in the product's own words. */
export type ExpectedStory = {
  readonly scenario: string;
  readonly words: string;
  /** Where the parcels stand in the end. */
  readonly ends: readonly string[];
  /** Exceptions believed and overcome, in order; progress, silence and noise apart. */
  readonly troubles: readonly string[];
  /** What a poorer word of another source may make of the trouble before the carrier's own is read: which of two pushes is first is chance. */
  readonly orFirst?: string;
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
    scenario: "stuck-in-customs", words: "a parcel held at the border needs nobody until customs asks for papers: then it is a case, and the clearance closes it",
    ends: ["delivered"], troubles: ["exception.customs_hold", "exception.customs_docs", "recovered.customs_docs"], cases: ["customs_docs, closed by the carrier"], silence: "no_scan",
  },
  {
    scenario: "failed-attempt", words: "a failed attempt opens a case at once, and the next morning's scan closes it",
    ends: ["delivered"], troubles: ["exception.attempt_failed", "recovered.attempt_failed"], cases: ["attempt_failed, closed by the carrier"], silence: "none",
  },
  {
    scenario: "bad-address", words: "an address problem takes the date away and opens a case until the carrier has the right address",
    ends: ["delivered"], troubles: ["exception.address_problem", "recovered.address_problem"], orFirst: "exception.delayed", cases: ["address_problem, closed by the carrier"], silence: "may come",
  },
  {
    scenario: "returned-to-sender", words: "two failed attempts, then the parcel turns back: the merchant has an open case and a decision to make",
    ends: ["returned"], troubles: ["exception.attempt_failed", "recovered.attempt_failed", "exception.attempt_failed", "exception.returning_to_sender"],
    cases: ["attempt_failed, closed by the carrier", "returning_to_sender, open"], silence: "may come",
  },
  {
    scenario: "split-shipment", words: "two parcels of one order travel and arrive each for itself",
    ends: ["delivered", "delivered"], troubles: [], cases: [], silence: "none",
  },
  {
    scenario: "carrier-hand-off", words: "two carriers and two numbers are one road, and the parcel arrives",
    ends: ["delivered"], troubles: [], cases: [], silence: "may come",
  },
  {
    scenario: "storm-delay", words: "weather delays a parcel that keeps moving: recorded, and nobody is called",
    ends: ["delivered"], troubles: ["exception.delayed", "recovered.delayed"], cases: [], silence: "none",
  },
  {
    scenario: "delivered-not-received", words: "the carrier says delivered, so that is what the app believes",
    ends: ["delivered"], troubles: [], cases: [], silence: "none",
  },
  {
    scenario: "delivered-elsewhere", words: "a delivery far from the address is a case, whatever the carrier believes",
    ends: ["delivered"], troubles: ["exception.delivered_elsewhere"], cases: ["delivered_elsewhere, open"], silence: "none",
  },
  {
    scenario: "delivery-retracted", words: "a delivery the carrier takes back is reopened, and the second one stands",
    ends: ["delivered"], troubles: [], cases: [], silence: "none",
  },
  {
    scenario: "number-reused", words: "what another parcel did under the number months ago is not believed",
    ends: ["delivered"], troubles: [], cases: [], silence: "none",
  },
  {
    scenario: "detour", words: "a far hub is explained and calls nobody",
    ends: ["delivered"], troubles: [], cases: [], silence: "none",
  },
  {
    scenario: "two-clocks", words: "one scan told by two clocks is one event",
    ends: ["delivered"], troubles: [], cases: [], silence: "none",
  },
  {
    scenario: "corrected-history", words: "a scan the carrier corrects moves, and nobody is told twice",
    ends: ["delivered"], troubles: [], cases: [], silence: "none",
  },
  {
    scenario: "unread-status", words: "a status nobody can read is counted and guesses nothing",
    ends: ["delivered"], troubles: [], cases: [], silence: "none",
  },
  {
    scenario: "not-received", words: "the carrier says delivered, the shopper says not: a case, until somebody finds out",
    ends: ["delivered"], troubles: ["exception.not_received"], cases: ["not_received, open"], silence: "none",
  },
  {
    scenario: "out-of-order", words: "scans that come late and twice end in the same timeline",
    ends: ["delivered"], troubles: [], cases: [], silence: "may come",
  },
  {
    scenario: "mistyped-number", words: "a number that cannot be right is doubted and not overruled",
    ends: ["delivered"], troubles: [], cases: [], silence: "none",
  },
  {
    scenario: "days-in-customs", words: "days at the border are counted, and the clearance ends them",
    ends: ["delivered"], troubles: ["exception.customs_hold", "recovered.customs_hold"], cases: [], silence: "may come",
  },
  {
    scenario: "never-accepted", words: "a label no carrier ever scanned is never called shipped",
    ends: ["label_created"], troubles: [], cases: [], silence: "label_not_scanned",
  },
];
