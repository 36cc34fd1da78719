/** How serious something looks. Colour only repeats what the words beside it say. */
export type Tone = "neutral" | "info" | "success" | "attention" | "warning" | "critical";
export type Worded = { readonly label: string; readonly tone: Tone };
