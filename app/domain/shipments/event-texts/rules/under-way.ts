import { words, type Rule } from "./rule.ts";

/** Between first hand and last mile: machines, lorries, aircraft, buildings, and one carrier's hands to the next. */
export const UNDER_WAY: readonly Rule[] = [
  { category: "in_transit", reason: "handover",
    says: words(
      "(?:tendered|transferred|handed(?: over)?|given|forwarded|passed|delivered|released|injected|consigned|turned over|transfer|relayed|hand ?over|dispatched|shipped)(?: \\w+){0,6}? (?:to|with|by) (?:the |a |an |our |its |your |final |local |last mile |third party |next |destination |delivery )*(?:{carrier}|service|provider|partner|network|external|airline|line ?haul|transport\\w*)",
      "(?:received|accepted|processed|collected|taken over) by (?:the |a |an |our |its |local |destination |final |last mile )*(?:delivery (?:partner|company|service|provider)|partner|local (?:carrier|post|courier|delivery)|destination|third party|airline)",
      "tendered", "hand ?(?:over|off)",
    ) },
  { category: "in_transit", reason: "forwarded", says: words("forwarded|forwarding|re ?shipped|re ?mail") },
  { category: "in_transit", reason: "destination_country",
    says: words(
      "(?:arriv\\w*|landed in|reached|entered|received) (?:\\w+ ){0,4}?(?:destination country|country of destination|from abroad|in the (?:country|destination))",
      "arrival from abroad",
    ) },
  { category: "in_transit",
    says: words(
      "segregat\\w*", "cross ?dock\\w*", "sub ?contractor", "(?:shipment|status|tracking|consol|parcel|package|item|scan|transport\\w*|movement) update", "on route", "(?:carriers?|our|delivery) network", "final mile", "transload\\w*", "partner accepted", "last mile", "preparing", "with (?:\\w+ ){0,4}?(?:partner|agent)", "on ?forwarded", "in transit",
      "intransit", "transit\\w*", "transport\\w*", "en ?rou?te", "on (?:its|the|their) way", "on the move", "in progress", "moving", "moved",
      "underway", "under way", "on (?:road|rail|board|the road)", "arriv\\w*", "depart\\w*", "left", "leaves", "leaving", "exit(?:ed)?", "enter(?:ed)",
      "reach(?:ed)?", "process\\w*", "sort\\w*", "handled", "handling", "dispatch\\w*", "despatch\\w*", "shipped", "sent", "forward\\w*",
      "transfer\\w*", "travel\\w*", "passed", "pass through", "cross(?:ing|ed)", "scan(?:ned|ning)?", "inbound", "outbound", "inward", "outward",
      "in ?gate", "out ?gate", "gateway", "flight", "plane", "aircraft", "airport", "airline", "airfreight", "vessel", "truck", "trailer", "train",
      "rail", "ferry", "line ?haul", "trunk\\w*", "load(?:ed|ing)?", "unload\\w*", "off ?load(?:ed)?", "uplift\\w*", "container\\w*", "bag(?:ged)?",
      "pallet\\w*", "consolidat\\w*", "group(?:ed|ing)", "de ?consolidat\\w*", "recovered", "take ?off", "taken off", "touch ?down", "landed", "hub",
      "depot", "facility", "facilities", "warehouse", "terminal", "distribution cent(?:er|re)", "processing cent(?:er|re)", "sort\\w* cent(?:er|re)",
      "parcel cent(?:er|re)", "logistics cent(?:er|re)", "exchange", "origin", "destination", "station", "local (?:office|facility|post)",
      "delivery (?:base|office|unit|depot|cent(?:er|re))", "post office", "received", "receipt", "receive", "relay\\w*", "rout(?:ed|ing)",
      "connect\\w*", "checked in", "check in", "inducted", "injected", "stow\\w*", "cut ?off",
      "prepar\\w* for (?:delivery|transport|dispatch|departure)", "ready for delivery", "scheduled for deliver\\w*", "scheduled deliver\\w*",
      "preparing for", "(?:will be|being|to be) (?:\\w+ ){0,6}delivered", "(?:will|being) (?:be )?(?:deliver\\w*|arriv\\w*|continue|resume|proceed)", "delivery (?:auto )?(?:scheduled|planned|expected)",
      "expected (?:delivery|to)", "(?:with|at|by) {carrier}", "resolved", "resumed", "released", "cleared", "continu\\w*", "advanced",
      "updated? location", "location (?:scan|update)", "intermediate", "stop ?over", "gps", "shipment on", "available for (?:transport|dispatch)",
      "manifest\\w*", "bagging", "close[d]? bag", "despatched", "border", "movement", "mail ?piece", "check ?point", "abroad", "overseas", "export\\w*",
      "import\\w*", "international", "tracking update", "linked", "assembled", "delivery area", "delivery region", "delivery branch", "nearing",
      "almost there", "shipment progress", "internal activity",
    ), unless: words("^(?:international|received)$") },
];
