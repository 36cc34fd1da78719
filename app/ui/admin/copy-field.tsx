import { Button, TextField } from "@shopify/polaris";
import { toast } from "./toast.ts";

/** A text to take elsewhere, with a button that copies it. Where copying is forbidden the text can still be selected. */
export const CopyField = ({ label, value, helpText }: { readonly label: string; readonly value: string; readonly helpText: string }) => {
  const copy = () => {
    navigator.clipboard.writeText(value).then(() => toast("Copied"), () => undefined);
  };
  return <TextField label={label} value={value} readOnly autoComplete="off" selectTextOnFocus helpText={helpText} connectedRight={<Button onClick={copy} accessibilityLabel={`Copy: ${label}`}>Copy</Button>} />;
};
