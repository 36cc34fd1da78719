-- What was decided about a parcel, or about what of an order has not left, and still holds.
ALTER TABLE "order" ADD COLUMN "concluded" JSON;
ALTER TABLE "shipment" ADD COLUMN "concluded" JSON;

-- Incidents count what was decided in the last days, of one shop, whatever the parcel.
CREATE INDEX "decision_shop_kind_at_idx" ON "decision"("shop", "kind", "at");
