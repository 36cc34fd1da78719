-- AlterTable
ALTER TABLE "scan" ADD COLUMN     "backdated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "carrier" TEXT,
ADD COLUMN     "photo" BOOLEAN,
ADD COLUMN     "signature" BOOLEAN,
ADD COLUMN     "timing" TEXT NOT NULL DEFAULT 'exact',
ADD COLUMN     "tracking_number" TEXT,
ADD COLUMN     "withdrawn" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "shipment" ADD COLUMN     "delivered_with_photo" BOOLEAN;

-- AlterTable
-- EasyPost's secrets move to "feed_connection" like every other feed's. SQL cannot move them: what is sealed opens only in the
-- column it was sealed for. No release has stored any; a merchant who tried the app connects EasyPost again.
ALTER TABLE "shop_settings" DROP COLUMN "easypost_api_key_sealed",
DROP COLUMN "easypost_secret_sealed";

-- CreateTable
CREATE TABLE "shipment_leg" (
    "shop" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "tracking_key" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "carrier" TEXT,
    "told_by" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shipment_leg_pkey" PRIMARY KEY ("shop","shipment_id","tracking_key")
);

-- CreateTable
CREATE TABLE "feed_watch" (
    "shop" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "heard_at" TIMESTAMPTZ(3),
    "whole_at" TIMESTAMPTZ(3),
    "whole_from" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "carrier" TEXT,
    "pushes" BOOLEAN NOT NULL DEFAULT false,
    "registered_at" TIMESTAMPTZ(3),
    "next_poll_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "feed_watch_pkey" PRIMARY KEY ("shop","shipment_id","source","number")
);

-- CreateTable
CREATE TABLE "feed_connection" (
    "shop" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "credentials_sealed" TEXT NOT NULL,
    "connected_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_until" TIMESTAMPTZ(3),
    "trouble" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "calls_on" DATE,
    "calls" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "feed_connection_pkey" PRIMARY KEY ("shop","source")
);

-- CreateTable
CREATE TABLE "order_step" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "line_ids" TEXT[],
    "location" TEXT,
    "note" TEXT,
    "carrier" TEXT,
    "tracking_number" TEXT,

    CONSTRAINT "order_step_pkey" PRIMARY KEY ("shop","order_id","key")
);

-- CreateTable
CREATE TABLE "unknown_status" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "carrier" TEXT,
    "code" TEXT NOT NULL,
    "text" TEXT,
    "scans" INTEGER NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3),

    CONSTRAINT "unknown_status_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "events_key" (
    "shop" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "secret_sealed" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "events_key_pkey" PRIMARY KEY ("shop")
);

-- CreateIndex
CREATE INDEX "shipment_leg_shop_tracking_key_idx" ON "shipment_leg"("shop", "tracking_key");

-- CreateIndex
CREATE INDEX "feed_watch_shop_source_heard_at_idx" ON "feed_watch"("shop", "source", "heard_at");

-- CreateIndex
CREATE INDEX "unknown_status_shop_last_seen_at_id_idx" ON "unknown_status"("shop", "last_seen_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "events_key_key_id_key" ON "events_key"("key_id");

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand: what the schema language has no words for.
-- ---------------------------------------------------------------------------------------------------------------------

-- Written with every message and every answer: leave room on the page and clean up early.
ALTER TABLE "feed_watch" SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
ALTER TABLE "feed_connection" SET (fillfactor = 50, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0);
ALTER TABLE "unknown_status" SET (fillfactor = 80);

-- Whom to ask, the longest due first, one feed of one shop at a time; and when each source last answered.
CREATE INDEX "feed_watch_due" ON "feed_watch" ("shop", "source", "next_poll_at") WHERE "next_poll_at" IS NOT NULL;
CREATE INDEX "feed_watch_checked" ON "feed_watch" ("shop", "source", "checked_at") WHERE "checked_at" IS NOT NULL;

-- How long each source takes to tell, newest first.
CREATE INDEX "scan_lag" ON "scan" ("shop", "source", "received_at" DESC) INCLUDE ("occurred_at") WHERE "timing" = 'exact' AND NOT "backdated";

-- How often a carrier's deliveries come with a photo.
CREATE INDEX "shipment_photographed" ON "shipment" ("shop", lower("carrier"), "delivered_at") INCLUDE ("delivered_with_photo") WHERE "delivered_with_photo" IS NOT NULL;

-- Order names as warehouses write them: with or without the #, in any case.
CREATE INDEX "order_named" ON "order" ("shop", upper(ltrim("name", '#')));
