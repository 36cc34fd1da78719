-- When a warehouse was last heard, and how late its word comes, without reading all it ever told.
CREATE INDEX "order_step_shop_received_at_idx" ON "order_step"("shop", "received_at" DESC);
