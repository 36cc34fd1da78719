import { words, type Rule } from "./rule.ts";

/** Nobody was there to take it: at home, at the office, or at all. */
export const ABSENCES: readonly Rule[] = [
  { category: "recipient_unavailable", reason: "business_closed",
    says: words(
      "(?:business|door|gate|compan(?:y|ies)|premises|office|store|shop|{person}|firm|establishment|building|school|college|location|workplace|site|delivery point|reception|dock|receiving (?:dock|department)|warehouse)s? (?:\\w+ ){0,4}?clos(?:ed|ure|ing)",
      "closed (?:business|premises|office|store|{person})", "^closed$",
      "clos(?:ed|ure) (?:on|at|for|during|when|upon) (?:\\w+ )?(?:delivery|arrival|lunch|day|holiday|the|attempt|1st|first|2nd|second|final)",
      "(?:{person}|business|company|office) … (?:on )?(?:holidays?|vacation|strike|break)", "after clos\\w* (?:time|hours?)", "(?:business|shop|office|premises|store|company|firm) (?:is |was )?(?:not open|shut)", "after (?:business|office|closing) hours",
      "outside (?:of )?(?:business|opening|delivery|working) hours", "on vacation", "vacation", "college break", "school break", "on break",
      "annual leave", "on leave",
    ), unless: words(
      "facility clos\\w*", "(?:post office|depot|station|hub|pick ?up (?:point|location)|parcel ?shop|access point|locker) (?:\\w+ ){0,2}?clos\\w*",
      "(?:pick ?up (?:was )?attempt\\w*|attempt\\w* pick ?up)", "vacation hold", "road clos\\w*", "{delivered}", "airport clos\\w*", "file closed", "case closed", "closed container", "shipment closed",
      "bag closed", "enquiry closed", "safe ?drop\\w*", "left (?:in|at|with)",
    ) },
  { category: "recipient_unavailable",
    says: words(
      "(?:{person}|nobody|someone|adult|person|signatory|signer|authori[sz]ed (?:{person}|person|representative|agent)) (?:\\w+ ){0,4}?(?:not (?:available|at home|home|present|in|there|answer\\w*|respond\\w*|reach\\w*|contactable|on site)|unavailable|absent|away|out|un ?reachable|unresponsive|missing|could not be (?:reached|contacted))",
      "not (?:available|at home|home|present)(?: (?:for|to|at|on|during) (?:\\w+ ){0,3}?(?:delivery|sign\\w*|receive|accept|attempt|home|time))",
      "not (?:at )?home", "not (?:been )?(?:met|found|reached)(?: at home)?",
      "(?:no ?one|nobody|no ?body|no person|no adult|no authori[sz]ed (?:{person}|person)|no (?:adult )?{person}|no (?:\\w+ )?signatory|nobody|no eligible (?:{person}|person))",
      "{person} missed", "missed (?:you|delivery you|the {person}|{person})", "sorry we missed", "we missed you", "no (?:answer|response|reply)",
      "(?:not|no) (?:answer\\w*|respond\\w*)", "(?:mobile|phone|telephone)(?: number| is| was)* (?:switched off|off|busy|not (?:be )?(?:reachable|reached|answered)|cannot be reached|unreachable)", "number (?:is )?(?:unreachable|not reachable|busy)", "(?:unable|not able|could not|cannot) (?:to )?(?:be )?(?:notify|contact|reach|call|contacted|reached) (?:the )?{person}", "call(?:s)? (?:was |is )?(?:not (?:received|answered|picked)|unanswered)", "(?:anyone|anybody|somebody|someone) to (?:sign|accept|receive)", "out of (?:station|town|office|country)", "absent", "absence", "(?:{person} )?carded", "(?<!notice )card(?:ed)? left", "(?<!notice )card was left",
      "left (?:a |an )?(?:calling |sorry |delivery |missed delivery |attempt |door ?)?(?:card|tag)", "calling card", "sorry card", "door ?tag",
      "nobody", "unattended", "unoccupied", "{person} out", "away from (?:home|address)", "1st attempt missed",
      "adult signature (?:required )?(?:not|un)\\w*", "^not available$", "no signature(?: available| obtained)?",
      "no (?:\\w+ )?(?:to (?:sign|receive|accept)|available to)", "unavailable", "not available for (?:delivery|signature)",
      "signature (?:required )?(?:not (?:available|obtained|possible)|unavailable)",
    ), unless: words(
      "(?:information|status|data|tracking|service|cod|money|funds|payment|access|image|details|estimate|parking) (?:\\w+ ){0,2}?(?:is |was )?(?:not available|unavailable|absent|missing)",
      "{delivered}", "(?:please )?collect (?:at|from)", "(?:pick ?up (?:was )?attempt\\w*|attempt\\w* pick ?up)", "{parcel} (?:\\w+ )?(?:missing|not available)", "door tag requested", "no signature required", "without signature", "unknown",
      "not in (?:the )?(?:importers|system|database)", "{person} (?:\\w+ )?out of (?!station|town|office)",
    ) },
];

