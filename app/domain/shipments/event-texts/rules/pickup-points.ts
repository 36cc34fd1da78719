import { words, type Rule } from "./rule.ts";

/** The shopper can go and take it. Being on the way to such a place is not yet that. */
export const PICKUP_POINTS: readonly Rule[] = [
  { category: "in_transit", says: words("(?:will|to|shall|should) be (?:delivered|deposited|brought|taken) (?:to|at|in) (?:\\w+ ){0,4}?{shop}"), unless: words("today|available|ready|waiting") },
  { category: "held_at_location",
    says: words(
      "(?:available|ready|waiting|awaiting|awaits|held|hold|holding|kept|stored|can be|may be|to be|being held|deposited|left|retained)(?: \\w+){0,7}? (?:pick ?up|collection|collect|collected|picked up|customer collection|retrieval|claimed)",
      "(?:pick ?up|collection) (?:ready|available|reminder|notice|pin|code|by (?:the )?{person} (?:pending|expected))", "collect for pick ?up",
      "awaiting (?:{person}|collection|pick ?up)", "pick ?up (?:the|your|this) {parcel} (?:at|from)", "{shop} possession", "(?:currently|now|still|remains|remaining|is|are|stays|kept) (?:at|in|with) (?:the |a |an |your |our |selected |local |nearby )*(?:\\w+ )?{shop}", "max(?:imum)? (?:number of )?days", "reminder (?:\\w+ )?(?:to|for) (?:collect|pick)\\w*",
      "(?:collect|pick ?up)(?: it| the parcel| your \\w+| your item)? (?:at|from|in) (?:the |your |a |our )?(?:nearest )?{shop}",
      "requests? own pick ?up", "(?:items?|parcels?) for (?:collection|pick ?up)$", "(?:depot|shop|facility|office|store|station|branch) for (?:customer )?(?:collection|pick ?up)", "customer for (?:collection|pick ?up)", "self (?:pick ?up|collect\\w*)", "post office holding", "collect from (?:the |your |our )?(?:depot|office|facility|branch|station)", "please (?:collect|pick up)", "come (?:and|to) (?:collect|pick)", "will (?:be )?(?:collect(?:ed)?|pick(?:ed)? ?up) (?:by|at)",
      "hold for pick ?up", "will call", "{person} (?:will|to|can|may) (?:collect|pick)\\w*", "(?:collect|pick ?up) (?:within|before|until|by)",
    ), unless: words(
      "being prepared", "unable", "payment", "{not} (?:\\w+ )?(?:available|ready|deliver\\w*) for (?:pick|collect)\\w*",
      "(?:has been|was|been) (?:collected|picked up) by", "by (?:the )?(?:carrier|courier|driver)", "from (?:the )?(?:sender|shipper|merchant)",
      "delivered (?:to|and) (?:the )?{person}", "in transit to", "picked up and", "collected from (?:the )?sender", "on (?:its|the) way", "customs",
      "out for", "en ?route", "no longer", "will be (?:transported|forwarded|sent|delivered)", "pick ?up by (?:the )?{person} (?:complete\\w*|done|confirmed)", "{person} (?:\\w+ )?picked up", "has been picked up",
      "stopped", "taken", "transferred to",
    ) },
  { category: "held_at_location",
    says: words(
      "(?:delivered|arriv\\w*|handed(?: over)?|available|deposited|placed|stored|dropped(?: off)?|left|held|hold|holding|kept|received|put|accepted|stored|waiting|retained|redirected|deliver(?:y|ed) (?:at|to)|ready)(?: (?:to|at|in|into|by|for|the|a|an|your|our|driver|courier|pickup|pick|up|selected|nearby|nearest|local|chosen|requested|of|with|dhl|dpd|ups|gls|hermes|evri|fed|ex|fedex|post|nord|postnord|mondial|inpost|{parcel}|on|behalf|designated|alternate|alternative|customer|partner|participating|authorized|was|has|been|is|their|its|you|collection|near|near by|{person})){0,9} {shop}",
    ), unless: words(
      "left (?:\\w+ ){0,4}?{shop} for", "(?:arriv\\w*|received|accepted|dropped(?: off)?|processed) (?:\\w+ ){0,4}?post offices?",
      "received (?:at|by|in) (?:\\w+ ){0,3}?(?:fed ?ex location|branch|store|shop|post office|station|{shop})(?: \\w+)? (?:from|by) {sender}",
      "(?:drop(?:ped)?|handed in|posted|accepted|lodged) (?:\\w+ ){0,3}?(?:{shop})", "delivered (?:\\.|parcel locker)", "dropped off", "mail ?room",
      "delivered parcel locker", "delivered po box", "left (?:the )?(?:fed ?ex|{shop})",
      "(?:arriv\\w*|received|left|departed) (?:at |from |in )?(?:the |a |our )?(?:fed ?ex|post|delivery|international|parcel|collection) (?:location|office|branch|office of|station)",
      "(?:arriv\\w*|received) (?:at )?(?:\\w+ )?delivery (?:station|location|branch|point)", "arriv\\w* at (?:the )?(?:\\w+ )?(?:branch|station)",
      "held (?:up|by)", "(?:received|accepted) by", "depot counter closed", "picked up", "collected", "postal (?:station|counter|branch)",
      "(?:to|at|in) (?:the )?{person}s (?:\\w+ ){0,2}(?:parcel ?box|mail ?box|locker)", "delivered (?:(?:to|in|into|at|a|an|the|your|smart|post|automated) )*(?:parcel ?box|(?:parcel ?)?lockers?)(?! .*(?:await|ready|available|pick|collect(?!ion point)))", "delivered by (?:the )?(?:local )?post", "held at (?:\\w+ )?delivery station", "{person} (?:has )?(?:requested|chosen)",
    ) },
  { category: "held_at_location",
    says: words(
      "(?:hold|held|holding|keep|kept)(?: (?:at|in|the|a|your|local|for|{parcel}|by))* (?:post office|{shop}|location|pick ?up|post|fed ?ex|counter|customer|collection)(?: at (?:{person})s? request)?",
      "counter collection", "poste restante", "general delivery", "collection point", "at (?:the |a |your )?(?:{shop})$",
      "in (?:the )?(?:parcel ?locker|locker|pack ?station)$", "stored$", "awaiting customer",
      "(?:item|parcel|package|shipment) (?:at|is at|in) (?:the |a )?(?:{shop})",
    ), unless: words(
      "lodged", "posted", "transferred", "in transit", "to (?:a |the )?collection point", "collected", "picked up", "arriv\\w*", "left", "depart\\w*",
      "tendered", "on (?:the|its) way", "customs", "delivered", "held by", "accept\\w*", "processed", "received", "en ?route", "taken", "drop\\w*",
      "at (?:fed ?ex )?(?:delivery|collection) (?:station|location)", "hold (?:at )?location request",
    ) },
];
