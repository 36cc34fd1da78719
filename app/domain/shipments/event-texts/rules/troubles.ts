import { words, type Rule } from "./rule.ts";

/** The courier came to the sender and left without it; what hindered him there is nothing the shopper did. */
export const PICKUPS_NOT_MADE: readonly Rule[] = [
  { category: "exception_other", reason: "pickup_failed",
    says: words(
      "no {parcel} to (?:collect|pick up)", "collection {parcel} (?:was |has been )?not", "(?:pick ?up|collection) (?:order|request) (?:was |has )?(?:fail\\w*|unsuccessful\\w*|not)",
    ) },
];

/** Something is wrong, and it is none of the troubles with a name. */
export const TROUBLES: readonly Rule[] = [
  { category: "exception_other", reason: "pickup_failed",
    says: words(
      "(?:{not}|unsuccessful\\w*|attempt\\w*|tried|miss\\w*|could not be|problem with|delayed|refused|rescheduled|failure|exception) (?:\\w+ ){0,5}?(?:pick ?up|picked up|pick up|collect(?:ed|ion)?)",
      "(?:pick ?up|collection|pick up)(?: \\w+){0,3}? (?:{not}|unsuccessful\\w*|attempt\\w*|miss(?:ed|ing)|exception|delayed|rescheduled|refused|problem|error)",
      "nothing to (?:collect|pick up)", "not ready (?:for|at) (?:pick|collect)\\w*", "(?:parcel|shipment|package) not ready",
      "futile (?:pick ?up|collection)",
    ), unless: words(
      "not (?:yet )?(?:been )?(?:picked up|collected)", "{not} (?:\\w+ )?deliver\\w*", "deliver\\w* attempt", "attempt(?:ed)? deliver\\w*",
      "item (?:will be )?held", "{person} not",
    ) },
  { category: "exception_other", exception: "prohibited",
    says: words(
      "prohibit\\w*", "forbidden", "restricted", "dangerous goods?", "hazard\\w*", "hazmat", "lithium", "batter(?:y|ies)", "illegal", "contraband",
      "not (?:permitted|allowed|acceptable)", "rejected by (?:the )?(?:carrier|airline)", "not accepted by (?:the )?carrier", "non ?conform\\w*",
      "non ?compliant", "non ?mailable", "nonmailable", "unacceptable",
    ), unless: words("without|cleared") },
  { category: "exception_other", exception: "held",
    says: words(
      "(?:on|place[d]? on|put on) hold", "held", "hold", "holding", "blocked", "detained", "stopp?ed", "stop", "halted", "seized", "law enforcement",
      "police", "quarantine", "retained", "intercepted", "suspicious", "security (?:check|screening|hold|inspection|reasons?)", "frozen",
      "awaiting (?:instructions?|further|payment|information|decision|response|reply)", "pending (?:instructions?|investigation|decision)",
      "in (?:storage|stock)", "stored", "storage",
    ), unless: words("hold ?up|house ?hold|holding (?:area|company)|stop (?:\\d|over)|non stop|stopover|next stop") },
  { category: "exception_other", reason: "label_damaged",
    says: words(
      "(?:label|bar ?code|tracking number)(?: \\w+){0,4}? (?:damag\\w*|missing|unreadable|illegible|replaced|not (?:readable|legible|scannable|found)|faded|torn|lost|fell|re ?printed|invalid|incorrect|problem|error|wrong)",
      "(?:unreadable|illegible|damaged|missing|no|incorrect|invalid|duplicate|wrong|new|replacement|un ?scannable) (?:\\w+ )?(?:label|bar ?code)",
      "re ?label\\w*",
    ) },
  { category: "exception_other",
    says: words(
      "^no {parcel}$", "did not wait", "contact (?:the |your |our )?(?:local )?(?:office|depot|station|branch|post office)", "query", "queries", "not complian\\w*", "not have (?:the )?{parcel} ready", "wait(?:ing)? (?:for|on) (?:further )?instructions", "(?:{person}|{sender}) contacted for", "manual handling", "handling required", "mismatch\\w*", "over ?length", "(?:{carrier}|carrier) refus\\w*", "payment (?:is )?(?:pending|outstanding)", "alert", "exceptions?", "problems?", "(?<!goods )issues?", "errors?", "incident", "irregular\\w*", "anomal\\w*", "fail(?:ed|ure|s)?", "unable", "cannot", "could not",
      "impossible", "over ?weight", "over ?sized?", "over (?:the )?(?:size|weight|limit)", "over ?dimension\\w*", "exceed\\w*",
      "too (?:large|heavy|big|long)", "size (?:limit|restrict\\w*)", "weight (?:limit|discrepancy|restrict\\w*)", "dimensions?",
      "not (?:possible|accepted|suitable)", "insufficient (?:postage|funds|payment)", "postage (?:due|unpaid|insufficient)", "(?:under|un)paid",
      "missing (?:postage|information)", "investigat\\w*", "research", "case (?:opened|created|closed)", "appointment (?:is )?(?:required|needed)",
      "denied", "enquir\\w*", "inquir\\w*", "claims?", "claimed", "trace (?:opened|initiated|requested)",
      "contact (?:the |your )?(?:{person}|{sender}|us|{carrier}|customer (?:service|care|support))", "(?:contacting|contacted) (?:the )?(?:{person}|{sender})",
      "re ?pack\\w*", "re ?wrapp\\w*", "abnormal\\w*", "discrepanc\\w*", "incorrect\\w*", "invalid\\w*", "incomplete\\w*",
      "not (?:found|received|arrived|in system|scanned|located)", "separated", "incomplete (?:shipment|consignment)", "partial(?:ly)?",
      "split (?:shipment|consignment)", "missing", "rejected", "unknown (?:reason|status|exception)", "account number", "charge account", "billing",
      "bill(?:ing)? (?:account|problem|dispute)", "action required", "awaiting", "duplicate", "unpaid", "charges? (?:due|unpaid)", "terminated",
      "expired", "failed inspection", "security", "overgoods", "over ?goods", "(?:requires?|required) (?:action|attention|further)",
      "attention required", "under review", "on investigation", "unserviceable", "out of (?:service|scope|gauge)",
    ), unless: words(
      "no (?:exception|problem|issue|error)s?", "office of exchange", "in transit", "claim check", "without (?:incident|problem)s?",
      "security (?:scan|screened|cleared)", "release",
      "awaiting (?:delivery|onward|transport\\w*|onward|departure|flight|dispatch|transit|further transport\\w*|sort\\w*|delivery|next|loading|connect\\w*)",
      "departed", "processed (?:at|through)", "arrived (?:at|in)",
    ) },
];

/** A carrier's own heading that says no more than that something went wrong on the way; believed over what follows. */
export const HEADLINES: readonly Rule[] = [
  { category: "exception_other", says: words("(?:shipment|transit|transportation|package) exception") },
];
