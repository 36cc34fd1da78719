import { expect, test } from "vitest";
import { calmName } from "./calm-name.ts";

test.each([["NEWARK", "Newark"], ["CITY OF INDUSTRY", "City Of Industry"], ["WINSTON-SALEM", "Winston-Salem"], ["COEUR D'ALENE", "Coeur D'Alene"], ["MÜNCHEN", "München"], ["Newark", "Newark"], ["McAllen", "McAllen"], ["JFK", "JFK"], [null, null]])("%s is %s", (shouted, calm) => {
  expect(calmName(shouted)).toBe(calm);
});
