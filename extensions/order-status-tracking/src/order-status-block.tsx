import type { ParcelStatus } from "../../../app/contracts/order-status.ts";
import type { Translate } from "./translate.ts";
import { useOrderStatus, type OrderStatusSource } from "./use-order-status.ts";

/** The app counts four steps: label, on its way, near the door, done. 0 means unknown or cancelled: no bar. */
const LAST_STEP = 4;

type BlockProps = {
  readonly source: OrderStatusSource;
  /** What checkout promised for this order, in words; null where it is not known or no longer to be trusted. */
  readonly promised: string | null;
  readonly translate: Translate;
};

/**
 * What has happened to an order, and when it will be there. The app's headlines already say the dates, in the order's language.
 * While the app cannot be reached, the promise of checkout stands; without one the block is silent: the page is the shop's, not ours.
 */
export function OrderStatusBlock({ source, promised, translate }: BlockProps) {
  const view = useOrderStatus(source);
  if (promised !== null && (view.kind === "silent" || (view.kind === "loading" && view.inVain))) {
    return (
      <s-section heading={translate("heading")}>
        <s-stack gap="small-300">
          <s-text type="strong">{promised}</s-text>
          <s-text color="subdued">{translate("promised.note")}</s-text>
        </s-stack>
      </s-section>
    );
  }
  if (view.kind === "silent") return null;
  if (view.kind === "loading") {
    return (
      <s-section heading={translate("heading")}>
        <s-skeleton-paragraph />
      </s-section>
    );
  }
  if (view.kind === "waiting") {
    return (
      <s-section heading={translate("heading")}>
        <s-text color="subdued">{translate("waiting")}</s-text>
      </s-section>
    );
  }
  const { status } = view;
  return (
    <s-section heading={translate("heading")}>
      <s-stack gap="base">
        <s-text type="strong">{status.headline}</s-text>
        {status.parcels.map((parcel, index) => (
          <Parcel key={index} parcel={parcel} alone={status.parcels.length === 1} orderHeadline={status.headline} translate={translate} />
        ))}
        <s-link href={status.trackingPageUrl}>{translate("track")}</s-link>
      </s-stack>
    </s-section>
  );
}

type ParcelProps = { readonly parcel: ParcelStatus; readonly alone: boolean; readonly orderHeadline: string; readonly translate: Translate };

/** One parcel. When it is the only one, what the order's headline already said is not repeated. */
function Parcel({ parcel, alone, orderHeadline, translate }: ParcelProps) {
  const inTrouble = parcel.tone === "warning" || parcel.tone === "critical";
  return (
    <s-box border="base" borderRadius="base" padding="base">
      <s-stack gap="small-300">
        {alone ? null : <s-text color="subdued">{parcel.label}</s-text>}
        {alone && parcel.headline === orderHeadline ? null : <s-text type="strong">{parcel.headline}</s-text>}
        {parcel.step === 0 ? null : (
          <s-progress
            value={parcel.step} max={LAST_STEP} tone={parcel.tone === "critical" ? "critical" : "auto"}
            accessibilityLabel={translate("step", { step: parcel.step, of: LAST_STEP })}
          />
        )}
        {parcel.detail === null ? null : <s-text tone={inTrouble ? "warning" : "auto"}>{parcel.detail}</s-text>}
        <CarrierLine parcel={parcel} />
      </s-stack>
    </s-box>
  );
}

function CarrierLine({ parcel: { carrier, trackingNumber, trackingUrl } }: { readonly parcel: ParcelStatus }) {
  if (carrier === null && trackingNumber === null) return null;
  return (
    <s-text color="subdued">
      {carrier === null ? null : `${carrier} `}
      {trackingNumber !== null && trackingUrl !== null ? <s-link href={trackingUrl} target="_blank">{trackingNumber}</s-link> : trackingNumber}
    </s-text>
  );
}
