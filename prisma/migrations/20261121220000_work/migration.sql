-- AlterTable
ALTER TABLE "shop_settings" ADD COLUMN     "work" JSONB;

-- AlterTable
ALTER TABLE "case" ADD COLUMN     "escalations" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "incident_id" TEXT,
ADD COLUMN     "merged_into" TEXT,
ADD COLUMN     "moved_at" TIMESTAMPTZ(3),
ADD COLUMN     "owner_id" TEXT,
ADD COLUMN     "reopened" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "team" TEXT,
ADD COLUMN     "watched_at" TIMESTAMPTZ(3),
ALTER COLUMN "shipment_id" DROP NOT NULL,
ALTER COLUMN "order_id" DROP NOT NULL;

-- Cases of before were moved when they were opened or closed; what is open is looked at when it is due.
UPDATE "case" SET "moved_at" = coalesce("resolved_at", "opened_at"), "watched_at" = CASE WHEN "status" = 'open' THEN "due_at" END;
ALTER TABLE "case" ALTER COLUMN "moved_at" SET NOT NULL;

-- CreateTable
CREATE TABLE "case_event" (
    "id" BIGSERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "body" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sharing" JSONB NOT NULL,
    "label" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "parcels" INTEGER NOT NULL,
    "expected" DOUBLE PRECISION NOT NULL,
    "because" TEXT NOT NULL,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "incident_parcel" (
    "shop" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incident_parcel_pkey" PRIMARY KEY ("shop","incident_id","shipment_id")
);

-- CreateTable
CREATE TABLE "act" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "shipment_id" TEXT,
    "case_id" TEXT,
    "customer_id" TEXT,
    "kind" TEXT NOT NULL,
    "request_sealed" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "cost_minor" BIGINT,
    "currency" TEXT,
    "result" TEXT,
    "made_label" TEXT,
    "made_gid" TEXT,

    CONSTRAINT "act_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "settings_version" (
    "shop" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "settings_version_pkey" PRIMARY KEY ("shop","part","version")
);

-- CreateTable
CREATE TABLE "shadow_run" (
    "id" BIGSERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "order_id" TEXT,
    "shipment_id" TEXT,
    "what" TEXT NOT NULL,

    CONSTRAINT "shadow_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_endpoint" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secret_sealed" TEXT NOT NULL,
    "former_sealed" TEXT,
    "former_until" TIMESTAMPTZ(3),
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "disabled_because" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_words" TEXT,
    "took_ms" INTEGER,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "slack_connection" (
    "shop" TEXT NOT NULL,
    "url_sealed" TEXT NOT NULL,
    "signing_secret_sealed" TEXT NOT NULL,
    "events" TEXT[],
    "connected_at" TIMESTAMPTZ(3) NOT NULL,
    "trouble" TEXT,

    CONSTRAINT "slack_connection_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "flow_trigger_use" (
    "shop" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "used" BOOLEAN NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flow_trigger_use_pkey" PRIMARY KEY ("shop","trigger")
);

-- CreateTable
CREATE TABLE "flow_run" (
    "shop" TEXT NOT NULL,
    "run" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answer" JSONB NOT NULL,

    CONSTRAINT "flow_run_pkey" PRIMARY KEY ("shop","run")
);

-- CreateTable
CREATE TABLE "silence_model" (
    "shop" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "fitted_at" TIMESTAMPTZ(3) NOT NULL,
    "gaps" INTEGER NOT NULL,
    "body" JSON NOT NULL,

    CONSTRAINT "silence_model_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "claim" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "earliest_on" DATE,
    "latest_on" DATE,
    "state" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3),
    "reference" TEXT,
    "amount_minor" BIGINT,
    "currency" TEXT,
    "note" TEXT,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "shop" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "score" INTEGER NOT NULL,
    "words" TEXT,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("shop","case_id")
);

-- CreateIndex
CREATE INDEX "case_event_shop_case_id_id_idx" ON "case_event"("shop", "case_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "case_event_shop_case_id_key_key" ON "case_event"("shop", "case_id", "key");

-- CreateIndex
CREATE INDEX "incident_shop_ended_at_idx" ON "incident"("shop", "ended_at");

-- CreateIndex
CREATE INDEX "incident_parcel_shop_shipment_id_idx" ON "incident_parcel"("shop", "shipment_id");

-- CreateIndex
CREATE INDEX "act_shop_order_id_idx" ON "act"("shop", "order_id");

-- CreateIndex
CREATE INDEX "act_shop_case_id_idx" ON "act"("shop", "case_id");

-- CreateIndex
CREATE INDEX "act_shop_asked_at_id_idx" ON "act"("shop", "asked_at" DESC, "id");

-- CreateIndex
CREATE INDEX "shadow_run_shop_rule_id_id_idx" ON "shadow_run"("shop", "rule_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "shadow_run_shop_rule_id_key_key" ON "shadow_run"("shop", "rule_id", "key");

-- CreateIndex
CREATE INDEX "webhook_delivery_shop_endpoint_id_created_at_id_idx" ON "webhook_delivery"("shop", "endpoint_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "claim_shop_case_id_idx" ON "claim"("shop", "case_id");

-- CreateIndex
CREATE INDEX "claim_shop_state_latest_on_idx" ON "claim"("shop", "state", "latest_on");

-- CreateIndex
CREATE INDEX "case_shop_incident_id_idx" ON "case"("shop", "incident_id");

-- CreateIndex
CREATE INDEX "case_watched_at_idx" ON "case"("watched_at");


