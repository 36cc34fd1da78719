import type { NewMessage, Normalise } from "#app/application/ports.ts";

/** The messages among these that say how a parcel is doing. A vendor that was only just asked to watch and knows nothing yet has no news. */
export const knownAtOnce = (messages: readonly NewMessage[], normalise: Normalise): readonly NewMessage[] => messages.filter((message) => {
  const read = normalise({ ...message, id: "", attempts: 0 });
  return read.outcome === "tracking_facts" && read.facts.some((fact) => fact.kind !== "tracking_scans" || fact.scans.some(({ exception }) => exception !== "not_found"));
});
