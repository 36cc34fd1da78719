import { z } from "zod";
import { part, words } from "../feed/read-json.ts";

/**
 * One event of Track Alert (UPSTrackAlert.yaml and UPSTrackAlertEnhanced.yaml of github.com/UPS-API/api-documentation, read
 * 2026-11-21). "Not every field will have a value for every message": empty texts count as absent.
 */
export const trackAlertSchema = z.object({
  trackingNumber: z.string().min(1).transform((text) => text.trim()), // UPS's own example has a blank before it
  localActivityDate: words, localActivityTime: words, gmtActivityDate: words, gmtActivityTime: words,
  activityLocation: part(z.object({ city: words, stateProvince: words, postalCode: words, country: words })),
  activityStatus: z.object({ type: words, code: words, description: words, descriptionCode: words }),
  scheduledDeliveryDate: words, deliveryEndTime: words, deliveryPhoto: words, receivedBy: words,
});

/** An event as read. */
export type TrackAlert = z.output<typeof trackAlertSchema>;
