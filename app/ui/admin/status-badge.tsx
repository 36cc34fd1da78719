import { Badge } from "@shopify/polaris";
import type { Tone, Worded } from "../format/tones.ts";

type BadgeTone = "info" | "success" | "attention" | "warning" | "critical";
const TONES: Readonly<Record<Tone, BadgeTone | null>> = { neutral: null, info: "info", success: "success", attention: "attention", warning: "warning", critical: "critical" };

/** A status in words; the colour only repeats them. */
export const StatusBadge = ({ worded }: { readonly worded: Worded }) => {
  const tone = TONES[worded.tone];
  return tone === null ? <Badge>{worded.label}</Badge> : <Badge tone={tone}>{worded.label}</Badge>;
};
