import { BlockStack, Card, Text } from "@shopify/polaris";
import type { KeptView } from "#app/contracts/dates-views.ts";
import { wordGroup, wordLane, wordStage } from "../../../format/promise-words.ts";
import { KeptTable } from "./kept-table.tsx";

type Groups = { readonly lanes: readonly KeptView[]; readonly services: readonly KeptView[]; readonly carriers?: readonly KeptView[]; readonly stages?: readonly KeptView[] };

const GROUPS = [
  { id: "lanes", title: "By destination", head: "Destination", text: "As fine as there are parcels enough to learn from: a country, a region, the beginning of a postal code.", name: wordLane },
  { id: "services", title: "By shipping option", head: "Shipping option", text: "As the shopper chose it at checkout.", name: (name: string) => wordGroup(name, "None known") },
  { id: "carriers", title: "By carrier", head: "Carrier", text: "Before a parcel is sent its carrier may not be known.", name: (name: string) => wordGroup(name, "Not known yet") },
  { id: "stages", title: "By what was known", head: "Stage", text: "Before the purchase only the cart is known; once a parcel is sent its own road is.", name: wordStage },
] as const;

/** Where promises hold and where they do not. `of` begins the tables' names. */
export const GroupsCards = ({ groups, of }: { readonly groups: Groups; readonly of: string }) => (
  <>
    {GROUPS.map(({ id, title, head, text, name }) => {
      const rows = groups[id];
      if (rows === undefined || rows.length === 0) return null;
      return (
        <Card key={id}>
          <BlockStack gap="200">
            <Text as="h3" variant="headingMd">{title}</Text>
            <Text as="p" tone="subdued">{text}</Text>
            <KeptTable caption={`${of} ${title.toLowerCase()}`} head={head} rows={rows} name={name} />
          </BlockStack>
        </Card>
      );
    })}
  </>
);
