import { z } from "zod";
import { isScanKind, SCAN_TEXTS, type ScanKind } from "../../scenarios/scan-texts.ts";
import type { CarrierScan, World } from "../../world/types.ts";
import type { Director } from "../../scenarios/director.ts";
import { parcelsOf } from "./parcels.ts";

const STATUSES = ["pre_transit", "in_transit", "out_for_delivery", "delivered", "available_for_pickup", "return_to_sender", "failure", "cancelled", "error", "unknown", "unheard_of"] as const;

/** A scan made by hand: one of the desk's buttons (`kind`), or everything spelled out. */
export const ScanForm = z.object({
  trackingNumber: z.string().min(1),
  kind: z.string().optional(),
  status: z.enum(STATUSES).optional(),
  statusDetail: z.string().optional(),
  message: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  country: z.string().optional(),
  hoursAgo: z.coerce.number().min(0).max(24 * 60).optional(),
});

/** The kinds of scan that have a button, in the order of a road, then of trouble. */
export const BUTTONS: readonly ScanKind[] = [
  "picked up", "arrived", "departed", "out for delivery", "delivered", "failed attempt", "bad address", "damaged", "customs hold",
  "return to sender", "weather delay", "delayed", "missorted", "refused", "ready for pickup", "lost",
];

/** Makes the scan and takes the parcel out of its story's hands. The answer is a sentence when something is wrong. */
export function scanByHand(world: World, director: Director, form: z.infer<typeof ScanForm>): string | null {
  const parcel = parcelsOf(world).find((one) => one.number === form.trackingNumber || one.fulfillment.tracking.some((tracking) => tracking.number === form.trackingNumber));
  if (parcel === undefined) return `No parcel has the tracking number ${form.trackingNumber}.`;
  if (form.kind !== undefined && form.kind !== "" && !isScanKind(form.kind)) return `There is no kind of scan "${form.kind}". There are: ${Object.keys(SCAN_TEXTS).join(", ")}.`;
  const kind = form.kind !== undefined && isScanKind(form.kind) ? SCAN_TEXTS[form.kind] : null;
  const status = form.status ?? kind?.status;
  if (status === undefined) return "A scan needs a kind or a status.";
  const story = director.storyOfParcel(parcel.number) ?? director.storyOfOrder(parcel.order.id);
  if (story !== undefined) director.takeOver(story);
  const { city, province_code, country_code, zip } = parcel.order.shipping_address;
  const free = (text: string | undefined, otherwise: string | null): string | null => (text === undefined || text === "" ? otherwise : text);
  const scan: CarrierScan = {
    trackingNumber: parcel.number, carrier: parcel.carrier, at: new Date(world.clock.now().getTime() - (form.hoursAgo ?? 0) * 3_600_000), status,
    statusDetail: free(form.statusDetail, kind?.statusDetail ?? "status_update") ?? "status_update",
    message: free(form.message, kind?.message ?? status) ?? status,
    city: free(form.city, city), state: free(form.state, province_code), country: free(form.country, country_code), zip: form.city ? null : zip,
  };
  world.carrierScan(scan);
  return null;
}
