import { words, type Rule } from "./rule.ts";

/** On the vehicle that brings it to the door today. */
export const LAST_MILE: readonly Rule[] = [
  { category: "out_for_delivery",
    says: words(
      "out (?:for|4) (?:\\w+ )?(?:re ?)?deliver\\w*", "(?:driver|courier|rider|postman) (?:now )?has (?:the |your )?{parcel}", "ofd", "out on (?:\\w+ )?deliver\\w*", "(?:assigned|allocated) (?:out )?for delivery",
      "(?:on|in|onto|into|aboard|with|to) (?:the |a |an |its |our )?(?:\\w+ ){0,3}?(?:vehicle|van|truck|bike|car|delivery run|delivery route|delivery tour|delivery round|delivery vehicle)(?: for (?:\\w+ )?deliver\\w*)?(?: today)?",
      "(?:loaded|onboard|on board|placed|taken|put) (?:\\w+ ){0,5}?(?:for|to|in|on|into|onto) (?:\\w+ )?(?:deliver\\w*|delivery vehicle|(?:driver|courier)s? (?:van|vehicle))",
      "onboard (?:with )?(?:the )?(?:driver|courier|for)", "on (?:for )?delivery", "(?:in|at|under) delivery(?= \\.|$| by| to| process| phase| today)",
      "(?:is |now )?being delivered", "being delivered", "delivery in progress", "in (?:the )?process of (?:being )?deliver\\w*",
      "(?:with|given to|assigned to|handed (?:over )?to|allocated to|issued to|received by) (?:the |a |your |our )?(?:delivery |delivering )?(?:courier|driver|postman|delivery (?:person|agent|officer|staff|associate|man))(?: for deliver\\w*)?",
      "courier (?:on|en) (?:the |its )?(?:way|route)", "driver (?:is )?(?:on|en) (?:the |its |his )?(?:way|route)",
      "(?:on (?:the |its )?(?:way|route)|en ?route) (?:for delivery|to (?:the |your |its |be )?(?:{person}|you|deliver\\w*(?! (?:depot|cent|facility|unit|office|station|base|hub|terminal|network))|delivery address|address|door|final delivery))",
      "(?:gone|going|went|leaving|left|set|sent|sets) out(?: on| for| with)?",
      "(?:expected|scheduled|planned|due|will|should|estimated|to) (?:\\w+ ){0,3}?(?:deliver\\w*) (?:\\w+ ){0,4}?(?:today|(?:this|in the) (?:morning|afternoon|evening)|during the day)",
      "(?:deliver\\w*) (?:\\w+ ){0,4}?(?:today|(?:this|in the) (?:morning|afternoon|evening)|during the day)", "coming (?:to you )?today", "arriving today", "next stop", "(?:reach|arrive at) (?:the |your )?(?:{person}s? )?(?:door|doorstep|address)",
      "(?:left|departed|leaving) (?:\\w+ ){0,6}?for (?:the )?(?:{person}|door|doorstep)", "\\d+ stops? away", "stops away", "nearby and",
      "about to be delivered", "last mile (?:delivery )?(?:started|in progress)",
      "delivery (?:started|has started|begun|under ?way|run|route|commenced|tour)", "attempting (?:to deliver|delivery)", "physical delivery",
      "(?:ready|forwarded|sent|dispatched|released) (?:out )?for (?:final )?delivery today", "(?:courier|driver|postman|rider) (?:is )?(?:now )?delivering", "left (?:\\w+ ){0,3}for delivery", "(?:courier|driver|postman|rider) (?:is )?(?:near ?by|approaching|close)", "(?:courier|driver) (?:is )?out", "on the road (?:for|to) deliver\\w*", "taken out by", "(?:courier|driver|postman) (?:is )?on (?:the|its|his) way", "delivery is next", "(?:leaving|left) (?:\\w+ ){0,3}for (?:your|the) address", "on van", "van for delivery",
    ), unless: words(
      "on hold", "held", "(?:pick ?up|collection) (?:van|vehicle|run|route)", "from (?:the )?vehicle", "in transit to", "off vehicle",
      "not (?:yet )?(?:on|out)", "unloaded", "delivered (?:to|by|at|in) (?:\\w+ ){0,3}{shop}", "delivered to (?:the )?{person}",
      "(?:was|has been|been|were) (?:successfully )?delivered", "delivered and", "line ?haul", "trailer", "picked up", "tendered", "arriv\\w* at",
      "depart\\w*", "aircraft", "flight", "collected (?:by|from)", "left out", "(?:next|another|following) (?:delivery|day)", "sent out from",
      "dispatched from", "shipped out",
    ) },
];
