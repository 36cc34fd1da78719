import { words, type Rule } from "./rule.ts";

/** It comes, but later, and nobody at either end is the cause. */
export const DELAYS: readonly Rule[] = [
  { category: "delay_weather",
    says: words(
      "weather", "snow\\w*", "storms?", "thunder\\w*", "rainstorm", "hurricanes?", "typhoons?", "cyclones?", "tornado\\w*", "flood\\w*", "blizzard",
      "rain", "rainfall", "ice storm", "ice", "icy", "extreme (?:heat|cold|temperature\\w*)", "fog", "heat ?wave", "wind", "monsoon", "meteorolog\\w*", "climat\\w*", "winter conditions",
    ), unless: words("(?:arriv|depart|process)\\w* … (?:facility|hub)|{delivered}|storm lake|snow hill") },
  { category: "delay_other", exception: "misrouted", reason: "missorted",
    says: words(
      "mis ?sent", "mis ?ship\\w*", "mis ?rout\\w*", "mis ?sort\\w*", "mis ?direct\\w*", "mis ?load\\w*", "mis ?fl(?:own|ight)", "mis ?flown",
      "mis ?handled", "mis ?deliver\\w*",
      "(?:incorrect\\w*|wrong\\w*|erroneous\\w*|mistaken\\w*) (?:\\w+ ){0,2}?(?:rout\\w*|sort\\w*|facility|facilities|depot|destination|hub|station|terminal|direction|country|loaded|delivered|branch|site|cent(?:er|re)|location|unit|truck|vehicle|flight|post office|sent|way|van|container)",
      "(?:sent|arrived|sorted|shipped|routed|received|delivered|forwarded|went|loaded) (?:\\w+ ){0,4}?(?:in error|by mistake|incorrectly|wrongly|the wrong|wrong)",
      "(?:rout|sort|load)(?:e|ing|ed)? (?:error|incorrect\\w*|wrong\\w*)", "(?:correct|right) (?:facility|depot|destination|hub)", "re ?rout\\w*",
    ), unless: words("address(?:ed)?|re ?rout\\w* … (?:by|request\\w*|access|pick ?up|shop)|postcode|label") },
  { category: "delay_other", reason: "holiday",
    says: words(
      "holidays?", "public holiday", "bank holiday", "holiday closures?", "non ?working day", "weekend",
      "closed (?:on|for) (?:sunday|saturday|holiday)",
    ), unless: words(
      "{delivered}", "business closed", "{person} … (?:holidays?|closed)", "closed … {person}",
      "(?:store|shop|business|company|premises|office|school|dock|reception) (?:is |was )?closed", "attempt\\w*", "holiday inn", "collect\\w*", "available for",
    ) },
  { category: "delay_other", says: words("(?:flight|train|ferry|departure|sailing|truck) (?:\\w+ ){0,2}cancel\\w*|(?:hub|facility|depot|airport|sort\\w* cent\\w+|station|road|port|terminal)s? (?:\\w+ ){0,3}?clos(?:ed|ures?|ing)|divert(?:ed)?|(?:uplift|space|flight|truck|vehicle) (?:is |was )?(?:not available|unavailable)") },
  { category: "delay_other",
    says: words(
      "delay\\w*", "late", "sorry … (?:updated|changed|postponed|later)", "(?:delivery|collection) postponed until", "(?:not|unable|cannot|could not|couldnt|failed) … (?:on time|on schedule|as (?:scheduled|planned))", "(?:affect\\w*|impact\\w*|disrupt\\w*) (?:\\w+ ){0,3}(?:deliver\\w*|operations?|service|shipments?|transit)", "(?:operations?|service|deliver\\w*|transit) (?:\\w+ ){0,3}(?:affected|impacted|disrupted)", "left off", "outages?", "short staffed", "under ?staffed", "adjusting", "as (?:quickly|soon) as possible", "(?:after|past) (?:the |its )?(?:\\w+ ){0,5}?(?:departure|departed|depart|dispatch|cut ?off)", "later than", "lateness",
      "behind schedule", "overdue", "arriv\\w* late\\w*",
      "miss(?:ed|ing)? (?:\\w+ ){0,2}?(?:connection|flight|cut ?off|transfer|delivery|truck|trailer|sort\\w*|scan|dispatch|departure|linehaul|delivery cycle|commitment|time|window)",
      "missed$", "{parcel} (?:was |were )?missed", "was missed", "strikes?", "industrial action", "labou?r (?:dispute|action|strike)", "mechanical",
      "break ?down", "broke down", "broken down", "breakdown", "accident", "derail\\w*", "natural disaster", "act of god", "force majeure", "earthquake",
      "volcan\\w*", "wildfires?", "fire", "power (?:outage|failure)", "power cut", "civil (?:unrest|disturbance)", "riots?", "protests?",
      "demonstration", "war", "terror\\w*", "pandemic", "covid\\w*", "coronavirus", "epidemic", "road (?:closure|closed|block\\w*|conditions)",
      "traffic", "congestion", "backlog", "peak (?:season|volume|period)", "(?:high|heavy|increased|unusual\\w*|unexpected) (?:\\w+ )?volumes?",
      "volumes?", "over ?carried", "not on (?:the )?(?:flight|aircraft|truck)", "capacity", "operational (?:reasons?|issue|disruption|problem|constraint|difficult\\w*)", "network (?:issue|delay|problem)s?", "operations? issue", "disrupt\\w*",
      "unforeseen", "unexpected(?: event| circumstances| issue)?", "circumstances (?:beyond|outside)",
      "beyond (?:our|the|carriers?|ups|fed ?ex|dhl) control", "emergency", "security (?:situation|alert|delay|issue|incident)",
      "technical (?:failure|problem|issue|difficult\\w*|delay|fault)", "system (?:failure|outage|issue|problem)", "equipment", "staff(?:ing)? shortage",
      "off ?loaded", "bumped", "rolled", "held over", "left (?:over|behind)",
      "left (?:in|at) (?:the |our |a )?(?:depot|facility|hub|warehouse|station)(?= \\.|$)", "left in (?:a |the )?(?:\\w+ )?facility",
      "not (?:been )?(?:loaded|sorted|processed|dispatched|scanned|transferred|connected)(?: on| in| at)?",
      "(?:could not|cannot|unable|not) (?:be )?(?:deliver\\w*|attempt\\w*) (?:\\w+ ){0,3}?(?:today|time|schedule|due to (?:time|volume|traffic|operational))",
      "delivery not attempted", "no (?:delivery )?attempt\\w*", "not attempted", "attempt not made", "lack of (?:time|staff|capacity|space)", "exceed\\w* time ?(?:frame|window|slot)", "insufficient (?:time|staff|capacity)",
      "out of time", "ran out of time", "vehicle (?:break\\w*|problem|failure|accident|fire)", "bridge", "detour",
      "limited (?:service|access|delivery)", "remote area", "remote location", "beyond area", "suspended", "suspension", "embargo",
      "service (?:interruption|disruption|suspension|alert)", "connection", "recovery actions?", "taking longer",
      "longer than (?:expected|usual|planned)", "slower", "new (?:estimated )?delivery (?:date|time)", "updated delivery (?:date|time)",
      "schedule change", "hold ?up", "stuck",
    ), unless: words(
      "{delivered} (?:to|at|in|on|and|by|late|signed)", "{delivered}$", "will be (?:attempted|delivered) (?:today)", "(?<!not )attempted",
      "tomorrow night", "later (?:today|on)", "{person} … (?:request|asked|not available|unavailable|absent)", "not in(?: |$)",
      "equipment (?:arrived|departed)", "connection (?:arriv|depart)\\w*", "loaded on(?:to)? (?:the )?(?:aircraft|flight)",
      "(?:on|in|aboard|onto) (?:the |an )?aircraft", "signed", "fire ?wall", "address", "pick ?up (?:missed|delayed|late)", "(?:closed|vacation)",
      "volume (?:weight|scan)", "{parcel} (?:arrived|accepted) late night", "arrived at (?!.*(?:late|delay))", "reattempt(?:ed)?", "animal",
      "volumetric", "strike price", "id card", "picked up", "notice left", "unavailable", "not available", "no adult", "missed (?:{person}|you)",
      "{person} missed", "missed delivery(?! cycle)",
    ) },
];

/** Another day, and no word of why: weaker than a person who was absent or an attempt that failed. */
export const POSTPONEMENTS: readonly Rule[] = [
  { category: "delay_other", reason: "rescheduled",
    says: words(
      "(?:next|following) (?:business|working|delivery|available|possible)(?: delivery| business| working)? day", "next day", "re ?schedul\\w*", "postponed",
      "tomorrow", "will be re ?schedul\\w*",
    ), unless: words("{delivered}|collect\\w*|available for|scheduled for delivery") },
];
