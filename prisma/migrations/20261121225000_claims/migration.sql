-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'lost',
ADD COLUMN     "look_at" TIMESTAMPTZ(3),
ALTER COLUMN "rule" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "claim_shop_order_id_idx" ON "claim"("shop", "order_id");

-- CreateIndex
CREATE INDEX "claim_look_at_idx" ON "claim"("look_at");
