-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "is_online" BOOLEAN NOT NULL,
    "scope" TEXT,
    "expires" TIMESTAMPTZ(3),
    "access_token_sealed" TEXT NOT NULL,
    "refresh_token_sealed" TEXT,
    "refresh_token_expires" TIMESTAMPTZ(3),
    "user" JSONB,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop" (
    "shop" TEXT NOT NULL,
    "gid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "country" TEXT,
    "primary_url" TEXT NOT NULL,
    "scopes" TEXT[],
    "token" TEXT NOT NULL,
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),
    "synced_until" TIMESTAMPTZ(3),

    CONSTRAINT "shop_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "shop_settings" (
    "shop" TEXT NOT NULL,
    "policy" JSONB,
    "saved_at" TIMESTAMPTZ(3),
    "sender_name" TEXT,
    "reply_to" TEXT,
    "easypost_api_key_sealed" TEXT,
    "easypost_secret_sealed" TEXT,
    "webhook_url" TEXT,
    "webhook_secret_sealed" TEXT,
    "guide_dismissed" BOOLEAN NOT NULL DEFAULT false,
    "tracking_page_seen" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "shop_settings_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "api_budget" (
    "shop" TEXT NOT NULL,
    "available" DOUBLE PRECISION NOT NULL,
    "maximum" DOUBLE PRECISION NOT NULL,
    "restore_rate" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_budget_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "inbox" (
    "id" BIGSERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "event_id" TEXT,
    "triggered_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "because" TEXT,
    "subject" TEXT,
    "waits_for" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "repeats" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "currency" TEXT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "customer_id" TEXT,
    "checkout_token" TEXT,
    "shipping_method" TEXT,
    "country" TEXT,
    "region" TEXT,
    "city" TEXT,
    "zip" TEXT,
    "email_sealed" TEXT,
    "first_name_sealed" TEXT,
    "email_hash" TEXT,
    "locale" TEXT,

    CONSTRAINT "order_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sku" TEXT,
    "quantity" INTEGER NOT NULL,
    "requires_shipping" BOOLEAN NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("shop","order_id","id")
);

-- CreateTable
CREATE TABLE "shipment" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "fulfillment_id" TEXT NOT NULL,
    "carrier" TEXT,
    "tracking_number" TEXT,
    "tracking_key" TEXT,
    "tracking_url" TEXT,
    "items" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "milestone" TEXT NOT NULL DEFAULT 'unknown',
    "exception" TEXT,
    "exception_since" TIMESTAMPTZ(3),
    "last_scan_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "silent_since" TIMESTAMPTZ(3),
    "estimate" JSON,
    "open_cases" INTEGER NOT NULL DEFAULT 0,
    "settled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "shipment_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "scan" (
    "shop" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT,
    "milestone" TEXT NOT NULL,
    "exception" TEXT,
    "reason" TEXT,
    "city" TEXT,
    "region" TEXT,
    "country" TEXT,
    "zip" TEXT,
    "carrier_eta" TIMESTAMPTZ(3),

    CONSTRAINT "scan_pkey" PRIMARY KEY ("shop","shipment_id","key")
);

