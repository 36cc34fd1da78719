import { describe, expect, test } from "vitest";
import { readEventText } from "../read-event-text.ts";
import { AGGREGATORS } from "./aggregators.fixture.ts";
import { AMERICAN_CARRIERS } from "./american-carriers.fixture.ts";
import type { CollectedTexts } from "./collected-text.ts";
import { COURIERS_AND_LISTS } from "./couriers-and-lists.fixture.ts";
import { EUROPEAN_COURIERS } from "./european-couriers.fixture.ts";
import { EXPRESS_AND_FREIGHT } from "./express-and-freight.fixture.ts";
import { FAR_CARRIERS } from "./far-carriers.fixture.ts";
import { GERMAN_AND_FRENCH } from "./german-and-french.fixture.ts";
import { PORTUGUESE_AND_SPANISH } from "./portuguese-and-spanish.fixture.ts";
import { POSTS_AND_MARKETPLACES } from "./posts-and-marketplaces.fixture.ts";
import { SAID_OTHERWISE } from "./said-otherwise.fixture.ts";

const COLLECTED: readonly CollectedTexts[] = [...AGGREGATORS, ...EXPRESS_AND_FREIGHT, ...GERMAN_AND_FRENCH, ...PORTUGUESE_AND_SPANISH, ...COURIERS_AND_LISTS, ...FAR_CARRIERS, ...AMERICAN_CARRIERS, ...EUROPEAN_COURIERS, ...POSTS_AND_MARKETPLACES];

const judge = ({ texts }: CollectedTexts) =>
  Object.entries(texts).flatMap(([category, some]) => some.map((text) => ({ text, category, said: readEventText(text)?.category ?? null })));

describe("texts collected from public lists", () => {
  const all = COLLECTED.flatMap(judge);

  test("there are more than a thousand, each named once per source", () => {
    expect(all.length).toBeGreaterThan(1_400);
    for (const one of COLLECTED) expect(new Set(judge(one).map(({ text }) => text)).size).toBe(judge(one).length);
  });

  test("at least 97 of 100 are answered and 95 of 100 answers are right", () => {
    const answered = all.filter(({ said }) => said !== null);
    const wrong = answered.filter(({ said, category }) => said !== category).map(({ text, category, said }) => `${category} / ${said} · ${text}`);
    expect(answered.length / all.length).toBeGreaterThanOrEqual(0.97);
    expect(1 - wrong.length / answered.length, wrong.join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  test("no text of trouble is taken for a delivery, and none of a delivery for trouble at the border", () => {
    const harmful = all.filter(({ category, said }) => (said === "delivered" && ["returned", "refused", "lost", "attempted_delivery", "recipient_unavailable", "address_issue"].includes(category)) || (category === "delivered" && said === "customs_hold"));
    expect(harmful).toEqual([]);
  });
});

test("what we say in our own words is understood as we mean it, 97 times of 100", () => {
  const said = judge(SAID_OTHERWISE);
  const wrong = said.filter(({ category, said: answer }) => answer !== category).map(({ text, category, said: answer }) => `${category} / ${answer} · ${text}`);
  expect(said.length).toBeGreaterThan(700);
  expect(1 - wrong.length / said.length, wrong.join("\n")).toBeGreaterThanOrEqual(0.97);
});
