import { words, type Rule } from "./rule.ts";

const PART = "(?:address(?:ee|ing)?|addr|street|house number|house no|building|suite|apartment|apt|unit number|room|floor|flat|zip ?code|pin ?code|landmark needed|department name|postal ?code|postcode|post code|zip|city|town|suburb|state|name|company|phone(?: number)?|telephone(?: number)?|contact (?:number|details|information)|number|po box|po ?box|door number|delivery information|consignee details|receiver details|district|province|routing code)";

/** The parcel cannot find its door: wrong words on the label, or a person who is no longer there. */
export const ADDRESSES: readonly Rule[] = [
  { category: "address_issue", reason: "moved",
    says: words(
      "moved", "relocat\\w*", "changed (?:its |their |his )?address", "no longer (?:at|lives|resid\\w*|located)", "forward(?:ing order)? expired",
      "temporarily away(?: no forward\\w*)?", "gone away", "left (?:the )?address", "former address",
    ), unless: words(
      "moved (?:to|through|within|into|from) (?:\\w+ )?(?:next|facility|hub|sort\\w*|depot|network)",
      "moved to (?:\\w+ ){0,3}(?:facility|hub|cent(?:er|re))", "being moved", "{parcel} (?:has |is |was )?(?:been )?moved", "moved (?:today|forward)",
    ) },
  { category: "address_issue", reason: "recipient_unknown",
    says: words(
      "(?:{person}|name|company|firm|business) (?:is |was |are |name )*(?:unknown|not known|not found|unidentified|not (?:at|on) (?:the |this |given )?(?:address|premises)|not (?:located|listed)|does not (?:live|reside|exist|match)|not identifiable|could not be (?:found|identified|located)|cannot be (?:found|identified|located)|deceased|left)",
      "(?:unknown|no such|unidentified) (?:at (?:this |the )?address|{person}|person|company|name)", "attempted not known", "not known", "deceased",
      "vacant", "no longer employed", "no longer in business", "no such (?:number|street|person|address|company|unit)",
      "(?:unknown|cannot find|could not (?:find|locate)|unable to (?:find|locate)|cannot locate|couldnt (?:find|locate)) (?:the |your |delivery )*(?:{person}|address|house|street|building|location|company|business|destination|door|premises|apartment|suite)",
      "not at (?:this |the )?address", "no mail ?box", "no (?:mail )?receptacle", "mail ?box (?:missing|not found)",
    ), unless: words("{delivered}|not available|unavailable|not (?:at )?home") },
  { category: "address_issue", says: words(`${PART} (?:\\w+ ){0,6}?{wrong}|{wrong} (?:\\w+ ){0,4}?${PART}|(?:await|wait|check|verify|confirm|clarify|correct|research|investigat|updat|obtain|validat|complet|amend|provid)\\w* (?:\\w+ ){0,3}?(?:address|apartment|suite|street|postcode|zip ?code|pin ?code|landmark needed|department name|postal code|phone number)|address (?:\\w+ ){0,2}(?:correct\\w*|verif\\w*|query|enquiry|inquiry|research|clarif\\w*|check|information needed|research\\w*|exception|unserviceable|not (?:serviced|serviceable)|amend\\w*)|undeliverable as addressed|uaa|box closed|^po box address|(?:insufficient|incomplete) (?:details|information)$|mis ?addressed|(?:incorrectly|insufficiently|wrongly|badly|improperly|inadequately) addressed|ia code|address(?:ee)? (?:is )?(?:needed|requested|required)|{person} … (?:incorrect|did not match)|(?:name|address) (?:\\w+ ){0,5}?(?:does not|did not|doesnt|not) match|(?:out of|outside|outside of|beyond|not in) (?:the |our |partner )*(?:(?:delivery|service|serviceable|coverage|normal) )?(?:area|zone)|(?:service|delivery) (?:is )?not (?:available|possible) in (?:\\w+ )?(?:area|zone|pcode|pin ?code|postcode|zip ?code|region)|(?:mobile|phone|telephone|contact)(?: number| no)? (?:is |was )?(?:wrong|incorrect|invalid|missing|not (?:valid|correct|available))|no(?:n|t)? ?(?:in )?service area|non ?serviceable|(?:not|doesnt|cannot|unable to) deliver to (?:a )?po box\\w*|{person}s? (?:name|information|details)|po box(?: address)? (?:not|is)|no (?:street|house|apartment|suite|flat|building|unit) (?:number|name)`), unless: words(
      "{delivered}", "arriv\\w* at", "id number", "tax", "customs", "invoice", "account number", "tracking number", "no (?:such )?location access",
      "secure location", "safe (?:location|place)", "pick ?up location", "no one", "left at", "signed", "hold at location",
      "location (?:was |is )?(?:closed|inaccessible|full)", "access\\w*", "missing (?:documents?|paperwork)", "room for", "mail ?room",
      "missing merchandise", "origin", "declared", "missing (?:scan|flight|parts?)", "city (?:facility|hub)", "delay\\w* (?:at|in)", "pieces?",
      "release number", "authori[sz]ation number", "phone call", "no unit", "label number", "not found in (?:the )?(?:depot|facility|vehicle)",
      "barcode", "processing error", "sort\\w* error", "mis ?sort\\w*", "loading error", "on the unit", "business closed",
      "company (?:is |was )?closed", "unit error", "delivered in error", "(?:needs?|needed|required) (?:signature|appointment)", "signature",
      "appointment", "mechanical", "weather", "flight", "operational", "vehicle", "incorrect (?:facility|depot|station|hub)",
      "(?:sent|arriv\\w*|routed|delivered|loaded|shipped) (?:\\w+ ){0,3}wrong", "wrong (?:facility|depot|station|hub|location)", "incorrect (?:location|rout\\w*)", "mis ?rout\\w*",
    ) },
];
