import { words, type Rule } from "./rule.ts";

/** The parcel exists as data: announced, labelled, awaited. Also the end of that stage, when the label is withdrawn. */
export const CANCELLATIONS: readonly Rule[] = [
  { category: "cancelled", reason: "label_expired", says: words("(?:label|qr code|booking)(?: \\w+){0,3} (?:expired|voided|deleted|cancell?ed)") },
  { category: "cancelled",
    says: words(
      "^deleted", "deleted by", "cancel(?:l?ed|l?ation|ling|s)?", "void(?:ed)?", "annull?ed",
      "(?:order|label|{parcel}) (?:was |has been )?(?:deleted|revoked|invalidated)",
    ), unless: words(
      "rts", "rto", "refus\\w*", "return\\w*", "{person} … cancel\\w*", "cancel\\w* … by (?:the )?{person}", "pick ?up (?:was |has been )?rescheduled",
      "flights? (?:are |were |was |have been |has been )?cancel\\w*", "cancel\\w* flight", "hold … cancel\\w*", "(?:train|flight|departure|ferry|truck) … cancel\\w*",
    ) },
];

/** Announced by the sender, not yet seen by the carrier. */
export const ANNOUNCEMENTS: readonly Rule[] = [
  { category: "label_created", says: words("^order processed", "(?:order|{parcel}|items?) (?:has been |have been |was |is )?packed", "packing(?! (?:slip|list|material))", "being (?:picked|packed)", "pick ?list", "allocated from", "(?:awaiting|waiting(?: for)?|pending) acceptance", "online registration", "registered online", "created online", "pre ?load(?:ed)?", "(?:en ?route|in transit) to dhl e ?commerce", "order to (?:pick|collect)", "(?:notified|asked|instructed|requested) to (?:pick|collect)", "ready for (?:the )?(?:courier|carrier)", "{parcel} (?:was |has been )?notified$", "awaiting tender", "{sender} (?:has |have )?(?:let us know|told us|informed us|advised us|notified us)", "expecting (?:it|your)", "pre ?transit", "^advised$", "^acknowledged$", "edi (?:\\w+ )?received", "^packed", "(?:courier|driver|pick ?up|collection) (?:was |has been )?requested$", "pick ?up order", "order (?:was |has been |is |being )*(?:processed|submitted|sent)", "about to be (?:shipped|sent|dispatched|handed)", "order (?:has been |was )?placed", "^labell?ed$", "packed and", "booking (?:\\w+ )?confirm\\w*") },
  { category: "label_created", says: words("{carrier} awaiting (?:item|{parcel})|shipping partner"), unless: words("hand ?off|hand ?over|handed", "shipping partners? facility(?! \\.|$| usps)") },
  { category: "label_created",
    says: words(
      "(?:awaiting|waiting for|expect\\w*|expecting|awaits) (?:the )?(?:{parcel}|mail|physical|hand ?over|drop ?off|posting|receipt|acceptance|induction|first scan)",
      "(?:{carrier}|we)(?: has| have| is| are)? (?:has |have |is |are )?not (?:yet )?(?:been )?(?:receiv\\w*|in possession|taken)",
      "(?:not|hasnt|havent) (?:yet )?(?:been )?(?:handed(?: over)?|shipped|dispatched|sent|posted|dropped off|picked up|collected|received)(?: yet| to| by| from| in|$)",
      "not (?:yet )?(?:\\w+ ){1,4}handed over$", "(?:awaiting|waiting for) (?:the )?{sender}", "no {parcel} received", "not received … yet", "yet to (?:be )?(?:receive\\w*|collect\\w*|ship\\w*|hand\\w*|arrive)", "no (?:manifest|scan)", "not manifested",
      "{sender} has not (?:provided|tendered|given)", "upon receipt … (?:tracking|update)", "will be updated … (?:when|once|after)",
      "once (?:the |your )?{parcel} (?:is|has been|arrives)",
    ), unless: words(
      "on (?:its|the) way", "facility", "customs", "clearance", "broker\\w*", "deliver\\w* attempt", "refus\\w*", "attempt\\w*", "release", "depart\\w*", "return\\w*", "weather",
      "rts", "rto", "from customs", "recipient", "at destination", "documents?", "payment", "collected by (?:the )?{person}", "by (?:the )?{person}",
      "from (?:the )?(?:store|shop|post office|pick ?up)", "instructions",
    ) },
  { category: "label_created",
    says: words(
      "(?:pre ?)?(?:shipment|shipping|parcel|package|item|electronic\\w*|billing|booking|consignment|order|tracking|dispatch|delivery|return|postage|label|article|customs)? ?(?:shipping |shipment )?(?:info|information|infos|data|details|advice|notification|notice|documentation|documents|manifest|instructions?|docket|record)(?: (?:for|of|about|on|to|has|have|was|were|is|are|been|the|this|your|by|electronically|successfully|{parcel})){0,6} (?:received|sent|created|transmitted|submitted|approved|registered|electronically|uploaded|accepted|imported|lodged|entered|provided|transferred|manifested|processed|generated|forwarded|confirmed|available|loaded|ready)",
    ), unless: words(
      "address details", "delivery instructions?", "shipment acceptance", "customs", "clearance", "broker\\w*", "incorrect", "invalid", "missing",
      "address(?: information)? (?:received|was)", "additional", "require\\w*", "attempt\\w*", "deliver(?:y|ed) (?:signature|confirmation)",
      "contact information", "request\\w*", "from (?:the )?{person}", "transit",
    ) },
  { category: "label_created",
    says: words(
      "(?:label|barcode|airway ?bill|waybill|awb|tracking number|consignment note|postage|docket|qr code|parcel locker pin)(?: (?:has|have|was|were|is|been|for|this|the|{parcel}|being|with|by|your|pick ?up|{sender})){0,6} (?:created|printed|generated|purchased|issued|made|produced|assigned|prepared|ready|registered)",
      "(?:created|printed|generated|purchased) (?:an? |the |your )?(?:return |shipping |shipment |delivery )?label", "label created", "pre ?shipment",
      "pre ?advi[sc]e\\w*", "pre ?alert\\w*", "pre ?advised", "pre ?notif\\w*", "pre ?transit", "pre ?registered",
      "electronic (?:notification|announcement|pre ?advice|data)", "announced",
      "(?:merchant|sender|shipper)(?:s)? … (?:order receipt|notified us|preparing|is preparing|will hand|submitted|announced|dispatching|created)",
      "order (?:receipt notification|processed|created|received|confirmed|placed|accepted|registered|information)",
      "(?:shipment|parcel|package|consignment|item|order|booking) (?:has been |was |is |successfully )*(?:created|booked|registered|announced|generated|advised|manifested|being prepared|in preparation|confirmed)",
      "(?:being|is) (?:prepared|packed|processed) (?:by|at|for) (?:the )?(?:{sender}|dispatch|shipment|shipping)", "fulfilled", "shipment planned",
      "(?:shipment|transport|dispatch) is planned", "ready to go", "(?:now )?in (?:the )?(?:{carrier}s? |our )?system",
      "(?:received|accepted|got|sent|transmitted|submitted|provided|obtained) (?:\\w+ ){0,3}(?:data|information|info|details|notification|advice)",
      "(?:notified|announced|registered|submitted|transmitted|advised)(?: \\w+){0,5} electronic\\w*",
      "{sender} (?:is )?(?:preparing|dispatching|despatching|packing)",
      "manifest(?:ed)?(?: (?:created|received|printed|lodged|uploaded|generated|file|complete\\w*))?", "in preparation",
      "preparing (?:for )?(?:shipment|dispatch|your(?! \\w+ for delivery)|to ship|the)",
      "(?:ready|prepared|waiting) (?:for|to be) (?:shipment|shipping|dispatch\\w*|ship|sending|shipped|sent|transport|handed)",
      "ready to (?:ship|send|dispatch|be (?:shipped|sent|dispatched|handed))",
    ), unless: words(
      "^return created", "delivery option", "origin post", "by (?:the )?post office", "shipment acceptance", "hub", "handed over to", "customs", "clearance",
      "return\\w* to", "received (?:at|in) ", "undeliver\\w*", "arriv\\w*", "depart\\w*", "{parcel} (?:received|accepted) (?:by|at)", "delivered",
      "new label", "re ?label\\w*", "label … (?:damaged|replaced|re)", "investigation", "claim", "(?:import|export) declaration", "redelivery", "transit", "container", "bag", "outbound", "line ?haul",
    ) },
  { category: "label_created",
    says: words(
      "(?:ready|awaiting|waiting|scheduled|booked|requested|arranged|allocated|assigned|available|pending|registered|created)(?: for| to be| courier| carrier| the)* (?:pick ?up|pickup|collection|collected|picked up)(?: by| from)(?: the| your)? (?:{carrier}|{sender}|warehouse)",
      "(?:pick ?up|collection)(?: has been| was| is| request)* (?:scheduled|booked|requested|arranged|ordered|registered|allocated|received|confirmed|pending|assigned|generated|created)",
      "(?:courier|driver) (?:assigned|allocated|booked|on the way to (?:pick|collect)|en route to (?:pick|collect))",
      "awaiting (?:{carrier}|courier) (?:pick ?up|collection|scan)", "to be collected (?:by|from)(?: the)? (?:{carrier}|{sender})",
      "ready for (?:carrier|courier) (?:pick ?up|collection)", "(?:scheduled|booked) for (?:pick ?up|collection)", "out for pick ?up",
      "out for collection", "awaiting drop ?off", "requested (?:for )?(?:a )?(?:pick ?up|collection)",
    ), unless: words("self (?:pick|collect)\\w*|{person} (?:collection|pick ?up)|by (?:the )?{person}|redelivery") },
];

/** Weak words for the same stage; only when nothing stronger was said. */
export const BARE_ANNOUNCEMENTS: readonly Rule[] = [
  { category: "label_created",
    says: words(
      "pending", "created", "booked", "registered", "ready for (?:shipment|dispatch)", "new", "info(?:rmation)? received", "draft", "initial", "order",
      "label", "new order", "received electronically", "data", "pending shipment", "submitted", "confirmed", "^initiated$", "^shipper$", "unshipped", "open",
      "preparing", "not shipped", "awaiting shipment", "awaiting dispatch", "to be shipped", "import(?:ed)? to system",
    ), unless: words(
      "arriv\\w*", "depart\\w*", "facility", "deliver\\w*", "customs", "hub", "depot", "process\\w*",
      "new (?:york|zealand|jersey|delhi|south|hampshire|mexico|orleans|brunswick|address)", "payment", "mismatch", "not open", "received (?:at|in)", "open box", "case", "damag\\w*",
      "order to", "in order",
    ) },
];
