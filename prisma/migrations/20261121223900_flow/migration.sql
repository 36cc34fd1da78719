-- AlterTable
ALTER TABLE "flow_run" ADD COLUMN     "order_id" TEXT,
ADD COLUMN     "words_sealed" TEXT;

-- CreateIndex
CREATE INDEX "flow_run_shop_order_id_idx" ON "flow_run"("shop", "order_id");
