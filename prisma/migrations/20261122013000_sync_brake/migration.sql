-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "sync_not_before" TIMESTAMPTZ(3);