/** A courier came and the parcel did not change hands. */
export const ATTEMPTS: readonly Rule[] = [
  { category: "attempted_delivery", reason: "notice_left",
    says: words(
      "notice left", "(?:left|leaving) (?:\\w+ )?(?:notice|notification|slip)", "notice card (?:was )?left", "notification card", "delivery notice",
    ), unless: words("{delivered}") },
  { category: "attempted_delivery", reason: "no_access",
    says: words(
      "(?:no|not|without|unable to|cannot|could not|couldnt|cant|failed to|denied|restricted|blocked|lack of|limited|difficult\\w*|insufficient) (?:\\w+ ){0,3}?(?:access\\w*|enter|entry|entrance|reach (?:the )?(?:door|address|house|{person}))",
      "inaccessible", "entry (?:denied|restricted|not allowed)", "access (?:\\w+ ){0,2}?(?:denied|not|blocked|problem|issue|code|restricted|required)", "gate(?:d)? (?:locked|closed|community)",
      "secured? building", "security gate", "(?:security|door|gate|entry|entrance) code", "animal\\w*", "dogs?",
      "(?:no|not|un) ?(?:a )?(?:safe|secure) (?:\\w+ ){0,2}?(?:place|location|area|spot)",
      "(?:insufficient|no|not enough|lack of) (?:\\w+ )?(?:space|room|capacity) (?:in|at) (?:the )?(?:\\w+ )?(?:lockers?|mail ?box|letter ?box|receptacle|parcel ?box)",
      "(?:receptacle|mail ?box|letter ?box|locker|parcel ?box) (?:\\w+ ){0,2}?(?:full|blocked|too small|inaccessible|damaged|obstructed|unavailable)",
      "(?:full|blocked) (?:receptacle|mail ?box|locker)", "not safe to leave", "(?:gate|door|building|entrance|property)s? (?:\\w+ ){0,2}?locked", "locked (?:gate|door|building)", "(?:no|not have|without|lack\\w*|invalid|missing) (?:\\w+ ){0,3}?(?:identification|photo id|id card|id)", "unsafe", "no parking", "road (?:not )?(?:impassable|passable)", "hold(?:up)? at door",
    ), unless: words("{delivered}|access ?point (?:full|closed)|customs|access worldwide") },
  { category: "attempted_delivery",
    says: words(
      "(?:re ?)?attempt(?:ed|s|ing)?(?: to)?(?: \\w+){0,3}? deliver\\w*", "deliver(?:y|ed) (?:\\w+ ){0,5}?(?:re ?)?attempt\\w*", "re ?attempt\\w*",
      "(?:first|second|third|final|last|1st|2nd|3rd|initial|next|another|new|other|one|unsuccessful|failed) (?:delivery )?attempt\\w*",
      "attempt\\w* (?:fail\\w*|unsuccessful\\w*|made|abroad|was|to)", "^unsuccessful(?: \\. \\w+ \\.)? deliver\\w*", "^unsuccessful$", "missed delivery", "^attempted$", "attempt(?:ed)? fail\\w*",
      "deliver(?:y|ed|ing)? (?:\\w+ ){0,5}?(?:{not}|unsuccessful\\w*|exception|failed|failure|failing|not (?:possible|successful|completed?|made|effected)|impossible|prevented|aborted|interrupted)",
      "{not} (?:\\w+ ){0,4}?(?:be )?deliver\\w*", "not (?:yet )?deliver\\w*", "undeliver\\w*", "non ?deliver\\w*", "unsuccessful\\w* deliver\\w*",
      "failed deliver\\w*", "undelivered", "(?:{person} )?identification (?:\\w+ )?(?:issue|problem|fail\\w*|not)",
      "(?:id|identity|age|pin|otp|password|pass ?code) (?:\\w+ ){0,3}?(?:fail\\w*|not|invalid|incorrect|mismatch|unavailable|could not)",
      "(?:wrong|incorrect|invalid) (?:pin|otp|code|id)",
      "(?:cod|money|cash|funds|payment|amount) (?:\\w+ ){0,4}?(?:not (?:available|ready|paid)|unavailable|missing|refused|insufficient)",
      "no (?:cod|money|cash|funds|payment)(?: amount)? (?:\\w+ )?(?:available|ready)", "could not be completed",
      "not have (?:the )?(?:correct |cod|money|cash|payment|correct amount|exact change)",
      "signature (?:of an adult )?(?:is )?(?:required|not obtained|missing)", "delivery (?:problem|issue|incident|difficult\\w*|incomplete)",
      "will (?:try|attempt) (?:again|to deliver|delivery)", "try again", "(?:tried|trying) to deliver",
      "(?:unable|not able|cannot|could not) (?:to )?pay", "item oversized", "too (?:large|big) (?:for|to)", "schedule (?:a )?redelivery",
      "action needed", "not deliverable",
    ), unless: words(
      "pick ?up (?:was )?attempt\\w*", "attempt\\w* (?:to )?(?:pick|collect|a pick)\\w*", "(?:collection|pick ?up) (?:attempt\\w*|failed|unsuccessful)",
      "without (?:signature|incident)", "no signature required", "{delivered} (?:to|at|in|without|by|and)", "no (?:later|longer|further)",
      "not (?:yet )?out for", "delivery (?:service|address|instructions?|depot|office|unit|date|time) (?!.*(?:attempt|fail|not|unsuccess))",
      "^in transit",
    ) },
];
