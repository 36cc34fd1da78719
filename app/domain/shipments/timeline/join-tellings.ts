import { happeningOf, eventsInOrder, type Happening } from "./happening.ts";
import { misfit } from "./same-event.ts";
import { isTelling, type Statement } from "./statement.ts";

/** No two tellings of one event are further apart; looking back longer is in vain. 26 hours cover a date told beside a clock at the edge of the map. */
const LOOK_BACK_MS = 26 * 3_600_000;
/** A parcel with more events than this within a day is not a parcel; the limit keeps a hostile history from costing quadratic time. */
const MOST_OPEN = 48;

/** When a statement is dated, on a clock set right: the order they come in. */
const datedAt = ({ at, ahead }: Statement): number => at + ahead;

/** The cost of joining an event as a whole, or null: a statement belongs to an event only when it goes with everything told of it. */
const misfitWith = (told: readonly Statement[], statement: Statement): number | null => {
  let worst = 0;
  for (const one of told) {
    const cost = misfit(one, statement);
    if (cost === null) return null;
    if (cost > worst) worst = cost;
  }
  return worst;
};

/**
 * Joins statements of different sources that tell one physical event. Goes through them in their total order and adds each to the
 * best-fitting event, the oldest of equals, so that the same set always joins the same way. What was withdrawn stands alone.
 */
export const joinTellings = (statements: readonly Statement[]): Happening[] => {
  const groups: Statement[][] = [];
  let open = 0; // older groups are closed
  for (const statement of statements) {
    let best: Statement[] | null = null;
    let bestCost = Infinity;
    if (!statement.scan.withdrawn && isTelling(statement.scan)) {
      open = Math.max(open, groups.length - MOST_OPEN);
      while (open < groups.length && datedAt(statement) - datedAt(groups[open]?.[0] ?? statement) > LOOK_BACK_MS) open += 1;
      for (let index = open; index < groups.length; index += 1) {
        const group = groups[index] as Statement[];
        if (group[0]?.scan.withdrawn) continue;
        const cost = misfitWith(group, statement);
        if (cost !== null && cost < bestCost) [best, bestCost] = [group, cost];
      }
    }
    if (best) best.push(statement);
    else groups.push([statement]);
  }
  return groups.map(happeningOf).sort(eventsInOrder);
};
