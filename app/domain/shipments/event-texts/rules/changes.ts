import { words, type Rule } from "./rule.ts";

/** Somebody asked for another day, place or person. Not a failure of the carrier. */
export const CHANGES: readonly Rule[] = [
  { category: "delivery_change",
    says: words(
      "(?:asked|requested) (?:that|us|ups)", "(?:{person}|your)s? (?:s )?(?:choice|option|preference)", "choice (?:of|by) (?:the )?{person}", "deliver\\w* (?:\\w+ ){0,3}(?:desired|preferred|requested|chosen) (?:date|day|time|place|address)",
      "(?:{person}|{sender}|buyer|you)s? (?:has |have |had )?(?:requested|asked|instruct\\w*|wants|chose|chosen|selected|opted|arranged|changed|modified|rescheduled|redirected|re ?routed|will arrange)",
      "(?:at|per|by|on|upon|as) (?:the )?(?:{person}|{sender}|buyer)s? (?:request\\w*|instruct\\w*|wish|demand|order)",
      "(?:requested|instructed|rescheduled|redirected|re ?routed|changed|modified|selected|chosen|arranged|agreed|authori[sz]ed|deferred|postponed)(?: \\w+){0,3} (?:by|with) (?:the |your )?(?:{person}|{sender}|buyer)",
      "(?:{person}|{sender}) request\\w*", "request (?:of|from|by) (?:the )?(?:{person}|{sender})",
    ), unless: words(
      "{delivered}", "request\\w* (?:a )?(?:return|refund|refusal)", "return\\w*", "held (?:at|in|for pick ?up)(?! (?:the )?(?:(?:{person}|{sender})s? )?request)", "no longer", "moved", "hold at(?! (?:the )?{person})", "available for", "ready for",
      "picked up by", "own pick ?up", "inspection", "documents?", "information", "dispos\\w*", "on hold(?! (?:at|per|on|upon) (?:the )?(?:{person}|{sender}|request))", "pick ?up request\\w*", "contact\\w*",
    ) },
  { category: "delivery_change",
    says: words(
      "(?:re ?deliver\\w*|delivery|deliver) (?:date |day |time |address |option |instructions? |appointment |slot |window |change |method |preference |location |has been |was |is |to be |request |order |again )*(?:request\\w*|re ?schedul\\w*|chang\\w*|modif\\w*|selected|arranged|agreed|booked|redirect\\w*|re ?rout\\w*|postponed|set|deferred|updated|amended|planned|accepted|on (?:the )?(?:requested|desired|agreed) date|appointment)",
      "(?:request\\w*|selected|arrang\\w*|schedul\\w*|book\\w*|set|ask\\w*) (?:for |a |an |the |up |new )*(?:re ?delivery|future delivery|delayed delivery|delivery (?:appointment|change|date|option|time|intercept|on)|new delivery|appointment)",
      "re ?deliver(?:y|ed)", "future delivery",
      "deliver(?:y|ed)? (?:on|at) (?:the |a )?(?:date|day|time|address|requested|agreed|desired|preferred|selected)[\\w ]{0,12}(?:requested|date|agreed|chosen|selected|day|later)",
      "delivery preferences?", "(?:new|updated|shared) delivery instructions?", "changes? (?:\\w+ ){0,2}(?:for|to|of) (?:the )?delivery address", "delivery instructions? (?:\\w+ ){0,3}(?:provided|given|added|left)", "re ?booked", "(?:preferred|new|chosen|requested) (?:delivery )?(?:date|day|time|slot) (?:selected|chosen|set|confirmed)", "changes? of delivery \\w+", "new instructions", "re ?arranged", "intercept\\w*", "appointment",
      "(?:updated|changed|modified|amended) (?:\\w+ ){0,2}?(?:delivery (?:information|address|instructions|details|option\\w*|date)|address)",
      "delivery (?:change|intercept|redirect\\w*|instructions?) (?:\\w+ ){0,6}?(?:in progress|complete\\w*|process\\w*|received|confirmed|updated)",
      "(?:re ?rout\\w*|redirect\\w*) (?:was )?request\\w*", "request\\w* (?:\\w+ ){0,2}?re ?rout\\w*",
      "(?:location|service|address|recipient) (?:was |has been )?changed?", "agreed(?: \\w+)? (?:delivery|date|day|time)", "arrangement", "booking amended", "cdo (?:requested|modified)",
      "delivery date scheduled", "re ?direct(?:ed|ion)?",
      "address (?:was |has been |is )?(?:change[ds]?|modified|updated|amended) (?:by|request\\w*|at|per)", "change of (?:delivery )?address",
      "(?:new|different|alternat\\w*|another) (?:delivery )?(?:address|date|day|time)",
      "changes? (?:(?:the|of|to|this|that|in|for|your|a) )*(?:delivery )?(?:address|date|day|location|time|instructions?)", "^re ?delivery (?:is |was |has been )?(?:scheduled|booked|planned|requested|arranged|set)", "updated address", "vacation hold", "hold (?:mail|for (?:future|vacation))",
      "requested (?:date|delivery|day)", "re ?schedul\\w*", "postponed",
      "(?:safe ?place|leave safe|neighbou?r|authority to leave|leave at door) (?:\\w+ ){0,3}?(?:nominated|requested|selected|authori[sz]ed|instruction\\w*|chosen)",
      "hold at location request\\w*", "request\\w* (?:accepted|received) hold", "hold request\\w*", "requested … hold",
    ), unless: words(
      "{delivered}", "^sorry", "(?<!be )moved", "relocat\\w*", "research\\w*", "no longer", "correct\\w*", "available for", "absen\\w*", "delay\\w*", "due to", "because", "weather", "strike", "holiday", "attempt\\w*",
      "failed", "not possible", "unable", "could not", "missed", "redirected (?:your )?{parcel} to (?:a )?(?:nearby|{shop})",
      "redirected to (?:\\w+ ){0,3}{shop}", "appointment (?:is )?(?:required|needed|missed)",
      "(?:incorrect|wrong|invalid|bad|insufficient|incomplete) address", "address (?:is )?(?:incorrect|wrong)", "return\\w*",
      "required", "needed", "(?<!scheduled for (?:\\w+ )?)(?:next|following) (?:business|working|delivery) day", "closed", "unavailable", "not available", "operational", "delivered$",
      "redirected (?:to|towards) (?:a |the )?(?:correct|right|sort\\w*|facility|depot)", "reminder", "not (?:been )?(?:delivered|collected)", "flight",
      "pick ?up (?:was |has been )?re ?schedul\\w*", "deliver(?:y|ed) (?:will|shall|must|needs? to) be re ?schedul\\w*", "(?<!be )delivered (?:to|at)", "out for", "with courier", "loaded", "today",
    ) },
];
