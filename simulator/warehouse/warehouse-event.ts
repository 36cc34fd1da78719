/** What the pretend warehouse does with an order, in the words of the app's events API. */
export type WarehouseStep = "received" | "picking" | "picked" | "packed" | "labelled" | "handed_over";

/** One event of the app's events API (`POST /api/v1/events`), as its OpenAPI description has it. */
export type WarehouseEvent = {
  id: string; type: WarehouseStep; occurred_at: string; order: { name: string };
  line_items?: string[]; tracking?: { carrier?: string; number: string }; location?: string; note?: string;
};
