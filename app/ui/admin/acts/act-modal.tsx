import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, Button, Checkbox, InlineStack, List, Text } from "@shopify/polaris";
import { useState } from "react";
import type { ActSubject } from "#app/contracts/act-views.ts";
import type { ActKind } from "#app/domain/workflows/acts/act.ts";
import { ACT_LABELS } from "#app/domain/workflows/acts/act-words.ts";
import { ActFields } from "./act-fields.tsx";
import { emptyForm, requestFrom, type ActForm } from "./act-form.ts";
import type { ActAnswer } from "./act-answer.ts";
import { useActs } from "./use-acts.ts";

/** `start`: what the form begins with where it is known what is wanted. */
type Props = { readonly kind: ActKind; readonly view: ActSubject; readonly start?: Partial<ActForm>; readonly onClose: () => void };

/** Two steps: what is wanted, then exactly what would happen. Only the second does anything. A changed form is looked at anew. */
export const ActModal = ({ kind, view, start, onClose }: Props) => {
  const { busy, ask, answer } = useActs(onClose);
  const [form, setForm] = useState<ActForm>(() => ({ ...emptyForm(view), ...start }));
  const [key] = useState(() => `merchant:${crypto.randomUUID()}`);
  const [looked, setLooked] = useState<ActForm | null>(null); // the form the preview is of
  const [sure, setSure] = useState(false);
  const preview = answer?.intent === "preview" && looked === form && answer.outcome === "possible" ? answer : null;
  const fault = looked === form ? faultOf(answer) : null;
  const asks = preview?.asks ?? (answer?.intent === "request" && answer.outcome === "ask" ? answer.because : null);
  const confirming = looked === form && (preview !== null || asks !== null);
  const submit = (intent: "preview" | "request") => {
    if (busy) return;
    setLooked(form);
    ask({ intent, about: view.about, request: requestFrom(kind, form, view), key, sure, costMinor: preview?.costMinor ?? null });
  };
  const change = (part: Partial<ActForm>) => {
    setForm((before) => ({ ...before, ...part }));
    setSure(false);
  };
  return (
    <Modal id="act" open onHide={onClose}>
      <TitleBar title={ACT_LABELS[kind]}>
        <button type="button" variant="primary" disabled={busy} onClick={() => submit("preview")}>See what happens</button>
        <button type="button" onClick={onClose}>Close</button>
      </TitleBar>
      <Box padding="400">
        <BlockStack gap="400">
          <ActFields kind={kind} form={form} change={change} fault={fault} view={view} />
          {fault !== null && fault.field === null ? <Banner tone="critical" title="This cannot be done"><Text as="p">{fault.because}</Text></Banner> : null}
          {preview === null ? null : (
            <Banner tone="info" title="This will happen">
              <BlockStack gap="200">
                <Text as="p">{preview.says}</Text>
                {preview.warnings.length === 0 ? null : <List>{preview.warnings.map((warning) => <List.Item key={warning}>{warning}</List.Item>)}</List>}
                <Text as="p" tone="subdued">{preview.undoMinutes === 0 ? "It is done at once." : `It is done after ${preview.undoMinutes} ${preview.undoMinutes === 1 ? "minute" : "minutes"}. Until then you can still stop it.`}</Text>
              </BlockStack>
            </Banner>
          )}
          {asks === null ? null : <Checkbox label={`${asks} I want this all the same.`} checked={sure} onChange={setSure} />}
          {confirming ? <InlineStack align="end"><Button variant="primary" tone="critical" onClick={() => submit("request")} disabled={busy || (asks !== null && !sure)}>{ACT_LABELS[kind]}</Button></InlineStack> : null}
        </BlockStack>
      </Box>
    </Modal>
  );
};

const faultOf = (answer: ActAnswer | undefined): { readonly field: string | null; readonly because: string } | null => {
  if (answer === undefined) return null;
  if (answer.intent === "preview" && answer.outcome === "impossible") return answer;
  if (answer.intent !== "request") return null;
  return answer.outcome === "refused" ? answer : answer.outcome === "not_found" ? { field: null, because: "Hither does not know this order any more." } : null;
};
