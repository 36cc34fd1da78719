import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";

/** Loads a file with the session of the page and hands it to the browser to keep. Null: it is on its way; otherwise why not. */
const keep = async (url: string): Promise<string | null> => {
  const answer = await fetch(url).catch(() => null);
  if (answer === null || !answer.ok) return "The file could not be made. Try again.";
  const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "evidence";
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return null;
};

/** Everything that is known of the order, to hand in with a claim or against a chargeback. */
export const EvidenceCard = ({ orderId }: { readonly orderId: string }) => {
  const [making, setMaking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const make = (form: "pdf" | "zip") => {
    setMaking(true);
    void keep(`/app/evidence?${new URLSearchParams({ order: orderId, as: form })}`).then((wrong) => {
      setFault(wrong);
      setMaking(false);
    });
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Evidence</Text>
        <Text as="p">The order, every date that was promised, every scan with its source, every message and act: for a claim, or against a chargeback for an item that was not received. Such a chargeback usually has to be answered within 7 days.</Text>
        <InlineStack gap="200">
          <Button disabled={making} onClick={() => make("pdf")}>Download PDF</Button>
          <Button disabled={making} onClick={() => make("zip")}>Download ZIP with data</Button>
        </InlineStack>
        {fault === null ? null : <Text as="p" tone="critical">{fault}</Text>}
      </BlockStack>
    </Card>
  );
};
