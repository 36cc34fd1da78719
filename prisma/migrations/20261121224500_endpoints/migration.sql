-- What a delivery is about: gone with its order, and told in the case's story.
ALTER TABLE "webhook_delivery" ADD COLUMN "order_id" TEXT, ADD COLUMN "case_id" TEXT;
CREATE INDEX "webhook_delivery_shop_order_id_idx" ON "webhook_delivery"("shop", "order_id");
CREATE INDEX "webhook_delivery_shop_created_at_id_idx" ON "webhook_delivery"("shop", "created_at" DESC, "id");

-- The one endpoint of the settings becomes the first of several, with what it was told until now. Its secret stays sealed as it is.
INSERT INTO "webhook_endpoint" ("shop", "id", "url", "events", "secret_sealed", "enabled", "created_at")
SELECT "shop", 'we_first', "webhook_url", ARRAY['case.opened', 'case.resolved'], "webhook_secret_sealed", true, now()
FROM "shop_settings" WHERE "webhook_url" IS NOT NULL AND "webhook_secret_sealed" IS NOT NULL
ON CONFLICT DO NOTHING;

ALTER TABLE "shop_settings" DROP COLUMN "webhook_url", DROP COLUMN "webhook_secret_sealed";
