import { describe, expect, it } from "vitest";
import { seededRandom } from "../world/random.ts";
import { SCENARIOS, scenarioNamed } from "./catalog.ts";
import { pastMonth } from "./life.ts";
import { newDestination } from "./places.ts";
import { shiftStory } from "./move-steps.ts";
import { writeStory, type Scenario, type Story } from "./story.ts";

const PLACED = new Date("2026-11-12T16:20:00Z");

function write(scenario: Scenario, seed: number): Story {
  const random = seededRandom(seed);
  return writeStory(scenario, { destination: newDestination(scenario.countries, random, scenario.cities), placedAt: PLACED, random, products: 8 });
}

function scans(story: Story) {
  return story.steps.flatMap((step) => (step.act === "scan" ? [step] : []));
}

describe.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))("the story %s", (_name, scenario) => {
  it("is the same for the same seed and another for another seed", () => {
    expect(write(scenario, 7)).toEqual(write(scenario, 7));
    expect(JSON.stringify(write(scenario, 7))).not.toBe(JSON.stringify(write(scenario, 8)));
  });

  it("begins with the order, packs before it scans, and never runs backwards", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const story = write(scenario, seed);
      expect(story.steps[0]).toMatchObject({ act: "order", at: PLACED });
      const times = story.steps.map((step) => step.at.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      for (const scan of scans(story)) {
        if (scan.happened !== undefined) continue; // told later than it happened, or of another parcel long ago
        const packed = story.steps.find((step) => step.act === "fulfill" && step.parcel === scan.parcel);
        expect(packed?.at.getTime()).toBeLessThanOrEqual(scan.at.getTime());
      }
    }
  });

  it("scans only numbers of the parcel: the label's, a corrected one, or the next carrier's once it took over", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { steps } = write(scenario, seed);
      const labels = steps.flatMap((step) => (step.act === "fulfill" ? [step.tracking.number] : step.act === "retrack" ? step.tracking.map((one) => one.number) : []));
      const known = new Set(labels);
      const strangers: string[] = [];
      for (const step of steps) {
        if (step.act !== "scan") continue;
        if (!known.has(step.number)) strangers.push(step.number);
        if (step.handedOverTo !== undefined) known.add(step.handedOverTo.number);
      }
      expect(strangers).toEqual([]);
      expect(labels.length).toBeGreaterThan(0);
    }
  });

  it("has the warehouse at work between the order and the label", () => {
    const { steps } = write(scenario, 5);
    const told = steps.flatMap((step) => (step.act === "warehouse" ? [step.step] : []));
    expect(told.slice(0, 5)).toEqual(["received", "picking", "picked", "packed", "labelled"]);
    const taken = scans({ scenario: "", destination: write(scenario, 5).destination, steps }).some((scan) => scan.happened === undefined && scan.text.statusDetail === "received_at_origin_facility");
    expect(told.includes("handed_over")).toBe(taken);
  });
});

