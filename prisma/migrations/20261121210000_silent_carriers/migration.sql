-- By hand: what went wrong on the way, a carrier's silence among it. The report on promises asks for just these.
DROP INDEX "decision_exception";
CREATE INDEX "decision_trouble" ON "decision" ("shop", "shipment_id") WHERE "rule" LIKE 'exception.%' OR "rule" = 'silence.no_scan';
