import type { WarehouseReceipt } from "#app/contracts/warehouse-events.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { Clock, NewMessage } from "#app/application/ports.ts";
import type { Answer } from "./answer.ts";
import type { Knock } from "./feed-push.ts";
import { NOT_TEXT, textOf } from "./read-body.ts";

/** What the events API needs of the outside. */
export type WarehousePorts = {
  readonly ownerOf: (keyId: string) => Promise<{ readonly shop: ShopId; readonly secret: string } | null>;
  readonly isSigned: (headers: Knock["headers"], bytes: Uint8Array, secret: string, now: Instant) => boolean;
  readonly read: (shop: ShopId, body: string, now: Instant) => { readonly outcome: "read"; readonly messages: readonly NewMessage[]; readonly rejected: WarehouseReceipt["rejected"] } | { readonly outcome: "malformed"; readonly because: string };
  readonly clock: Clock;
};

const refused = (status: 400 | 401, error: string): Answer => ({ status, json: { error } });

/** A signed request of a warehouse. Kept events are acknowledged together; those that cannot be read are named, and do not hold up the others. */
export const fromWarehouse = async (ports: WarehousePorts, { headers, bytes }: Knock, keep: (messages: readonly NewMessage[]) => Promise<unknown>): Promise<Answer> => {
  const keyId = headers["hither-key"];
  const owner = typeof keyId === "string" ? await ports.ownerOf(keyId) : null;
  const now = ports.clock();
  if (!owner || !ports.isSigned(headers, bytes, owner.secret, now)) return refused(401, "The key is unknown, or the signature does not match the body, or its time is more than five minutes off.");
  const body = textOf(bytes);
  if (body === null) return refused(400, NOT_TEXT);
  const read = ports.read(owner.shop, body, now);
  switch (read.outcome) {
    case "malformed": return refused(400, read.because);
    case "read": {
      if (read.messages.length === 0) return { status: 400, json: { error: "No event of the request can be read.", accepted: 0, rejected: read.rejected } };
      await keep(read.messages);
      return { status: 202, json: { accepted: read.messages.length, rejected: read.rejected } satisfies WarehouseReceipt };
    }
    default: return assertNever(read);
  }
};
