import { calmName } from "#app/domain/carriers/geography/calm-name.ts";
import type { Place } from "#app/domain/shipments/scan.ts";

/** A place in a reader's words, "Newark, NJ, US"; null where nobody said one. */
export const placeWords = (place: Place | null): string | null => [calmName(place?.city ?? null), place?.region, place?.country].filter(Boolean).join(", ") || null;
