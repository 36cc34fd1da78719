import { parseGid } from "../../../world/ids.ts";
import type { Order } from "../../../world/types.ts";
import type { AdminContext } from "../state.ts";

/** The id in a global id of that type, or null when it names something else. */
export function idIn(globalId: unknown, type: string): string | null {
  const parsed = parseGid(String(globalId));
  return parsed?.type === type ? parsed.id : null;
}

/** The order a global id names, or null. */
export const findOrder = (context: AdminContext, globalId: unknown): Order | null => context.state.kernel.store.ordersById.get(idIn(globalId, "Order") ?? "") ?? null;