-- CreateTable
CREATE TABLE "estimate" (
    "id" BIGSERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "earliest" DATE,
    "latest" DATE,
    "answer" JSONB NOT NULL,
    "because" TEXT NOT NULL,
    "model" TEXT NOT NULL,

    CONSTRAINT "estimate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" BIGSERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "otherwise" TEXT NOT NULL,
    "evidence" TEXT[],
    "verdict" JSONB NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "severity" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" TEXT,
    "resolved_by" TEXT,

    CONSTRAINT "case_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "timer" (
    "shop" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "timer_pkey" PRIMARY KEY ("shop","shipment_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "intent" JSONB NOT NULL,
    "order_id" TEXT,
    "shipment_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "detail" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "early_scan" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "fulfillment_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "scan" JSONB NOT NULL,

    CONSTRAINT "early_scan_pkey" PRIMARY KEY ("shop","fulfillment_id","key")
);

-- CreateTable
CREATE TABLE "import_run" (
    "shop" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "orders_export" TEXT,
    "fulfillments_export" TEXT,
    "orders_url" TEXT,
    "fulfillments_url" TEXT,
    "byte_offset" BIGINT NOT NULL DEFAULT 0,
    "orders_total" INTEGER,
    "orders_done" INTEGER NOT NULL DEFAULT 0,
    "settled" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "privacy_request" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "customer_id" TEXT,
    "order_ids" TEXT[],
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "data_sealed" TEXT,

    CONSTRAINT "privacy_request_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "session_shop_idx" ON "session"("shop");

-- CreateIndex
CREATE UNIQUE INDEX "shop_token_key" ON "shop"("token");

-- CreateIndex
CREATE INDEX "shop_synced_until_idx" ON "shop"("synced_until");

-- CreateIndex
CREATE INDEX "inbox_shop_subject_idx" ON "inbox"("shop", "subject");

-- CreateIndex
CREATE INDEX "inbox_shop_waits_for_idx" ON "inbox"("shop", "waits_for");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_shop_source_delivery_id_key" ON "inbox"("shop", "source", "delivery_id");

-- CreateIndex
CREATE INDEX "order_shop_name_idx" ON "order"("shop", "name");

-- CreateIndex
CREATE INDEX "order_shop_customer_id_idx" ON "order"("shop", "customer_id");

-- CreateIndex
CREATE INDEX "shipment_shop_order_id_idx" ON "shipment"("shop", "order_id");

-- CreateIndex
CREATE INDEX "shipment_shop_tracking_key_idx" ON "shipment"("shop", "tracking_key");

-- CreateIndex
CREATE INDEX "shipment_shop_created_at_id_idx" ON "shipment"("shop", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "shipment_shop_fulfillment_id_idx" ON "shipment"("shop", "fulfillment_id");

-- CreateIndex
CREATE INDEX "estimate_shop_shipment_id_id_idx" ON "estimate"("shop", "shipment_id", "id");

-- CreateIndex
CREATE INDEX "decision_shop_shipment_id_id_idx" ON "decision"("shop", "shipment_id", "id");

-- CreateIndex
CREATE INDEX "case_shop_status_opened_at_id_idx" ON "case"("shop", "status", "opened_at" DESC, "id");

-- CreateIndex
CREATE INDEX "case_shop_order_id_idx" ON "case"("shop", "order_id");

-- CreateIndex
CREATE INDEX "case_shop_shipment_id_idx" ON "case"("shop", "shipment_id");

-- CreateIndex
CREATE INDEX "timer_due_at_idx" ON "timer"("due_at");

-- CreateIndex
CREATE INDEX "outbox_shop_order_id_idx" ON "outbox"("shop", "order_id");

-- CreateIndex
CREATE INDEX "outbox_shop_shipment_id_idx" ON "outbox"("shop", "shipment_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_shop_key_key" ON "outbox"("shop", "key");

-- CreateIndex
CREATE INDEX "early_scan_shop_order_id_idx" ON "early_scan"("shop", "order_id");

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand: what the schema language has no words for.
-- ---------------------------------------------------------------------------------------------------------------------

-- Bodies are the bulk of the inbox; lz4 takes several times as many rows a second as the default. Not every build has it.
DO $$
BEGIN
  ALTER TABLE "inbox" ALTER COLUMN "body" SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported OR invalid_parameter_value THEN
  NULL;
END
$$;

-- Queue tables: every row is written twice soon after each other, so leave room on the page and clean up early.
ALTER TABLE "inbox" SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "outbox" SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "timer" SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "api_budget" SET (fillfactor = 50, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0);

-- What is still to be done, by shop, oldest first; and what has been kept long enough.
CREATE INDEX "inbox_pending" ON "inbox" ("shop", "id") WHERE "state" = 'pending';
CREATE INDEX "inbox_closed" ON "inbox" ("closed_at") WHERE "state" IN ('done', 'ignored');
CREATE INDEX "outbox_pending" ON "outbox" ("due_at", "id") WHERE "state" = 'pending';
CREATE INDEX "outbox_settled" ON "outbox" ("settled_at") WHERE "settled_at" IS NOT NULL;

-- The tabs of the shipments page, each in the order it is shown; and what an import has not folded yet.
CREATE INDEX "shipment_trouble" ON "shipment" ("shop", "created_at" DESC, "id") WHERE "open_cases" > 0;
CREATE INDEX "shipment_on_the_way" ON "shipment" ("shop", "created_at" DESC, "id")
  WHERE NOT "cancelled" AND "milestone" IN ('accepted', 'in_transit', 'out_for_delivery', 'ready_for_pickup', 'returning');
CREATE INDEX "shipment_not_scanned" ON "shipment" ("shop", "created_at" DESC, "id") WHERE NOT "cancelled" AND "milestone" IN ('unknown', 'label_created');
CREATE INDEX "shipment_delivered" ON "shipment" ("shop", "created_at" DESC, "id") WHERE "milestone" = 'delivered';
CREATE INDEX "shipment_delivered_at" ON "shipment" ("shop", "delivered_at") WHERE "milestone" = 'delivered';
CREATE INDEX "shipment_unsettled" ON "shipment" ("shop", "order_id") WHERE NOT "settled";

-- Scans whose code we do not know, for the notice on the home page; and cases in the order they matter.
CREATE INDEX "scan_unknown" ON "scan" ("shop", "received_at") WHERE "milestone" = 'unknown' AND "exception" IS NULL;
CREATE INDEX "case_urgent" ON "case" ("shop", "severity" DESC, "due_at") WHERE "status" = 'open';
