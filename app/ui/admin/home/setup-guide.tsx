import { Form } from "@remix-run/react";
import { BlockStack, Box, Button, Card, Icon, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { CheckCircleIcon } from "@shopify/polaris-icons";
import type { SetupStep } from "./setup-steps.ts";

const Step = ({ step, current }: { readonly step: SetupStep; readonly current: boolean }) => (
  <li>
    <Box background={current ? "bg-surface-secondary" : "bg-surface"} borderRadius="200" padding="300">
      <InlineStack align="start" gap="300" wrap={false} blockAlign="start">
        <Box>{step.done ? <Icon source={CheckCircleIcon} tone="success" accessibilityLabel="Done" /> : <span className="hither-to-do"><Text as="span" visuallyHidden>Still to do</Text></span>}</Box>
        <BlockStack gap="150" inlineAlign="start">
          <Text as="h3" variant="headingSm">{step.title}</Text>
          <Text as="p" tone="subdued">{step.text}</Text>
          {step.action && !step.done ? (
            step.action.elsewhere
              ? <Button url={step.action.url} target="_top" variant={current ? "primary" : "secondary"}>{step.action.label}</Button>
              : <Button url={step.action.url} variant={current ? "primary" : "secondary"}>{step.action.label}</Button>
          ) : null}
        </BlockStack>
      </InlineStack>
    </Box>
  </li>
);

/** Steps that tick themselves. The first one still open stands out; the whole guide can be put away. */
export const SetupGuide = ({ steps }: { readonly steps: readonly SetupStep[] }) => {
  const done = steps.filter((step) => step.done).length;
  const current = steps.find((step) => !step.done && step.action !== null)?.id;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">Setup guide</Text>
          <Form method="post"><input type="hidden" name="intent" value="dismiss_guide" /><Button submit variant="tertiary">{done === steps.length ? "Done, hide the guide" : "Hide the guide"}</Button></Form>
        </InlineStack>
        <BlockStack gap="150">
          <Text as="p" tone="subdued"><span id="setup-progress">{`${done} of ${steps.length} done`}</span></Text>
          <ProgressBar progress={(done / steps.length) * 100} size="small" tone="success" ariaLabelledBy="setup-progress" />
        </BlockStack>
        <ul className="hither-plain-list">{steps.map((step) => <Step key={step.id} step={step} current={step.id === current} />)}</ul>
      </BlockStack>
    </Card>
  );
};
