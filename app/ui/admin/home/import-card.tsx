import { BlockStack, Button, Card, ProgressBar, Text } from "@shopify/polaris";
import { Form } from "@remix-run/react";
import type { ImportView } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { isImporting, remaining, wordImport } from "../../format/import-progress.ts";

/** How far the import of past orders is; gone once it is done. */
export const ImportCard = ({ run, now }: { readonly run: ImportView; readonly now: Instant }) => {
  if (run.phase === "done") return null;
  const left = remaining(run, now);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Your past orders</Text>
        <Text as="p" fontWeight="medium"><output>{wordImport(run)}</output></Text>
        {isImporting(run) ? <ProgressBar progress={Math.round(run.share * 100)} size="small" ariaLabelledBy="import-progress" /> : null}
        <Text as="p" tone="subdued"><span id="import-progress">{isImporting(run) ? `${left ?? "You can leave this page"}${left ? " You can leave this page" : ""}; the import goes on without it.` : (run.error ?? "It starts as soon as Shopify answers.")}</span></Text>
        {run.phase === "failed" || run.phase === "none" ? (
          <Form method="post"><input type="hidden" name="intent" value="restart_import" /><Button submit>{run.phase === "failed" ? "Start the import again" : "Start the import"}</Button></Form>
        ) : null}
      </BlockStack>
    </Card>
  );
};
