/**
 * The rooms of the house and who may read whom. Used by `npm run architecture` and by `npx depcruise app`.
 * A room always reads itself. `packages` are npm packages (a trailing slash means the whole scope), `node` Node's own modules.
 */
const rooms = [
  { room: "app/domain", reads: [], packages: [], node: false },
  { room: "app/contracts", reads: ["app/domain"], packages: ["zod"], node: false },
  { room: "app/application", reads: ["app/domain", "app/contracts"], packages: [], node: false },
  // Adapters are narrowed further below: ports only, no siblings, the database only in adapters/prisma.
  {
    room: "app/adapters", reads: ["app/domain", "app/contracts", "app/application", "app/generated"], node: true,
    packages: ["@prisma/", "pg", "@electric-sql/pglite", "@shopify/shopify-api", "csv-parse", "date-holidays", "fflate", "pdfkit", "@graphql-typed-document-node/core", "graphql", "graphql-request", "lossless-json", "nodemailer", "zod"],
  },
  { room: "app/jobs", reads: ["app/domain", "app/application"], packages: ["pg-boss", "pg", "zod"], node: true },
  { room: "app/ingress", reads: ["app/domain", "app/contracts", "app/application"], packages: [], node: true },
  { room: "app/config", reads: [], packages: ["zod"], node: true },
  {
    room: "app/container.server.ts", packages: [], node: true,
    reads: ["app/domain", "app/contracts", "app/application", "app/adapters", "app/jobs", "app/ingress", "app/config", "app/shopify.server.ts"],
  },
  { room: "app/start.server.ts", reads: ["app/domain", "app/application", "app/jobs", "app/ingress", "app/container.server.ts"], packages: ["express"], node: true },
  { room: "app/shopify.server.ts", reads: ["app/domain", "app/adapters", "app/config"], packages: ["@shopify/shopify-app-remix", "@shopify/shopify-api"], node: false },
  { room: "app/ui", reads: ["app/domain", "app/contracts"], packages: ["react", "react-dom", "@shopify/polaris", "@shopify/polaris-icons", "@shopify/app-bridge-react", "@remix-run/react"], node: false },
  {
    room: "app/routes", reads: ["app/domain", "app/contracts", "app/ui", "app/container.server.ts", "app/shopify.server.ts"], node: true,
    packages: ["react", "react-dom", "@shopify/", "@remix-run/", "lossless-json", "zod"],
  },
  { room: "app/(root|entry\\.(server|client))\\.tsx", reads: ["app/ui", "app/container.server.ts", "app/start.server.ts", "app/shopify.server.ts"], packages: ["react", "react-dom", "@shopify/", "@remix-run/", "isbot"], node: true },
  { room: "extensions/[^/]+/src", reads: ["app/contracts"], packages: ["@shopify/ui-extensions", "preact", "@preact/signals"], node: false },
];

/** A stage of the domain reads only the stages before it. */
const stages = ["shared", "carriers", "orders", "shipments", "estimates", "decisions", "workflows", "notifications", "journeys", "insights"];

const TESTS = "\\.test\\.tsx?$";
const anyOf = (paths) => `^(?:${paths.join("|")})(?:/|$)`;
const packagePath = (name) => `(?:^|/)node_modules/(?:@types/)?${name.endsWith("/") ? name : `${name}/`}`;
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const roomRules = rooms.flatMap(({ room, reads, packages, node }) => [
  rule(`room: ${room}`, `${room} may read only itself${reads.length > 0 ? `, ${reads.join(", ")}` : ""}.`,
    { path: anyOf([room]), pathNot: TESTS },
    { pathNot: anyOf([room, ...reads]), dependencyTypesNot: ["core"], couldNotResolve: false, path: "^(?!.*node_modules/)" }),
  rule(`packages: ${room}`, `${room} may use only these packages: ${packages.join(", ") || "none"}.`,
    { path: anyOf([room]), pathNot: [TESTS, "/codegen\\.ts$"] },
    { path: "node_modules/", pathNot: packages.map(packagePath) }),
  ...(node ? [] : [rule(`node: ${room}`, `${room} may not use Node's own modules.`, { path: anyOf([room]), pathNot: TESTS }, { dependencyTypes: ["core"] })]),
]);

const stageRules = stages.slice(0, -1).map((stage, at) =>
  rule(`stage: ${stage}`, `domain/${stage} may not read a later stage.`, { path: `^app/domain/${stage}/`, pathNot: TESTS }, { path: anyOf(stages.slice(at + 1).map((later) => `app/domain/${later}`)) }));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    ...stageRules,
    rule("stage: unlisted", "Every folder of the domain is a stage of the list.", { path: "^app/" }, { path: "^app/domain/", pathNot: anyOf(stages.map((stage) => `app/domain/${stage}`)) }),
    rule("adapters: ports", "Adapters see of the application only its ports.", { path: "^app/adapters/", pathNot: TESTS }, { path: "^app/application/", pathNot: "^app/application/ports(?:\\.ts$|/)" }),
    rule("adapters: siblings", "An adapter never imports its sibling.", { path: "^app/adapters/([^/]+)/", pathNot: TESTS }, { path: "^app/adapters/", pathNot: "^app/adapters/$1/" }),
    rule("adapters: database", "Only adapters/prisma knows Prisma, pg and PGlite.",
      { path: "^app/", pathNot: ["^app/adapters/prisma/", "^app/generated/", "^app/jobs/boss\\.server\\.ts$", TESTS] },
      { path: ["^app/generated/", "node_modules/(?:@prisma|prisma|pg|@types/pg|@electric-sql)/"] }),
    rule("jobs: pool", "pg-boss is handed the shared pool: jobs use pg for its types alone.", { path: "^app/jobs/" }, { path: packagePath("pg"), dependencyTypesNot: ["type-only"] }),
    rule("extensions: types", "Extensions share types with the app, not code.", { path: "^extensions/" }, { path: "^app/", dependencyTypesNot: ["type-only"] }),
    rule("product: dev packages", "What runs in production is a production dependency.",
      { path: "^app/", pathNot: [TESTS, "/codegen\\.ts$", "^app/generated/"] }, { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] }),
    rule("product: workshop", "The product imports nothing of tests, benches, extensions and the simulator.", { path: "^app/", pathNot: TESTS }, { path: "^(?:tests|bench|simulator|extensions)/" }),
    rule("app tests: simulator", "The app's own tests do not lean on the simulator.", { path: "^app/.*\\.test\\.tsx?$" }, { path: "^(?:simulator|bench)/" }),
    rule("simulator: apart", "The simulator shares no code with the app, or a shared mistake would cancel itself out.", { path: "^simulator/" }, { path: "^(?:app|tests|bench)/" }),
    rule("tests stay out", "Nothing imports a test file.", {}, { path: TESTS }),
    rule("cycles", "No file reaches itself, by types or otherwise.", { pathNot: "^app/generated/" }, { circular: true, viaOnly: { pathNot: "^app/generated/" } }),
    rule("unresolved", "Every import can be found.", { pathNot: ["^extensions/"] }, { couldNotResolve: true, pathNot: ["^virtual:", "\\?(?:url|raw)$", "^app/generated/", "^\\.\\./generated/"] }),
  ],
  options: {
    tsPreCompilationDeps: true, // `import type` counts
    exclude: { path: "^(?:build|extensions/[^/]+/dist)/" },
    doNotFollow: { path: ["node_modules", "^app/generated/"] },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"], conditionNames: ["import", "node", "default", "types"], exportsFields: ["exports"], mainFields: ["module", "main", "types", "typings"] },
  },
};
