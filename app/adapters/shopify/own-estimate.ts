/**
 * Our estimates at Shopify are fulfillment events like a carrier's, and come back to us like one. This text makes them known as ours, whichever way they
 * come: a forecast of our own must never be taken for a scan or for the carrier's date.
 */
export const OWN_ESTIMATE = "Delivery estimate by Hither";

/** Whether an event's message says that we wrote it. */
export const isOwnEstimate = (message: string | null): boolean => message?.trim() === OWN_ESTIMATE;
