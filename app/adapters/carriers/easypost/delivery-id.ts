/** The event's own id, read without parsing the body: a body that is no JSON has none, and its bytes identify it. */
export const easypostDeliveryId = (body: string): string | null => /"id"\s*:\s*"(evt_[\w-]{1,100})"/.exec(body)?.[1] ?? null;
