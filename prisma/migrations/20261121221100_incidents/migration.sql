-- When somebody last looked whether parcels of a shop are in trouble together.
ALTER TABLE "shop" ADD COLUMN "incidents_looked_at" TIMESTAMPTZ(3);
