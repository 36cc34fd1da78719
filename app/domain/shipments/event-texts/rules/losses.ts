import { words, type Rule } from "./rule.ts";

/** The goods are harmed, or they are gone. */
export const LOSSES: readonly Rule[] = [
  { category: "lost", exception: "destroyed", reason: "disposed",
    says: words(
      "dispos(?:ed|al|ing|e of)", "discard\\w*", "destroyed", "destruction", "destruct", "abandon\\w*", "liquidat\\w*", "scrapped", "incinerated",
    ), unless: words("lost|not (?:be )?(?:discard|destroy|dispos)\\w*") },
  { category: "lost",
    says: words(
      "lost", "stolen", "theft", "robbery", "robbed", "hijack\\w*", "pilfer\\w*",
      "(?:cannot|unable to|could not|cant) (?:be )?(?:locate\\w*|found|find|trace\\w*)(?: (?:the |this |your )?(?:{parcel}))?",
      "(?<!one )(?:{parcel}) (?:is |was |has been |are |reported |presumed |declared |currently )*(?:missing|misplaced|not (?:be )?(?:found|located)|disappeared|gone|gone missing|unaccounted)",
      "^missing$", "untraceable", "written off", "search (?:was )?(?:unsuccessful|negative|failed)", "missing (?:{parcel})", "(?:verify|determine|find|confirm|establish) the {parcel} location", "all merchandise (?:is |was )?missing", "not locatable", "unlocatable {parcel}", "not recoverable", "unrecoverable", "whereabouts", "declared missing", "locate the {parcel}", "dead (?:mail|letter)", "mail recovery", "shortage", "short shipped",
      "short landed", "not located", "tracer", "locate (?:the|your) lost {parcel}",
    ), unless: words(
      "address", "{person} (?:\\w+ )?untraceable", "(?<!all )merchandise", "sender information", "apartment", "suite", "lost (?:connection|in transit time)", "documents?", "{person}", "company",
      "business", "(?:house|street|building|location) (?:cannot|not)", "damage\\w*", "contents", "connection", "intercept",
    ) },
  { category: "damaged",
    says: words(
      "damag\\w*", "re ?pack\\w*", "re ?wrapp\\w*", "broken", "crushed", "leak\\w*", "spill\\w*", "wet", "torn", "{parcel} (?:was |has been )?opened", "opened in transit",
      "contents (?:are |were )?missing", "missing (?:merchandise|contents)", "merchandise is missing", "rifled", "tamper\\w*", "defective",
      "deteriorat\\w*", "pilferage", "soiled", "packag\\w* (?:insufficient|inadequate|unsuitable|fault\\w*)",
      "(?:poor|insufficient|inadequate|unsuitable|improper) packag\\w*",
    ), unless: words(
      "(?:label|barcode|address|documents?|paperwork) (?:is |was |has been |got )*damag\\w*", "damaged (?:label|barcode|address|documents?)",
      "broken down", "break ?down", "vehicle", "tornado|storm|flood|hurricane|typhoon|earthquake",
    ) },
];
