import { describe, expect, test } from "vitest";
import { changesNothing, previewLines, wordPreview, type Previewed } from "./preview-words.ts";

const preview: Previewed = {
  outcome: "previewed", sample: 1_240, from: "2026-06-01", to: "2026-11-01", says: "",
  present: { kept: 0.904, promisedDays: 5.5, widthDays: 3, none: 0 }, proposed: { kept: 0.931, promisedDays: 6.3, widthDays: 3.6, none: 0.01 },
};

describe("the preview of settings", () => {
  test("tells what changes, and by how much", () => {
    expect(previewLines(preview).map(({ present, proposed, change }) => [present, proposed, change])).toEqual([
      ["90.4 %", "93.1 %", "+2.7 points"], ["day 5.5", "day 6.3", "0.8 days later"], ["3 days", "3.6 days", "0.6 days wider"], ["0 %", "1 %", "+1 point"],
    ]);
  });

  test("tells the way back in the other words", () => {
    expect(previewLines({ present: preview.proposed, proposed: preview.present }).map((line) => line.change)).toEqual(["−2.7 points", "0.8 days earlier", "0.6 days narrower", "−1 point"]);
  });

  test("claims no change where there is none to be seen", () => {
    expect(changesNothing({ ...preview, proposed: { ...preview.present, kept: 0.90401 } })).toBe(true);
    expect(changesNothing(preview)).toBe(false);
  });

  test("is one sentence that names how many orders it rests on", () => {
    const told = { ...preview, says: "Would have kept 93.1 % (now 90.4 %) and promised 0.8 days later." };
    expect(wordPreview(told, true)).toBe("On 1,240 past orders this would have kept 93.1 % (now 90.4 %) and promised 0.8 days later.");
    expect(wordPreview(told, false)).toBe("On 1,240 past orders your settings would have kept 90.4 %, with dates that end 5.5 days after the order.");
    expect(wordPreview({ ...told, proposed: told.present }, true)).toBe("On 1,240 past orders this would have changed nothing that can be seen.");
    expect(wordPreview({ ...told, sample: 0, says: "Would have shown no date on any past order." }, true)).toBe("Would have shown no date on any past order.");
  });
});
