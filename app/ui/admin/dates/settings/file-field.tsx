import { Icon, Text } from "@shopify/polaris";
import { UploadIcon } from "@shopify/polaris-icons";
import { useId } from "react";

type Props = { readonly label: string; readonly hint: string; readonly accept: string; readonly disabled: boolean; readonly onFile: (file: File) => void };

/** A place for one file: the browser's own field over the whole of it, so that clicking, dropping and the keyboard all work. */
export const FileField = ({ label, hint, accept, disabled, onFile }: Props) => {
  const id = useId();
  return (
    <div className="hither-drop" data-disabled={disabled || undefined}>
      <Icon source={UploadIcon} tone="subdued" />
      <label htmlFor={id}><Text as="span" fontWeight="semibold">{label}</Text></label>
      <Text as="p" variant="bodySm" tone="subdued" id={`${id}-hint`}>{hint}</Text>
      <input
        id={id} type="file" accept={accept} disabled={disabled} aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
          currentTarget.value = ""; // the same file, corrected, can be chosen again
        }}
      />
    </div>
  );
};
