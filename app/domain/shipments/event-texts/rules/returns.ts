import { words, type Rule } from "./rule.ts";

/** The parcel goes, or has gone, back to where it came from. Stronger than whatever caused it. */
export const RETURNS: readonly Rule[] = [
  { category: "held_at_location",
    says: words(
      "final notice", "reminder to (?:collect|pick)\\w*", "before (?:it|the {parcel}) (?:is|will be) returned", "(?:will|to) be returned (?:in|after|within) (?:\\w+ ){0,3}days?", "(?:will|to) be returned (?:to (?:the )?{sender} )?(?:if|unless)",
      "(?:if|unless) … (?:not )?(?:collected|picked up|claimed) … return\\w*", "last (?:reminder|notice|day) … (?:collect|pick)\\w*",
    ) },
  { category: "returned", milestone: "returned",
    says: words(
      "(?:returned|delivered|handed|given)(?: back)? to (?:the |its )?{sender} … (?:delivered|complete\\w*|received|handed)",
      "delivered(?: back)? to (?:the |its )?(?:original )?(?:{sender})", "delivered … to (?:the )?original {sender}",
      "return(?:ed)? (?:\\w+ ){0,4}?(?:delivered|completed?|received|handed (?:over|back)|accepted by)",
      "(?:{sender}) (?:has |have )?received … return\\w*",
      "return (?:delivery|shipment|parcel|item) (?:was |has been )?(?:delivered|received|complete\\w*)", "rts received",
      "delivered … return(?:ed)? to {sender}", "returned (?:back )?to (?:the )?(?:{sender}|origin|warehouse)(?: warehouse| address)?(?= \\.|$)",
      "returned$",
    ), unless: words(
      "return (?:authori[sz]ation|request|instruction|label)", "being returned", "is returned", "will be", "origin (?:facility|hub|depot)", "no reason",
      "tendered",
    ) },
  { category: "returned",
    says: words(
      "(?:out for delivery|delivered|delivery|on (?:the|its) way|returning|goes|going) (?:ao |al |a |to |the |back |an |den |zum |original )*(?:sender|shipper|merchant|seller)",
      "return to consignor", "return (?:this|the|your) {parcel}",
    ) },
  { category: "returned",
    says: words(
      "rts", "rto",
      "return(?:ed|ing|s)?(?: (?:back|is|was|has been|being|the|your|parcel|package|item|shipment|it|on|its|way|in|progress))* to (?:the |its |original )*(?:{sender}|origin|warehouse|seller|source|supplier|retailer|fulfil\\w*|country of origin)",
      "return to (?:sender|shipper)",
      "(?:being|will be|is|was|to be|been|have|has|automatically|and|parcel|package|item|shipment|goods) return(?:ed|ing)(?: back)?",
      "return(?:s)? (?:created|exported|consolidated|rejected|registered|parcel|shipment|package|item|in (?:transit|progress|process)|initiated|processing|process|journey|started|transit|scan|delivery|service|requested|request|order\\w*|dispatched|departed|out|picked|collected|received|arranged|authori[sz]\\w*|undelivered|exception|acknowledged|processed|closed)",
      "on (?:its|the) way back", "sent back", "send back", "sending back", "back to (?:the |its )?(?:{sender}|origin|consignor)", "goes back",
      "back (?:at|with) (?:the )?{sender}", "(?:asked|requested) (?:for )?(?:the |their )?{parcel} (?:to be )?(?:back|returned)", "return (?:leg|flow|trip)", "^auto(?:matic)? returns?", "returns (?:department|cent(?:er|re)|desk)", "way back", "return from", "for return", "in return", "returned", "returning", "returns agent", "tendered to returns",
      "return of (?:this|the|your)", "return (?:attempt|fail\\w*|scheduled|unsuccessful)", "scheduled for return",
      "(?:system|customer|undeliverable|start of|initiate) return", "^return(?:$| \\.| (?:due to|because|content|reason))",
    ), unless: words(
      "(?:may|might|could) (?:be )?(?:\\w+ ){0,3}return\\w*", "or (?:be )?return\\w*",
      "return\\w* to (?:(?:the|a|an|our|your|ups|fed ?ex|dhl|dpd|gls|usps|local|delivery|nearest|carrier|post|postal|branch|sort\\w*|transit|courier) )*(?:facility|depot|station|terminal|hub|post office|network|delivery|vehicle|branch|carrier|cent(?:er|re)|stock room|system|ups|fed ?ex|normal)",
      "return(?:ed)? (?:from|by) (?:\\w+ )?customs", "return receipt", "returned mail only", "return call", "return label (?:created|printed|generated)", "not be returned", "return to normal",
    ) },
  { category: "returned", exception: "unclaimed",
    says: words(
      "unclaimed", "uncollected",
      "not (?:been )?(?:collected|claimed|picked up|retrieved|called for)(?: (?:by (?:the )?{person}|from (?:the )?{shop}|within|in time|in the|on time|at (?:the )?{shop}|during))?",
      "(?:retention|storage|pick ?up|collection|holding|hold|safe ?keeping) (?:period|time|deadline|window) (?:has |was |is )?(?:been )?(?:expired|ended|over|elapsed|exceeded|passed|reached)", "(?:reached|exceeded|expired|end of|after) (?:the )?(?:max\\w* )?(?:retention|storage|holding) (?:period|time|deadline)", "no longer available (?:at|for)",
      "expiry of (?:the )?(?:retention|storage)", "(?:{person}) (?:did not|didnt|failed to|has not|never) (?:pick|collect|claim|retriev)\\w*",
      "failed to (?:pick|collect|claim)\\w*", "no ?show at pick ?up",
    ), unless: words(
      "yet", "if", "unless", "reminder", "from (?:the )?{sender}", "by (?:the )?(?:courier|carrier|driver)", "pick ?up (?:attempt|failed)", "still",
      "(?<!no longer )available",
    ) },
];