describe("what the stories are about", () => {
  const details = (name: string): string[] => scans(write(scenarioNamed(name), 3)).map((step) => step.text.statusDetail);
  const ends = (name: string): string | undefined => scans(write(scenarioNamed(name), 3)).at(-1)?.text.status;

  it.each([
    ["on-time", "arrived_at_destination", "delivered"],
    ["late-but-moving", "delayed", "delivered"],
    ["stuck-in-customs", "held", "delivered"],
    ["failed-attempt", "delivery_exception", "delivered"],
    ["bad-address", "address_correction", "delivered"],
    ["returned-to-sender", "return", "return_to_sender"],
    ["carrier-hand-off", "transferred_to_destination_carrier", "delivered"],
    ["storm-delay", "weather_delay", "delivered"],
    ["delivered-not-received", "arrived_at_destination", "delivered"],
    ["delivered-elsewhere", "arrived_at_destination", "delivered"],
    ["delivery-retracted", "received_at_destination_facility", "delivered"],
    ["unread-status", "ledger_reference", "delivered"],
    ["days-in-customs", "held", "delivered"],
    ["never-accepted", "label_created", "pre_transit"],
  ])("%s contains %s and ends with %s", (name, detail, end) => {
    expect(details(name)).toContain(detail);
    expect(ends(name)).toBe(end);
  });

  it("silent-after-label leaves more than 36 hours without a scan after the label", () => {
    const [label, next] = scans(write(scenarioNamed("silent-after-label"), 3));
    expect(label?.text.statusDetail).toBe("label_created");
    expect((next?.at.getTime() ?? 0) - (label?.at.getTime() ?? 0)).toBeGreaterThan(36 * 3_600_000);
  });

  it("split-shipment packs two parcels with two carriers out of one order", () => {
    const packed = write(scenarioNamed("split-shipment"), 3).steps.flatMap((step) => (step.act === "fulfill" ? [step] : []));
    expect(packed.map((step) => step.share)).toEqual(["first line", "other lines"]);
    expect(new Set(packed.map((step) => step.tracking.company)).size).toBe(2);
  });

  it("carrier-hand-off ends under the second carrier's number, which only the carrier's scan names", () => {
    const story = write(scenarioNamed("carrier-hand-off"), 3);
    const packed = story.steps.find((step) => step.act === "fulfill");
    const handOver = scans(story).find((scan) => scan.handedOverTo !== undefined);
    expect(scans(story).at(-1)?.number).toBe(handOver?.handedOverTo?.number);
    expect(handOver?.number).toBe(packed?.act === "fulfill" ? packed.tracking.number : "");
    expect(story.steps.some((step) => step.act === "retrack")).toBe(false);
  });

  it("number-reused begins with another parcel's road, seven months before the order", () => {
    const story = write(scenarioNamed("number-reused"), 3);
    const old = scans(story).filter((scan) => scan.happened !== undefined);
    expect(old.at(-1)?.text.status).toBe("delivered");
    expect(old.every((scan) => (scan.happened?.getTime() ?? 0) < PLACED.getTime() - 200 * 86_400_000)).toBe(true);
  });

  it("out-of-order tells scans of the road after the van has left, in the wrong order, and everything again", () => {
    const story = write(scenarioNamed("out-of-order"), 3);
    const late = scans(story).filter((scan) => scan.happened !== undefined).map((scan) => scan.happened?.getTime() ?? 0);
    expect(late.length).toBeGreaterThanOrEqual(2);
    expect(late).toEqual(late.toSorted((a, b) => b - a));
    expect(story.steps.filter((step) => step.act === "repeat").length).toBeGreaterThan(3);
  });

  it("detour goes through Tennessee or Kentucky to a buyer in the north-east", () => {
    const story = write(scenarioNamed("detour"), 3);
    expect(["TN", "KY"]).toContain(scans(story).find((scan) => scan.turning)?.place?.state);
    expect(["MA", "NY", "PA"]).toContain(story.destination.local.state);
  });

  it("mistyped-number is packed under a number that the carrier never scans", () => {
    const story = write(scenarioNamed("mistyped-number"), 3);
    const packed = story.steps.find((step) => step.act === "fulfill");
    expect(scans(story).some((scan) => packed?.act === "fulfill" && scan.number === packed.tracking.number)).toBe(false);
  });

  it("keeps every distance when a story is moved", () => {
    const story = write(scenarioNamed("storm-delay"), 3);
    const moved = shiftStory(story, 5_000);
    expect(moved.steps.map((step, index) => step.at.getTime() - (story.steps[index]?.at.getTime() ?? 0))).toEqual(story.steps.map(() => 5_000));
  });
});

describe("the demo's past month", () => {
  const NOW = new Date("2026-11-20T15:00:00Z");
  const month = pastMonth(NOW, seededRandom(11), 8);

  it("is about seventy orders of the last five weeks, the same for the same seed", () => {
    expect(month.length).toBeGreaterThanOrEqual(60);
    expect(month).toEqual(pastMonth(NOW, seededRandom(11), 8));
    for (const story of month) expect(NOW.getTime() - (story.steps[0]?.at.getTime() ?? 0)).toBeLessThan(36 * 86_400_000);
  });

  it("has every kind of story, each trouble once behind and once just ahead", () => {
    expect(new Set(month.map((story) => story.scenario))).toEqual(new Set(SCENARIOS.map((scenario) => scenario.name)));
    const turning = month.flatMap((story) => story.steps.filter((step) => step.turning).map((step) => ({ scenario: story.scenario, inMinutes: (step.at.getTime() - NOW.getTime()) / 60_000 })));
    expect(turning.filter(({ inMinutes }) => inMinutes > 0 && inMinutes < 180).length).toBeGreaterThanOrEqual(8);
    expect(turning.filter(({ inMinutes }) => inMinutes <= 0 && inMinutes > -72 * 60).length).toBeGreaterThanOrEqual(8);
  });
});
