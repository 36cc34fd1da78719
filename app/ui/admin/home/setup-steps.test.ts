import { describe, expect, test } from "vitest";
import { setupSteps } from "./setup-steps.ts";

const nothing = { imported: false, rulesSaved: false, trackingPageSeen: false, carrierConnected: false, webhookConnected: false, dismissed: false };
const places = { shop: "hearth-and-wool.myshopify.com", apiKey: "our-key" };

describe("the setup guide", () => {
  test.each([["imported", "import"], ["rulesSaved", "rules"], ["trackingPageSeen", "tracking"], ["carrierConnected", "carrier"], ["webhookConnected", "webhook"]] as const)("%s ticks its own step and no other", (fact, step) => {
    expect(setupSteps({ ...nothing, [fact]: true }, places).filter((one) => one.done).map((one) => one.id)).toEqual([step]);
  });

  test("the theme editor opens with our block in hand", () => {
    const step = setupSteps(nothing, places).find((one) => one.id === "tracking");
    expect(new URL(step?.action?.url ?? "").searchParams.get("addAppBlockId")).toBe("our-key/order-tracking");
  });
});
