/** An import somebody might write, and the rule that must refuse it. `null`: it is allowed and must stay silent. */
export type PlantedImport = { readonly file: string; readonly statement: string; readonly rule: string | null };

const planted = (file: string, statement: string, rule: string | null): PlantedImport => ({ file, statement, rule });

/** Files the planted imports reach for. Each exports `it`. */
export const TARGETS = [
  "app/domain/shared/time.ts", "app/domain/orders/order.ts", "app/domain/shipments/scan.ts", "app/domain/estimates/estimate.ts", "app/domain/decisions/decide.ts",
  "app/domain/workflows/plan.ts", "app/domain/notifications/message.ts", "app/domain/journeys/advance.ts", "app/domain/insights/rate.ts", "app/domain/unlisted/thing.ts",
  "app/contracts/view.ts", "app/application/ports.ts", "app/application/ports/store.ts", "app/application/commands/receive.ts",
  "app/adapters/prisma/inbox.ts", "app/adapters/shopify/client.ts", "app/adapters/carriers/registry.ts", "app/adapters/system/clock.ts", "app/generated/prisma/client.ts",
  "app/jobs/catalog.ts", "app/ingress/ingress.ts", "app/config/env.server.ts", "app/container.server.ts", "app/start.server.ts", "app/shopify.server.ts",
  "app/routes/app.settings.tsx", "app/ui/badge.tsx", "simulator/world/world.ts", "tests/fakes/store.ts", "bench/run.ts", "extensions/checkout/src/window.ts",
] as const;

/** The other halves of planted cycles; a cycle is reported once, at the first of its files. */
export const PARTNERS: readonly (readonly [string, string])[] = [
  ["app/domain/orders/ring-b.ts", 'import "./ring-a.ts";'],
  ["app/domain/orders/type-ring-b.ts", 'import type { A } from "./type-ring-a.ts"; export type B = A | 1;'],
];

/** Packages the planted imports reach for, as production or as development dependencies. */
export const PACKAGES = {
  dependencies: ["zod", "react", "pg", "pg-boss", "@prisma/client", "@electric-sql/pglite", "@shopify/polaris", "@shopify/shopify-app-remix", "@remix-run/react", "graphql-request", "lossless-json", "express"],
  devDependencies: ["fast-check", "preact", "liquidjs", "@shopify/ui-extensions"],
} as const;

