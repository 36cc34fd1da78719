import { words, type Rule } from "./rule.ts";

const NOT_TO_A_PERSON = words(
      "delivered (?:to|into|at) (?!(?:the )?{person})(?:the |a |our |its |your )?(?:\\w+ )?(?:\\w+ )?(?:carrier|(?:transport|shipping|logistics) company|airline|airport|hub|facility|depot|partner|post|postal service|usps|dhl|ups|canada post|royal mail|sort\\w*|delivery (?:partner|company|service|unit|station|office|provider)|third party|line ?haul|terminal|warehouse|forwarder|distribution cent(?:er|re)|processing cent(?:er|re)|post ?office(?! box)|country)",
      "(?:to|shall|will|would|can|should|must|when|once|until|before|if|yet|expected|scheduled|may|estimated|soon|cannot) (?:be )?(?:\\w+ )?delivered",
      "(?:not|never|cannot|unable to|failed to) (?:have )?(?:be |been |being )?(?:\\w+ )?delivered", "(?:being|will be|to be) (?:\\w+ ){0,6}delivered", "ready to be delivered", "delivered (?:soon|tomorrow|shortly|within|later|by (?:end|tomorrow))", "due to be", "going to be delivered",
    );

/** It is in the hands of a person, or where that person wanted it. */
export const HANDED_OVER: readonly Rule[] = [
  { category: "delivered", reason: "neighbour", says: words("(?:delivered|left|handed(?: over)?|given|accepted|received) (?:\\w+ ){0,5}?neighbou?rs?"), unless: NOT_TO_A_PERSON },
  { category: "delivered", reason: "collected",
    says: words(
      "(?:picked ?up|collected|retrieved|claimed|taken|received|withdrawn) (?:\\w+ ){0,5}?by (?:the |an? |authori[sz]ed |its |final |individual )*(?:{person}|individual|receiver|neighbou?r)",
      "{person}s? (?:has|have|had) (?:\\w+ ){0,9}?(?:picked up|collected)",
      "{person}s? (?:has |have |had |was |representative )*(?:picked(?: it)?(?: up)?|collected|retrieved|received|taken)",
      "(?:picked up|collected|retrieved|taken) (?:\\w+ ){0,3}?(?:from|at|in) (?:the |a |an )?(?:\\w+ )?(?:{shop}|postal facility)",
      "(?:individual|customer|recipient) pick(?:ed)? ?up", "(?:customer|counter|recipient) (?:pick ?up|collection) (?:complete\\w*|done)",
      "collection by {person}",
    ), unless: words(
      "will", "not", "onward", "to be", "prepar\\w*", "for (?:{person}|individual)", "by {person} request", "transport\\w*", "further", "out of",
      "from (?:the )?post office (?:by|for) (?:carrier|courier)", "awaiting", "available", "ready", "by (?:carrier|courier|driver)",
    ) },
  { category: "delivered", reason: "agent",
    says: words(
      "delivered to agent",
      "(?:left|delivered|handed) (?:\\w+ ){0,3}?(?:agent|representative|employer|colleague|concierge|reception\\w*|porter|front desk|doorman|security guard|building manager|mail ?room|leasing office|caretaker|janitor|household member|family member|relative)",
    ), unless: words("will|to be delivered|returns agent") },
  { category: "delivered", reason: "signed",
    says: words(
      "(?:signed|signature) (?:for|by|received|obtained)", "sign for", "(?:been|was|is) signed", "signature from",
      "delivered (?:\\w+ ){0,3}?(?:signed|signature|against signature)", "received by", "accepted by (?:the )?{person}",
    ), unless: words(
      "received by (?:the |your |local |a |an )*(?:\\w+ )?(?:\\w+ )?(?:{carrier}|carrier|company|facility|branch|depot|hub|line ?haul|network|warehouse|partner|local|delivery|logistics|operator|origin|post ?office|station|cent(?:er|re)|system|airline|mail|express|customs|team|unit)",
      "required", "not", "without", "no signature",
    ) },
  { category: "delivered", reason: "cod",
    says: words(
      "cash collected", "cod (?:payment )?(?:collected|paid|received)", "payment (?:was )?collected (?:on|upon|at) delivery",
    ), unless: words("not|no ") },
  { category: "delivered",
    says: words(
      "delivered",
      "delivery (?:was |has been |is |successfully )*(?:successful\\w*|complete[d]?|completed|done|made|confirm(?:ed|ation)|effected|accomplished|executed|successful|finished|performed|ok|recorded|carried out|fulfilled)",
      "(?:successful|partial|complete|completed|safe|proof of|confirmed|effective) deliver\\w*", "^final delivery", "final delivery (?:complete\\w*|made|done)",
      "deliver(?:ed|y) (?:to|at|in) (?:the |an? )?(?:{person}|neighbou?r|front door|mail ?box|letter ?box|door|po box|reception|garage|porch|safe place|address|home)",
      "^delivery$", "handed (?:over )?(?:to|by)? ?(?:the )?(?:{person}|you|resident)",
      "(?:left|placed|put|inserted) (?:\\w+ ){0,4}?(?:at|in|on|by|with|inside|near|through|outside|behind|under|front|back|side|rear)(?: \\w+){0,4}? (?:door\\w*|porch|mail ?box|letter ?box|safe ?(?:place|location)|garage|reception|desk|patio|deck|yard|individual|premises|house|home|mail ?slot|carport|shed|secure location|entrance|dock|residence|neighbou?r|garden|gate|lobby|veranda\\w*|meter box|(?:safe|secure|other|specified|designated|agreed|nominated) ?(?:place|location))",
      "(?:handed|given|released) (?:directly |over |in person )*to (?:the |a |an )?(?:{person}|individual|someone)", "pod", "driver release", "confirmation of delivery", "left with(?:out)?",
      "(?:in|at) mailbox", "(?:front|side|back|rear|other) door", "porch", "safe ?drop(?:ped)?", "deliver(?:y|ed) (?:to|at|in) (?:the )?mail ?room", "signature confirmed", "deposited (?:in|into) (?:\\w+ )?(?:letter ?box|mail ?box)", "handed (?:over )?at", "left as (?:authori[sz]ed|instructed|requested)", "dropped (?:off )?at (?:the )?(?:door\\w*|porch|front|house)", "{person}s? (?:has |have )?signed", "left under", "pick ?up by (?:the )?{person} (?:complete\\w*|done|confirmed)", "delivery scan", "(?:{parcel}) (?:was |has been )?(?:successfully )?(?:received by|handed to) (?:the )?{person}",
      "arrived at (?:its |the )?(?:final destination|{person})", "(?:^|delivery |order |shipment |item )completed$", "gave to {person}", "fully delivered", "deliv$", "dlvd",
    ), unless: NOT_TO_A_PERSON },
];
