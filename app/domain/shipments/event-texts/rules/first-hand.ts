import { words, type Rule } from "./rule.ts";

/** The carrier has the parcel for the first time. */
export const FIRST_HAND: readonly Rule[] = [
  { category: "picked_up",
    says: words(
      "(?:tendered|registered) (?:at|by) (?:the )?(?:\\w+ )?(?:post office|facility|counter|station|location)", "{parcel} pick ?up", "picked ?up",
      "pick ?up (?:scan|complete\\w*|done|success\\w*|confirm\\w*|ok)", "pickup", "accept(?:ed|ance|s)?", "(?:{parcel} )?collected", "collection",
      "origin (?:scan|acceptance|received|receipt|pick ?up)",
      "(?:receive[ds]?|accepted|collected|picked up|taken over|receipt|obtained) (?:\\w+ ){0,4}?(?:from (?:the |your )?(?:{sender}|customer|client)|at (?:the )?(?:origin|point of (?:origin|acceptance)|sender\\w*|drop ?off))",
      "received (?:at |in |by )?(?:the )?(?:\\w+ ){0,3}?origin(?: \\w+)?",
      "{sender} (?:has )?(?:handed|dropped|delivered|tendered|given|deposited)(?: \\w+){0,3}", "drop(?:ped)? ?off", "dropped",
      "deposited (?:by|at|in) ", "posted", "lodged", "lodgement", "mailed", "posting", "inducted", "induction",
      "(?:taken|in|into|has|have|took|takes) (?:over )?(?:\\w+[ ]){0,3}?(?:possession|custody|charge)", "possession",
      "(?:{carrier}|we) (?:now )?(?:has|have) (?:received )?(?:your |the )?{parcel}", "(?:weve|we have) got ", "we have (?:it|your)",
      "handed (?:over )?to (?:the )?(?:carrier|{carrier}) (?:by|from)",
      "(?:{parcel}|package|shipment) (?:has been |was |is )?(?:received|taken over|handed in|handed over)(?: (?:by|to) (?:the |our )?(?:carrier|{carrier}|courier|us))?(?: from \\w+)?(?= \\.|$)",
      "received (?:by|at) (?:the )?(?:carrier|courier|us)(?= \\.|$)", "^received(?: by {carrier})?$", "tendered (?:by|from) (?:the )?{sender}",
      "received (?:at|by) {carrier}(?= \\.|$)", "^(?:handed|taken) over (?:to|by) (?:the )?(?!.*(?:airline|partner|agent|third|provider|last mile|delivery|customs)){carrier}$", "(?:driver|courier) pick ?up$", "scanned at origin", "origin post (?:has )?received", "post office of origin", "gathered by", "(?:given|handed) to (?:the )?(?:carrier|{carrier}) by", "{carrier} handed over$", "handed over to (?!.*(?:airline|partner|agent|third|provider|last mile|delivery|customs|transport\\w*|carrier)){carrier}$", "uplift\\w* from", "pick up from (?:the )?{sender}", "accepted for (?:transport|carriage)", "^tendered$", "^pick up$", "hand(?:ed)? ?over(?:ed)? to (?:the )?carrier(?= \\.|$)", "first (?:mile|scan)", "handed in", "shipment (?:taken|acquired)", "admitted", "shipped by {sender}",
      "booked in",
    ), unless: words(
      "en ?route to pick", "shipping partner", "by (?:the )?(?:last mile|local|final|delivery) (?:carrier|courier|partner|delivery)",
      "accept\\w* (?:at|by|in) (?:\\w+ )?(?:distribution|processing) cent\\w*", "(?:accept\\w*|received) (?:\\w+ ){0,3}?(?:destination|delivery (?:station|unit|office|partner|company)|inbound)", "destination",
      "(?:arrived|received|departed) at (?:pick ?up|collection)", "to (?:pick ?up|collection) (?:point|location)",
      "(?:transferred|transported|sent|forwarded|moved|in transit|on the way|depart\\w*) (?:\\w+ ){0,3}?(?:collection|pick ?up)",
      "accept\\w* (?:by|at) (?:the )?airline", "import", "onward", "(?<!accepted )for (?:further )?transport\\w*", "(?:^| )partner accepted",
      "from (?:the )?(?:pack ?station|parcel ?shop|locker|pick ?up point|airline|airport|partner|customs|aircraft|flight)",
      "received by (?:the )?(?:airline|delivery|destination|local)", "drop ?off at (?:airport|hub)", "depart\\w* from", "flight",
      "post ?office of exchange",
    ) },
];
