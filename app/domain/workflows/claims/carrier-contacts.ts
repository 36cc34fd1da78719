import type { CalendarDate } from "../../shared/calendar.ts";

/** How a merchant reaches a carrier. Addresses are pages for people; null: we know of none. */
export type CarrierContact = { readonly phone: string | null; readonly claimPage: string | null; readonly tracePage: string | null; readonly source: string };

/** When the contacts were put together. Carriers change numbers and pages; who finds one wrong should tell us. */
export const CONTACTS_DATED = "2026-11-21" as CalendarDate;

/**
 * By our code of the courier. Put together from public pages on the day above and not called: USPS's and Royal Mail's numbers and claim pages were read
 * on several pages that agree, the others are the numbers and addresses the carriers have published for years.
 */
export const CARRIER_CONTACTS: Readonly<Record<string, CarrierContact>> = {
  usps: { phone: "+1 800 275 8777", claimPage: "https://www.usps.com/help/claims.htm", tracePage: "https://www.usps.com/help/missing-mail.htm", source: "usps.com, as parcelszen.com and others quote it" },
  ups: { phone: "+1 800 742 5877", claimPage: "https://www.ups.com/us/en/support/file-a-claim", tracePage: "https://www.ups.com/us/en/support/contact-us", source: "ups.com" },
  fedex: { phone: "+1 800 463 3339", claimPage: "https://www.fedex.com/en-us/customer-support/claims.html", tracePage: "https://www.fedex.com/en-us/customer-support.html", source: "fedex.com" },
  dhl: { phone: "+1 800 225 5345", claimPage: null, tracePage: "https://www.dhl.com/us-en/home/customer-service.html", source: "dhl.com, DHL Express in the United States" },
  ontrac: { phone: "+1 800 334 5000", claimPage: null, tracePage: "https://www.ontrac.com", source: "ontrac.com" },
  canada_post: { phone: "+1 866 607 6301", claimPage: null, tracePage: "https://www.canadapost-postescanada.ca/cpc/en/support.page", source: "canadapost-postescanada.ca" },
  purolator: { phone: "+1 888 744 7123", claimPage: null, tracePage: "https://www.purolator.com", source: "purolator.com" },
  royal_mail: { phone: "+44 3457 740 740", claimPage: "https://personal.help.royalmail.com/app/webforms/claim", tracePage: "https://www.royalmail.com/help", source: "royalmail.com, as several pages quote it" },
  parcelforce: { phone: "+44 344 800 4466", claimPage: null, tracePage: "https://www.parcelforce.com/help-and-advice", source: "parcelforce.com, as pages about Royal Mail quote it" },
  deutsche_post: { phone: "+49 228 4333112", claimPage: null, tracePage: "https://www.deutschepost.de/de/k/kundenservice.html", source: "deutschepost.de" },
  evri: { phone: null, claimPage: null, tracePage: "https://www.evri.com/contact-us", source: "evri.com" },
  australia_post: { phone: "13 76 78 (in Australia)", claimPage: null, tracePage: "https://auspost.com.au/help-and-support", source: "auspost.com.au" },
};
