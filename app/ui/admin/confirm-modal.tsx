import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Props = {
  readonly id: string; readonly open: boolean; readonly title: string; readonly act: string; readonly critical?: boolean; readonly busy: boolean;
  readonly onAct: () => void; readonly onClose: () => void; readonly children: ReactNode;
};

/** Asks once more before something that is not easily undone. `act` names the deed; the other button leaves all as it is. */
export const ConfirmModal = ({ id, open, title, act, critical = false, busy, onAct, onClose, children }: Props) => (
  <Modal id={id} open={open} onHide={onClose}>
    <TitleBar title={title}>
      <button type="button" variant="primary" {...(critical ? { tone: "critical" as const } : {})} onClick={onAct} disabled={busy}>{act}</button>
      <button type="button" onClick={onClose}>Cancel</button>
    </TitleBar>
    <Box padding="400"><BlockStack gap="300">{typeof children === "string" ? <Text as="p">{children}</Text> : children}</BlockStack></Box>
  </Modal>
);
