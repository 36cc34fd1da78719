-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "returned_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "feed_watch" ADD COLUMN     "hurried_at" TIMESTAMPTZ(3),
DROP COLUMN "failures";
