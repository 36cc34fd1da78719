import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineError } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { ConfirmModal } from "../confirm-modal.tsx";
import { toast } from "../toast.ts";

/** Answer of the action that takes down a shopper's word. */
export type NotReceivedAnswer = { readonly outcome: "reported" | "not_found" };

/** Takes down that a shopper does not have a parcel the carrier calls delivered. */
export const NotArrived = ({ shipmentId }: { readonly shipmentId: string }) => {
  const fetcher = useFetcher<NotReceivedAnswer>();
  const [asking, setAsking] = useState(false);
  const answer = fetcher.data;
  const busy = fetcher.state !== "idle";

  useEffect(() => {
    if (fetcher.state === "idle" && answer?.outcome === "reported") toast("Noted: the shopper does not have it");
  }, [answer, fetcher.state]);

  const report = () => {
    setAsking(false);
    if (!busy) fetcher.submit({ intent: "report_not_received" }, { method: "post", action: `/app/shipments/${encodeURIComponent(shipmentId)}` });
  };
  return (
    <BlockStack gap="200" inlineAlign="start">
      {answer?.outcome === "not_found" && !busy ? <InlineError message="This parcel does not exist any more; its order may have been deleted. Nothing was noted." fieldID="not-arrived" /> : null}
      <Button onClick={() => setAsking(true)} loading={busy}>Shopper says it did not arrive</Button>
      <ConfirmModal id="not-arrived" open={asking} title="The shopper does not have it?" act="Note it" busy={busy} onAct={report} onClose={() => setAsking(false)}>
        The carrier says it was delivered. The shopper's word is put beside that on the timeline; it takes no scan away, and Hither says what it makes of both.
      </ConfirmModal>
    </BlockStack>
  );
};