export const PLANTED: readonly PlantedImport[] = [
  // domain
  planted("app/domain/orders/a.ts", 'import "zod";', "packages: app/domain"),
  planted("app/domain/orders/b.ts", 'import "node:crypto";', "node: app/domain"),
  planted("app/domain/orders/c.ts", 'import "#app/contracts/view.ts";', "room: app/domain"),
  planted("app/domain/orders/d.ts", 'import type { it } from "#app/application/ports.ts"; export type T = typeof it;', "room: app/domain"),
  planted("app/domain/shared/e.ts", 'import "../orders/order.ts";', "stage: shared"),
  planted("app/domain/orders/f.ts", 'import type { it } from "../shipments/scan.ts"; export type T = typeof it;', "stage: orders"),
  planted("app/domain/shipments/g.ts", 'import "../estimates/estimate.ts";', "stage: shipments"),
  planted("app/domain/estimates/h.ts", 'import "../decisions/decide.ts";', "stage: estimates"),
  planted("app/domain/decisions/i.ts", 'import "../workflows/plan.ts";', "stage: decisions"),
  planted("app/domain/workflows/j.ts", 'import "../notifications/message.ts";', "stage: workflows"),
  planted("app/domain/notifications/k.ts", 'import "../journeys/advance.ts";', "stage: notifications"),
  planted("app/domain/journeys/l.ts", 'import "../insights/rate.ts";', "stage: journeys"),
  planted("app/domain/orders/m.ts", 'import "../unlisted/thing.ts";', "stage: unlisted"),
  planted("app/domain/insights/ok.ts", 'import "../journeys/advance.ts"; import "../shared/time.ts";', null),
  planted("app/domain/orders/ok.test.ts", 'import "fast-check"; import "../insights/rate.ts"; import "#app/application/ports.ts";', null),
  // contracts, application
  planted("app/contracts/a.ts", 'import "#app/application/ports.ts";', "room: app/contracts"),
  planted("app/contracts/b.ts", 'import "lossless-json";', "packages: app/contracts"),
  planted("app/contracts/ok.ts", 'import "zod"; import "#app/domain/orders/order.ts";', null),
  planted("app/application/commands/a.ts", 'import "#app/adapters/prisma/inbox.ts";', "room: app/application"),
  planted("app/application/commands/b.ts", 'import "zod";', "packages: app/application"),
  planted("app/application/commands/c.ts", 'import "node:fs";', "node: app/application"),
  planted("app/application/commands/d.ts", 'import type { it } from "#app/jobs/catalog.ts"; export type T = typeof it;', "room: app/application"),
  planted("app/application/commands/ok.ts", 'import "../ports.ts"; import "#app/contracts/view.ts"; import "#app/domain/decisions/decide.ts";', null),
  // adapters
  planted("app/adapters/shopify/a.ts", 'import "../prisma/inbox.ts";', "adapters: siblings"),
  planted("app/adapters/shopify/b.ts", 'import type { it } from "#app/adapters/carriers/registry.ts"; export type T = typeof it;', "adapters: siblings"),
  planted("app/adapters/shopify/c.ts", 'import "#app/application/commands/receive.ts";', "adapters: ports"),
  planted("app/adapters/shopify/d.ts", 'import "pg";', "adapters: database"),
  planted("app/adapters/carriers/e.ts", 'import "@electric-sql/pglite";', "adapters: database"),
  planted("app/adapters/system/f.ts", 'import type { it } from "#app/generated/prisma/client.ts"; export type T = typeof it;', "adapters: database"),
  planted("app/adapters/email/g.ts", 'import "@shopify/polaris";', "packages: app/adapters"),
  planted("app/adapters/email/h.ts", 'import "#app/config/env.server.ts";', "room: app/adapters"),
  planted("app/adapters/prisma/ok.ts", 'import "pg"; import "@electric-sql/pglite"; import "#app/generated/prisma/client.ts"; import "#app/application/ports/store.ts"; import "./inbox.ts";', null),
  planted("app/adapters/shopify/ok.ts", 'import "graphql-request"; import "#app/application/ports.ts"; import "node:crypto"; import "./client.ts";', null),
  // jobs, ingress, config
  planted("app/jobs/a.ts", 'import "#app/adapters/system/clock.ts";', "room: app/jobs"),
  planted("app/jobs/b.ts", 'import "@prisma/client";', "packages: app/jobs"),
  planted("app/jobs/boss.server.ts", 'import "pg";', "jobs: pool"),
  planted("app/jobs/ok.ts", 'import "pg-boss"; import "zod"; import "#app/application/commands/receive.ts";', null),
  planted("app/ingress/a.ts", 'import "#app/adapters/prisma/inbox.ts";', "room: app/ingress"),
  planted("app/ingress/b.ts", 'import "express";', "packages: app/ingress"),
  planted("app/ingress/ok.ts", 'import "node:http"; import "#app/domain/shared/time.ts";', null),
  planted("app/config/a.ts", 'import "#app/domain/shared/time.ts";', "room: app/config"),
  planted("app/config/ok.ts", 'import "zod";', null),
  // the edge
  planted("app/routes/a.tsx", 'import "#app/adapters/prisma/inbox.ts";', "room: app/routes"),
  planted("app/routes/b.tsx", 'import "#app/application/commands/receive.ts";', "room: app/routes"),
  planted("app/routes/c.tsx", 'import "#app/config/env.server.ts";', "room: app/routes"),
  planted("app/routes/d.tsx", 'import "pg-boss";', "packages: app/routes"),
  planted("app/routes/ok.tsx", 'import "#app/container.server.ts"; import "#app/shopify.server.ts"; import "#app/ui/badge.tsx"; import "@remix-run/react";', null),
  planted("app/ui/a.tsx", 'import "#app/container.server.ts";', "room: app/ui"),
  planted("app/ui/b.tsx", 'import type { it } from "#app/application/ports.ts"; export type T = typeof it;', "room: app/ui"),
  planted("app/ui/c.tsx", 'import "lossless-json";', "packages: app/ui"),
  planted("app/ui/d.tsx", 'import "#app/routes/app.settings.tsx";', "room: app/ui"),
  planted("app/ui/ok.tsx", 'import "@shopify/polaris"; import "react"; import "#app/contracts/view.ts";', null),
  // apart from each other
  planted("app/adapters/shopify/p.ts", 'import "liquidjs";', "product: dev packages"),
  planted("app/adapters/shopify/q.ts", 'import "../../../simulator/world/world.ts";', "product: workshop"),
  planted("app/routes/r.tsx", 'import "../../tests/fakes/store.ts";', "product: workshop"),
  planted("app/domain/orders/s.test.ts", 'import "../../../simulator/world/world.ts";', "app tests: simulator"),
  planted("app/application/commands/t.ts", 'import "../../domain/orders/ok.test.ts";', "tests stay out"),
  planted("simulator/world/a.ts", 'import "../../app/domain/shared/time.ts";', "simulator: apart"),
  planted("simulator/world/b.ts", 'import type { it } from "../../app/contracts/view.ts"; export type T = typeof it;', "simulator: apart"),
  planted("simulator/world/c.test.ts", 'import "../../app/contracts/view.ts";', "simulator: apart"),
  planted("simulator/world/ok.ts", 'import "liquidjs"; import "./world.ts";', null),
  planted("extensions/checkout/src/a.ts", 'import "../../../app/contracts/view.ts";', "extensions: types"),
  planted("extensions/checkout/src/b.ts", 'import type { it } from "../../../app/domain/orders/order.ts"; export type T = typeof it;', "room: extensions/[^/]+/src"),
  planted("extensions/checkout/src/c.ts", 'import "react";', "packages: extensions/[^/]+/src"),
  planted("extensions/checkout/src/ok.ts", 'import type { it } from "../../../app/contracts/view.ts"; import "preact"; import "./window.ts"; export type T = typeof it;', null),
  planted("tests/pipeline/ok.ts", 'import "../../simulator/world/world.ts"; import "../../app/adapters/prisma/inbox.ts"; import "../fakes/store.ts";', null),
  // cycles and dead ends
  planted("app/domain/orders/ring-a.ts", 'import "./ring-b.ts";', "cycles"),
  planted("app/domain/orders/type-ring-a.ts", 'import type { B } from "./type-ring-b.ts"; export type A = B;', "cycles"),
  planted("app/domain/orders/lost.ts", 'import "./nowhere.ts";', "unresolved"),
];
