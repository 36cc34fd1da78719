import { words, type Rule } from "./rule.ts";

/** Sentences about messages, signatures and screens: true, and of no use for saying where the parcel is. */
export const INFORMATION: readonly Rule[] = [
  { category: "info",
    says: words(
      "(?:signature|photo|picture|image|pod) (?:image|retained|request\\w*|is|was|has been|record\\w*|captur\\w*|saved|available|upload\\w*|obtained|on file)",
      "image (?:available|\\w+ (?:signature|delivery))", "(?:signature|photo) image", "pod from", "pod (?:image|scan|available|uploaded|received)",
      "proof of delivery (?:is |was |has been |now )*(?:available|upload\\w*|record\\w*|received|request\\w*|captured|generated)", "return receipt",
      "(?:delivery|tracking) status (?:not|un) ?updated", "awaiting delivery scan", "no delivery scan",
    ), unless: words("{delivered}|not available|no signature") },
  { category: "info",
    says: words(
      "(?:e ?mail|sms|text message|push|notification|notice)(?: message)? (?:was |has been |is )?(?:sent|issued|created|generated|delivered)",
      "(?:sent|issued) (?:an? |the )?(?:e ?mail|sms|text message|notification)",
      "(?:{person}|{sender}) (?:was |has been |were )?(?:informed|notified|advised)(?: by (?:e ?mail|sms|phone|text|letter))?(?= \\.|$)",
      "(?:change|comment|note|remark|reference|phone number|mobile number) (?:was |has been )?(?:added|recorded|updated)",
      "tracking (?:has )?(?:stopped|ended|expired|number (?:was )?(?:assigned|provided))", "status updates? (?:paused|resumed|subscribed)",
      "(?:estimated|expected) delivery (?:was |has been )?(?:updated|calculated|available)", "(?:estimated|expected|scheduled) delivery (?:date|time|window)(?: (?:was|has been|is))?(?: now)? (?:available|updated|calculated|provided|set)",
      "service upgrad\\w*", "upgrade requested", "refund\\w*", "(?:{person}|{sender}) (?:was |has been |were )?contacted(?: successfully)?(?= \\.|$)", "^additional info\\w*$", "^eta (?:of|for)", "(?:contacted|notified) to arrange", "^information$", "tracking (?:is |has been )?(?:complete|finished|no longer available|unavailable)", "picture taken", "message (?:was |has been )?sent", "^(?:e ?mail|sms|push) notification$", "^comments?$", "(?:customer service|internal|driver) note", "sensor", "status not available", "eta (?:\\w+ )?(?:updated|changed|available|received|calculated)", "^(?:estimated|expected|scheduled) (?:delivery|arrival) (?:date|time|window)$", "(?:{parcel}|tracking) (?:information|info|details|data) (?:\\w+ )?updated", "for information(?: only)?", "informational", "photo taken", "(?:received|got) (?:an? )?(?:e ?mail|sms|text message)",
      "(?:additional|more|further|new) (?:\\w+ )?information (?:\\w+ )?(?:about|added|available|provided|on)",
      "(?:shared|added) (?:\\w+ ){0,3}information", "end of tracking", "(?:update|notification) via", "over labelled",
      "tracking (?:update|information|data) (?:\\w+ )?(?:end(?:s|ed)?|complete\\w*|unavailable)", "no (?:further )?tracking",
      "weigh\\w* (?:and )?dimension\\w*", "weighed", "weight (?:captured|updated|recorded|verified)", "(?:insurance|claim) (?:added|registered)",
    ) , unless: words(
      "not (?:be )?deliver\\w*", "ready for", "available for", "collected?", "absent", "closed", "customs", "clearance", "undeliver\\w*",
      "not delivered", "attempt\\w*", "return\\w*",
    ) },
];
