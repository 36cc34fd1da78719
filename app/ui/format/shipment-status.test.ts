import { describe, expect, test } from "vitest";
import { EXCEPTIONS, type ExceptionCategory } from "#app/domain/shipments/exception.ts";
import { MILESTONES, type Milestone } from "#app/domain/shipments/milestone.ts";
import { wordEffect, wordVerdict } from "./decision-words.ts";
import { wordException, wordMilestone, wordShipment } from "./shipment-status.ts";

const parcel = (change: Partial<Parameters<typeof wordShipment>[0]> = {}) => ({ milestone: "in_transit" as Milestone, exception: null, silent: false, ...change });

describe("a parcel in one word", () => {
  test("every milestone and every exception has words of its own", () => {
    const words = [...MILESTONES.map((one) => wordMilestone(one).label), ...Object.keys(EXCEPTIONS).map((one) => wordException(one as ExceptionCategory).label)];
    expect(words.filter((word) => word.trim() === "" || word.includes("_"))).toEqual([]);
    expect(new Set(MILESTONES.map((one) => wordMilestone(one).label)).size).toBe(MILESTONES.length);
  });

  test("trouble is told before silence, and silence before how far it is", () => {
    expect(wordShipment(parcel({ exception: "damaged", silent: true })).label).toBe("Damaged");
    expect(wordShipment(parcel({ silent: true })).label).toBe("No movement");
    expect(wordShipment(parcel()).label).toBe("In transit");
  });

  test("a value from a newer version is shown under its own name", () => {
    expect(wordMilestone("with_neighbour" as Milestone).label).toBe("with neighbour");
    expect(wordException("held_by_aliens" as ExceptionCategory).label).toBe("held by aliens");
    expect(wordVerdict("second_thoughts").label).toBe("second thoughts");
    expect(wordEffect("send_pigeon")).toBe("send pigeon");
  });
});
