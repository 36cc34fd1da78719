import type { Clock } from "#app/application/ports.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** The machine's clock: the one place where the present enters. */
export const systemClock: Clock = () => Date.now() as Instant;
