import { Banner, BlockStack, Button, Card, Checkbox, InlineStack, Link, Page, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { ShipBySettingsView } from "#app/contracts/ship-by-view.ts";
import { NOT_ADVICE } from "#app/domain/workflows/ftc/clock-words.ts";
import { useShipBy } from "./use-ship-by.ts";

const RULE = "https://www.ecfr.gov/current/title-16/chapter-I/subchapter-D/part-435";

/** How the shop lives with the ship-by clock of US sellers. */
export const ShipByPage = ({ view }: { readonly view: ShipBySettingsView }) => {
  const { settings, country, applies } = view;
  const [on, setOn] = useState(settings.on === null ? "" : settings.on ? "on" : "off");
  const [statedTime, setStatedTime] = useState(settings.statedTime);
  const [days, setDays] = useState(settings.reviseByDays === null ? "" : String(settings.reviseByDays));
  const [refundByItself, setRefundByItself] = useState(settings.refundByItself);
  const { busy, errors, save } = useShipBy();
  return (
    <Page title="Ship-by clock" subtitle="For sellers in the United States" backAction={{ content: "Settings", url: "/app/settings" }}>
      <BlockStack gap="400">
        <Banner tone="info"><Text as="p">{NOT_ADVICE} <Link url={RULE} target="_blank">Read the rule</Link>.</Text></Banner>
        <Card>
          <BlockStack gap="400">
            <Text as="p">{applies ? "The clock runs in this shop." : "The clock does not run in this shop."} An order must be with the carrier within the time you stated, or within 30 days. If it cannot be, its shopper has to be asked before that day is over whether to wait or to cancel. Hither reminds you first, and asks the shopper when nobody did.</Text>
            <Select label="The clock" value={on} onChange={setOn} options={[{ value: "", label: `By the shop's country (${country ?? "not known"}): ${country === "US" ? "on" : "off"}` }, { value: "on", label: "On" }, { value: "off", label: "Off" }]} />
            <Checkbox label="A date shown at checkout counts as the stated time" helpText="By when an order had to leave to keep that date. Otherwise it is always 30 days." checked={statedTime} onChange={setStatedTime} />
            <TextField label="New date in a question sent by itself (days after the missed one)" value={days} onChange={setDays} autoComplete="off" inputMode="numeric" helpText="1 to 30. Only if you can usually keep it. Empty: the question names no date, and without the shopper's yes the order counts as cancelled 30 days later." {...(errors["reviseByDays"] === undefined ? {} : { error: errors["reviseByDays"] })} />
            <Checkbox label="Cancel and refund by itself when it is owed" helpText="Within the limits set under Acts, and after the time in which it can be stopped. Otherwise the case asks you to do it." checked={refundByItself} onChange={setRefundByItself} />
            <InlineStack align="end"><Button variant="primary" loading={busy} onClick={() => save({ on: on === "" ? null : on === "on", statedTime, reviseByDays: days, refundByItself })}>Save</Button></InlineStack>
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
};
