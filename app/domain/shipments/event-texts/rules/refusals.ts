import { words, type Rule } from "./rule.ts";

/** A person does not want it: says no at the door, has cancelled the order, will not pay. */
export const REFUSALS: readonly Rule[] = [
  { category: "refused",
    says: words(
      "refus\\w*", "unwanted", "changed (?:his |her |their |its )?mind", "(?:rejected|declined|denied|not accepted|turned down)(?: \\w+){0,3} by (?:the )?{person}",
      "{person}(?: has| have)? (?:rejected|declined|denied|did not accept|does not accept|disputes?|did not order|does not want|doesnt want|did not want|no longer wants|not want|cancel\\w* (?:the |their |his )?(?:product )?order)",
      "(?:{person} )?(?:did not|didnt|does not|doesnt|no longer|not) (?:want\\w*|order(?:ed)?|accept(?:ed)?)(?: (?:the|this|any|delivery|product|item|parcel|package|it|shipment|order))*",
      "acceptance (?:was )?denied", "delivery (?:was )?(?:rejected|declined)", "{parcel} (?:was |has been )?(?:rejected|declined)",
      "rejected(?: at door)?$", "dispute\\w* (?:the )?(?:charge|amount|invoice|duty|dut)\\w*", "non ?acceptance", "ordered (?:in error|by mistake)",
      "duplicate order", "cod (?:was )?(?:rejected|declined)", "order(?:ed)? … cancel\\w* by (?:the )?{person}", "cancel\\w* by (?:the )?{person}",
      "{person} … cancel\\w* (?:the |this |their |his )?(?:order|delivery|product|purchase)",
    ), unless: words(
      "rejected by (?:customs|carrier|airline)", "(?:customs|import|export|airline|carrier|security) … (?:refus|reject)\\w*",
      "refused at (?:the |a )?{shop} (?:too|insufficient|not|due to (?:size|weight|packaging))", "refused (?:by )?(?:customs|import|entry|clearance|airline|carrier)", "rejected high", "not accepted by (?:the )?carrier",
    ) },
];
