import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { Place, Proof, Scan } from "#app/domain/shipments/scan.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { placeOf } from "../feed/read-place.ts";
import { noonOf, onWallClock, type ReadTime } from "../feed/read-time.ts";
import { estimateScan, newestOf, scanKey, scanOf, type Teller } from "../feed/scan-statement.ts";
import type { NextLeg, Told } from "../feed/tracking-facts.ts";
import { activityMeaning, type UpsStatus } from "./activity-meaning.ts";
import type { TrackAlert } from "./track-alert.ts";
import type { UpsActivity, UpsPackage } from "./track-response.ts";

/** `YYYYMMDD` as `YYYY-MM-DD`. */
const dayOf = (date: string | null): string | null => /^(\d{4})(\d{2})(\d{2})$/.test(date ?? "") ? `${date?.slice(0, 4)}-${date?.slice(4, 6)}-${date?.slice(6)}` : null;

/** `HHMMSS` as `HH:MM:SS`; UPS writes some times without their leading zero. */
const timeOf = (time: string | null): string | null => {
  const digits = /^\d{4,6}$/.test(time ?? "") ? (time ?? "").padStart(6, "0") : "";
  return digits === "" ? null : `${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4)}`;
};

/** What happened, as both of UPS's ways of telling state it. */
type Happening = {
  readonly local: readonly [date: string | null, time: string | null]; readonly gmt: readonly [date: string | null, time: string | null];
  readonly status: UpsStatus; readonly place: Place | null; readonly proof: Proof | null;
};

const momentOf = ({ local, gmt, place }: Happening): ReadTime | null => {
  const [day, time, gmtDay, gmtTime] = [dayOf(local[0]), timeOf(local[1]), dayOf(gmt[0]), timeOf(gmt[1])];
  const exact = gmtDay !== null && gmtTime !== null ? instant(`${gmtDay}T${gmtTime}Z`) : null;
  if (exact !== null) return { at: exact, timing: "exact" };
  if (day !== null && time !== null) return onWallClock(`${day}T${time}`, place);
  const noon = noonOf(day);
  return noon === null ? null : { at: noon, timing: "day" };
};

/**
 * Track and Track Alert write the place and sometimes the instant differently, but the code and the local wall clock alike: these are
 * what a statement is known by, so that an event pushed and asked for is one statement.
 */
const scanOfHappening = (teller: Teller, happening: Happening): Scan | null => {
  const { type, code, number, text } = happening.status;
  const when = momentOf(happening);
  if (when === null) return null;
  const said = [type, code].filter((one) => one !== null).join("/") || (number ?? "none");
  const scan = scanOf(teller, { ...when, code: said, text, meaning: activityMeaning(happening.status), place: happening.place, proof: null });
  return { ...scan, key: scanKey(teller, code ?? said, ...happening.local.map((one) => one ?? "")), proof: scan.milestone === "delivered" ? happening.proof : null };
};

const placeOfAddress = (address: { readonly city: string | null; readonly stateProvince: string | null; readonly postalCode: string | null; readonly country: string | null; readonly countryCode?: string | null } | null): Place | null =>
  address && placeOf({ city: address.city, region: address.stateProvince, country: address.countryCode ?? address.country, zip: address.postalCode });

const proofOf = ({ deliveryInformation: told }: UpsPackage): Proof | null => {
  if (told === null) return null;
  const { deliveryPhoto: photo, signature } = told;
  const shown = photo?.photo === true || photo?.photoCaptureInd === "Y" ? true : photo?.photoCaptureInd === "N" ? false : null;
  return { photo: shown, signature: signature?.image === true ? true : null }; // without rights to the package UPS leaves the signature out
};

const happeningOf = (proof: Proof | null) => ({ date, time, gmtDate, gmtTime, status, location }: UpsActivity): Happening => ({
  local: [date, time], gmt: [gmtDate, gmtTime], place: placeOfAddress(location?.address ?? null), proof,
  status: { type: status?.type ?? null, code: status?.code ?? null, number: status?.statusCode ?? null, text: status?.description?.trim() ?? null },
});

/** The day UPS plans, or the end of its window of that day where the destination's zone is known. */
const estimateOf = ({ deliveryDate, deliveryTime, packageAddress }: UpsPackage): Instant | null => {
  const planned = ["RDD", "SDD"].map((type) => dayOf(deliveryDate.find((one) => one.type === type)?.date ?? null)).find((day) => day !== null) ?? null;
  if (planned === null) return null;
  return windowEnd(planned, deliveryTime?.type === "DEL" ? null : (deliveryTime?.endTime ?? null), placeOfAddress(packageAddress.find((one) => one.type?.includes("DEST"))?.address ?? null));
};

const windowEnd = (day: string, endTime: string | null, place: Place | null): Instant | null => {
  const end = timeOf(endTime);
  const told = end === null ? null : onWallClock(`${day}T${end}`, place);
  return told?.timing === "local" ? told.at : noonOf(day);
};

/** UPS Mail Innovations and SurePost parcels go on under a number of the post: told once an activity says that the post has them. */
const nextLegOf = ({ alternateTrackingNumber }: UpsPackage, scans: readonly Scan[], activities: readonly UpsActivity[]): NextLeg | null => {
  const other = alternateTrackingNumber.find((one) => one.type?.toUpperCase().startsWith("USPS"));
  const since = scans.find((scan) => scan.reason === "handover")?.occurredAt
    ?? (activities.some(({ status }) => ["025", "026", "030", "039", "066", "067"].includes(status?.statusCode ?? "")) ? newestOf(scans) : null);
  return other?.number == null || since === null ? null : { number: normalTrackingNumber(other.number), carrier: "USPS", at: since };
};

/** All that Track says of one package. `at`: when it was asked. */
export const historyOf = (teller: Teller, pack: UpsPackage, at: Instant): Told => {
  const scans = pack.activity.map(happeningOf(proofOf(pack))).flatMap((one) => scanOfHappening(teller, one) ?? []);
  const [newest, eta] = [newestOf(scans), scans.some(({ milestone }) => milestone === "delivered") ? null : estimateOf(pack)];
  return { scans: eta === null || newest === null ? scans : [...scans, estimateScan(teller, eta, newest, at)], whole: at, next: nextLegOf(pack, scans, pack.activity) };
};

/** What one event of Track Alert says: news, never the whole history. */
export const newsOf = (teller: Teller, alert: TrackAlert): Told => {
  const { activityStatus: status } = alert;
  const scan = scanOfHappening(teller, {
    local: [alert.localActivityDate, alert.localActivityTime], gmt: [alert.gmtActivityDate, alert.gmtActivityTime], place: placeOfAddress(alert.activityLocation),
    proof: { photo: alert.deliveryPhoto === null ? null : true, signature: null }, // only the enhanced kind of subscription sends photos
    status: { type: status.type, code: status.code, number: status.descriptionCode, text: status.description?.trim() ?? null },
  });
  if (scan === null) return { scans: [], whole: null };
  const planned = dayOf(alert.scheduledDeliveryDate);
  const eta = planned === null || scan.milestone === "delivered" ? null : windowEnd(planned, alert.deliveryEndTime, scan.place);
  return { scans: [scan, ...(eta === null ? [] : [estimateScan(teller, eta, scan.occurredAt, scan.occurredAt)])], whole: null };
};
