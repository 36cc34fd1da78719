/** What the app should make of a story that the world plays from beginning to end, in the product's own words. */
export type ExpectedStory = {
  readonly scenario: string;
  readonly words: string;
  /** Where the parcels stand in the end. */
  readonly ends: readonly string[];
  /** Cases opened, and who closed them; silence apart. */
  readonly cases: readonly string[];
};

/** Every progress a parcel makes on an ordinary road. */
export const ROAD = ["label_created", "accepted", "in_transit", "out_for_delivery", "delivered"] as const;

export const EXPECTED_STORIES: readonly ExpectedStory[] = [
  {
    scenario: "on-time", words: "nothing goes wrong: nobody is told anything but that",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "late-but-moving", words: "a delay the carrier reports moves the date and needs nobody",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "silent-after-label", words: "when the label has been quiet for longer than is usual the merchant and the shopper are told, and the first scan closes the case",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "stuck-in-customs", words: "a parcel held at the border needs nobody until customs asks for papers: then it is a case, which the papers close; days later nobody has released it yet, and that is another",
    ends: ["delivered"], cases: ["customs_docs, closed by the carrier", "customs_hold, closed by the carrier"],
  },
  {
    scenario: "failed-attempt", words: "a failed attempt opens a case at once, and the next morning's scan closes it",
    ends: ["delivered"], cases: ["attempt_failed, closed by the carrier"],
  },
  {
    scenario: "bad-address", words: "an address problem takes the date away and opens a case until the carrier has the right address",
    ends: ["delivered"], cases: ["address_problem, closed by the carrier"],
  },
  {
    scenario: "returned-to-sender", words: "two failed attempts, then the parcel turns back: the merchant has an open case and a decision to make",
    ends: ["returned"],
    cases: ["attempt_failed, closed by the carrier", "returning_to_sender, open"],
  },
  {
    scenario: "split-shipment", words: "two parcels of one order travel and arrive each for itself; what leaves later than promised is a case until it leaves",
    ends: ["delivered", "delivered"], cases: ["not_shipped, closed by the carrier"],
  },
  {
    scenario: "carrier-hand-off", words: "two carriers and two numbers are one road, and the parcel arrives",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "storm-delay", words: "weather delays a parcel that keeps moving: recorded, and nobody is called",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "delivered-not-received", words: "the carrier says delivered, so that is what the app believes",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "delivered-elsewhere", words: "a delivery far from the address is a case, whatever the carrier believes",
    ends: ["delivered"], cases: ["delivered_elsewhere, open"],
  },
  {
    scenario: "delivery-retracted", words: "a delivery the carrier takes back is reopened, and the second one stands",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "number-reused", words: "what another parcel did under the number months ago is not believed",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "detour", words: "a far hub is explained and calls nobody",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "two-clocks", words: "one scan told by two clocks is one event",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "corrected-history", words: "a scan the carrier corrects moves, and nobody is told twice",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "unread-status", words: "a status nobody can read is counted and guesses nothing",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "not-received", words: "the carrier says delivered, the shopper says not: a case, until somebody finds out",
    ends: ["delivered"], cases: ["not_received, open"],
  },
  {
    scenario: "out-of-order", words: "scans that come late and twice end in the same timeline",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "mistyped-number", words: "a number that cannot be right is doubted and not overruled",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "days-in-customs", words: "days at the border are counted, and the clearance ends them",
    ends: ["delivered"], cases: [],
  },
  {
    scenario: "never-accepted", words: "a label no carrier ever scanned is never called shipped",
    ends: ["label_created"], cases: [],
  },
];
