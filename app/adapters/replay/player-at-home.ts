import type { OpenPlayer } from "#app/application/ports.ts";
import { joinResults } from "#app/domain/journeys/replay/join-results.ts";
import { playOrders } from "#app/domain/journeys/replay/play-orders.ts";
import { sidesFrom } from "#app/domain/journeys/replay/replay-side.ts";
import { nothingPlayed } from "#app/domain/journeys/replay/replay-result.ts";

/** Orders played before whatever else waits in the process gets its turn. */
const TURN = 25;

/** Plays the past in the process itself. */
export const playerAtHome: OpenPlayer = (known, until) => {
  const sides = sidesFrom(known);
  return {
    atOnce: 1, end: () => Promise.resolve(),
    play: async (orders) => {
      let result = nothingPlayed(until);
      for (let first = 0; first < orders.length; first += TURN) {
        result = joinResults(result, playOrders(orders.slice(first, first + TURN), sides, until));
        await new Promise((resolve) => { setImmediate(resolve); });
      }
      return result;
    },
  };
};
