import type { CategoryMeaning, EventCategory } from "../event-category.ts";

/** One thing carriers say. The first rule that fits decides, so a rule may rely on those before it. */
export type Rule = Partial<CategoryMeaning> & {
  readonly category: EventCategory;
  readonly says: RegExp;
  readonly unless?: RegExp;
};

/** Words that stand for one idea in every carrier's English. Used in patterns as `{person}`. */
const IDEAS: Readonly<Record<string, string>> = {
  person: "(?:receivers?|recipients?|consignees?|addressees?|customers?|residents?|buyers?|clients?|occupants?)",
  sender: "(?:senders?|shippers?|merchants?|origin|vendors?|sellers?|retailers?|consignors?)",
  parcel: "(?:parcels?|packages?|items?|shipments?|pieces?|consignments?|pkg|goods|mailpieces?|articles?|orders?|freight|cargo)",
  carrier: "(?:carriers?|couriers?|riders?|usps|ups|fed ?ex|dhl|dpd|gls|tnt|canada post|australia post|royal mail|la poste|postal service|postal operator|post|driver|partner|airline|aircraft|landmark|asendia|hermes|evri|seko|spring|pitney bowes|chronopost|colissimo|correios|post ?nord|laser ?ship|sendle|aramex|smart ?kargo|canpar|purolator|on ?trac|yodel|in ?post|agent|third party|service provider|delivery company|logistics company)",
  shop: "(?:(?:access|pick ?up|pudo|service|collection|collect|drop ?off|relay|delivery|postal|parcel|retail|hold)(?: |)(?:points?|locations?|stations?|shops?|outlets?|counters?|branch)|parcel ?shops?|post ?shops?|parcel ?lockers?|lockers?|pack ?stations?|parcel ?box|post ?offices?|shop|store|branch|retail outlet|(?:postnl|post|dhl|dpd|ups|gls|partner) outlets?|neighbou?r ?hood store|post point|depot counter|customer (?:service )?(?:point|center|centre|counter)|fed ?ex (?:location|office|onsite)|place of collection|(?:self service|parcel|pickup) (?:terminals?|machines?)|walgreens|onsite)",
  not: "(?:not|never|cannot|cant|couldnt|wasnt|isnt|didnt|unable|failed|failure|fails|unsuccessful\\w*|impossible|without|no)",
  delivered: "(?:(?<!(?:not|never|no|cannot|nor|without) (?:\\w+ )?)(?<!(?:be|if|once|when|until|before|unless) )(?<!(?:being|will be|to be) (?:\\w+ ){0,5})delivered)",
  wrong: "(?:incorrect\\w*|invalid|insufficient|incomplete|missing|wrong|bad|unknown|inaccurate|error|errors|problem|problems|issue|issues|not (?:found|complete|correct|known|valid|clear|recognized|readable|legible|sufficient)|does not exist|doesnt exist|illegible|unclear|unreadable|needs?|needed|requires?|required|discrepancy|fault\\w*|undeliverable|inexact|nonexistent|unverified|unlocatable|untraceable|could not be|cannot be|no such)",
};

/** Any one of the phrases, as whole words: `{idea}` stands for its words, ` … ` for anything within the same clause. */
export const words = (...phrases: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${phrases.join("|").replace(/\{(\w+)\}/gu, (whole, idea: string) => IDEAS[idea] ?? whole).replaceAll(" … ", "(?: [^.]*?)? ")})\\b`, "u");
