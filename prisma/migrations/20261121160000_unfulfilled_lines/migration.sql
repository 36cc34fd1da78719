-- What Shopify still counts as to be sent of a line. Null for lines told before this was read: the order's next change fills it.
ALTER TABLE "order_line" ADD COLUMN "unfulfilled" INTEGER;
