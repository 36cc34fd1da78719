import path from "node:path";
import { defineConfig } from "prisma/config";

// The CLI wants a native engine it would download; ours answers the same protocol from WebAssembly, offline.
// Set the variable to an empty value to use Prisma's own.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= path.resolve(import.meta.dirname, "prisma/schema-engine.mjs");

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["DATABASE_URL"] ?? "postgresql://pglite/.data/hither" },
});
