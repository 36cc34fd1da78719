-- AlterTable
ALTER TABLE "order" ADD COLUMN     "paid" BOOLEAN;

-- CreateTable
CREATE TABLE "ship_clock" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3),
    "ship_by" DATE,
    "notices" JSONB NOT NULL,
    "owed_since" TIMESTAMPTZ(3),
    "look_at" TIMESTAMPTZ(3),

    CONSTRAINT "ship_clock_pkey" PRIMARY KEY ("shop","order_id")
);

-- CreateIndex
CREATE INDEX "ship_clock_look_at_idx" ON "ship_clock"("look_at");
