-- AlterTable
ALTER TABLE "shadow_run" ADD COLUMN     "live" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "shadow_run_shop_order_id_idx" ON "shadow_run"("shop", "order_id");

-- CreateTable
CREATE TABLE "replay_run" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposed" JSONB NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "because" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "replay_run_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "replay_run_shop_asked_at_idx" ON "replay_run"("shop", "asked_at" DESC);
