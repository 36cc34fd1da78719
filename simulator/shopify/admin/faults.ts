import { getOperationAST, parse } from "graphql";
import type { OperationFault, Random } from "../../world/types.ts";

/** What can go wrong with an answer on purpose. `cut` breaks a download in the middle. */
export type FaultKind = "THROTTLED" | "timeout" | "cut" | 500 | 502 | 503;

/** Faults on demand, for the Admin API and for bulk files apart. */
export type Faults = {
  /** The next `n` answers fail. */
  failNext(n: number, kind: FaultKind): void;
  /** From now on this share of answers fails, each with one of the kinds. 0 ends it. */
  failRate(share: number, kinds?: readonly FaultKind[]): void;
  /** The fault of the answer now due, or null; asking uses it up. */
  next(): FaultKind | null;
};

/** No faults yet. */
export function createFaults(random: Random, usual: readonly FaultKind[]): Faults {
  const planned: FaultKind[] = [];
  let share = 0;
  let kinds = usual;
  return {
    failNext(n, kind) {
      for (let index = 0; index < n; index += 1) planned.push(kind);
    },
    failRate(next, wanted = usual) {
      share = next;
      kinds = wanted;
    },
    next() {
      const due = planned.shift();
      if (due !== undefined) return due;
      if (share <= 0 || random() >= share) return null;
      return kinds[Math.floor(random() * kinds.length)] ?? null;
    },
  };
}

/** The names an operation may be asked to fail under: its own, and those of its root fields. */
function namesOf(query: string, operationName: string | null): string[] {
  try {
    const operation = getOperationAST(parse(query, { noLocation: true }), operationName);
    const fields = operation?.selectionSet.selections.flatMap((one) => (one.kind === "Field" ? [one.name.value] : [])) ?? [];
    return [...fields, ...(operation?.name === undefined ? [] : [operation.name.value])];
  } catch {
    return [];
  }
}

/** The fault planned for this operation, if any; asking uses it up. */
export function takeOperationFault(planned: OperationFault[], query: string, operationName: string | null): OperationFault | null {
  if (planned.length === 0) return null;
  const names = namesOf(query, operationName);
  const place = planned.findIndex((one) => names.includes(one.operation));
  return place < 0 ? null : (planned.splice(place, 1)[0] ?? null);
}
