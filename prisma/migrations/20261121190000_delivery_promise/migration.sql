-- AlterTable
ALTER TABLE "order" ADD COLUMN     "checkout_date" TEXT,
ADD COLUMN     "estimate" JSON,
ADD COLUMN     "location_id" TEXT;

-- AlterTable
ALTER TABLE "shipment" ADD COLUMN     "location_id" TEXT;

-- CreateTable
CREATE TABLE "date_model" (
    "shop" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "fitted_on" DATE NOT NULL,
    "fitted_at" TIMESTAMPTZ(3) NOT NULL,
    "hand_offs" INTEGER NOT NULL,
    "arrivals" INTEGER NOT NULL,
    "lanes" INTEGER NOT NULL,
    "learned" BYTEA NOT NULL,
    "rehearsal" BYTEA NOT NULL,

    CONSTRAINT "date_model_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "date_conditions" (
    "shop" TEXT NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL,
    "body" JSON NOT NULL,

    CONSTRAINT "date_conditions_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "date_table" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "body" JSON NOT NULL,

    CONSTRAINT "date_table_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "past_import" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "repeated" INTEGER NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "past_import_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "past_parcel" (
    "shop" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "ordered_at" TIMESTAMPTZ(3),
    "handed_over_at" TIMESTAMPTZ(3),
    "near_at" TIMESTAMPTZ(3),
    "arrived_at" TIMESTAMPTZ(3),
    "location" TEXT,
    "carrier" TEXT,
    "service" TEXT,
    "country" TEXT,
    "region" TEXT,
    "zip" TEXT,
    "items" INTEGER NOT NULL,

    CONSTRAINT "past_parcel_pkey" PRIMARY KEY ("shop","key")
);

-- CreateTable
CREATE TABLE "promise" (
    "id" BIGSERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,
    "order_id" TEXT,
    "shipment_id" TEXT,
    "earliest" DATE,
    "latest" DATE,
    "style" TEXT NOT NULL,
    "rate" DOUBLE PRECISION,
    "ships_by" DATE,
    "lane" TEXT NOT NULL,
    "service" TEXT,
    "carrier" TEXT,
    "location" TEXT,
    "model" TEXT NOT NULL,
    "evidence" TEXT[],
    "because" TEXT NOT NULL,

    CONSTRAINT "promise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "location" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT,
    "region" TEXT,
    "zip" TEXT,
    "active" BOOLEAN NOT NULL,

    CONSTRAINT "location_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "date_model_fitted_at_idx" ON "date_model"("fitted_at");

-- CreateIndex
CREATE INDEX "date_table_shop_published_at_idx" ON "date_table"("shop", "published_at" DESC);

-- CreateIndex
CREATE INDEX "past_parcel_shop_import_id_idx" ON "past_parcel"("shop", "import_id");

-- CreateIndex
CREATE INDEX "promise_shop_subject_surface_shown_at_id_idx" ON "promise"("shop", "subject", "surface", "shown_at", "id");

-- CreateIndex
CREATE INDEX "promise_shop_shown_at_id_idx" ON "promise"("shop", "shown_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "promise_shop_order_id_idx" ON "promise"("shop", "order_id");


-- ---------------------------------------------------------------------------------------------------------------------
-- By hand: what the schema language has no words for.
-- ---------------------------------------------------------------------------------------------------------------------

-- Figures do not compress: keep them as they are, out of line, so that the first byte can be read alone.
ALTER TABLE "date_model" ALTER COLUMN "learned" SET STORAGE EXTERNAL, ALTER COLUMN "rehearsal" SET STORAGE EXTERNAL;

-- What waits to be sent, without reading every line ever sold.
CREATE INDEX "order_line_waiting" ON "order_line" ("shop", "order_id") INCLUDE ("id", "quantity", "unfulfilled") WHERE "requires_shipping" AND ("unfulfilled" IS NULL OR "unfulfilled" > 0);

-- The first date of every order and parcel that was shown outside the house.
CREATE INDEX "promise_outside" ON "promise" ("shop", "shown_at") WHERE "surface" <> 'admin' AND "latest" IS NOT NULL AND "subject" NOT LIKE 'offer:%';

-- What went wrong on the way, among all that was decided.
CREATE INDEX "decision_exception" ON "decision" ("shop", "shipment_id") WHERE "rule" LIKE 'exception.%';

-- The ledger only grows. A redaction says so first, in its own transaction: set_config('hither.redacting', 'on', true).
CREATE FUNCTION "promise_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('hither.redacting', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The promise ledger only grows: % of a row refused.', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "promise_row_stands" BEFORE UPDATE OR DELETE ON "promise" FOR EACH ROW EXECUTE FUNCTION "promise_stands"();
CREATE TRIGGER "promise_table_stands" BEFORE TRUNCATE ON "promise" FOR EACH STATEMENT EXECUTE FUNCTION "promise_stands"();
