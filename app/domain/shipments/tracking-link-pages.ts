/**
 * Couriers' public tracking pages, with the number in place of `#n`; for numbers a merchant never named, as after a hand-over. Read from
 * the couriers' sites and from what Shopify, nopCommerce and Karrio link to, 2026-11-21. A courier without a row gets no link: a guess
 * that leads nowhere is worse than none.
 */
const PAGES: Readonly<Record<string, string>> = {
  ups: "https://www.ups.com/track?tracknum=#n",
  usps: "https://tools.usps.com/go/TrackConfirmAction?tLabels=#n",
  fedex: "https://www.fedex.com/fedextrack/?trknbr=#n",
  dhl: "https://www.dhl.com/global-en/home/tracking.html?tracking-id=#n",
  ontrac: "https://www.ontrac.com/tracking/?number=#n",
  canada_post: "https://www.canadapost-postescanada.ca/track-reperage/en#/details/#n",
  purolator: "https://www.purolator.com/en/shipping/tracker?pin=#n",
  royal_mail: "https://www.royalmail.com/track-your-item#/tracking-results/#n",
  dpd_uk: "https://track.dpd.co.uk/parcels/#n",
  la_poste: "https://www.laposte.fr/outils/suivre-vos-envois?code=#n",
  colissimo: "https://www.laposte.fr/outils/suivre-vos-envois?code=#n",
  chronopost: "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=#n",
  bpost: "https://track.bpost.cloud/btr/web/#/search?itemCode=#n",
  australia_post: "https://auspost.com.au/mypost/track/#/details/#n",
};

/** The courier's page about one number, by the courier's code; null where we know none. */
export const courierPage = (courier: string, number: string): string | null => PAGES[courier]?.replace("#n", () => encodeURIComponent(number)) ?? null;
