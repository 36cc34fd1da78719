-- The queue of cases: due first; and what was resolved lately.
CREATE INDEX "case_due" ON "case" ("shop", "due_at", "id") WHERE "status" <> 'resolved';
CREATE INDEX "case_resolved" ON "case" ("shop", "resolved_at" DESC, "id") WHERE "status" = 'resolved';
