import ts from "typescript";
import { inspect, type SourceRule } from "./source-rule.ts";

/** Configuration enters the app through one file, which refuses to start without what it needs. */
export const environment: SourceRule = {
  name: "only app/config reads the environment",
  covers: (path) => path.startsWith("app/") && path !== "app/config/env.server.ts" && !/\.test\.tsx?$/.test(path),
  find: (file) => inspect(file, (node) => {
    if (!ts.isPropertyAccessExpression(node) || node.name.text !== "env") return null;
    const owner = node.expression.getText(file);
    return owner === "process" || owner === "globalThis.process" || owner === "import.meta" ? `${owner}.env: take the setting from app/config/env.server.ts` : null;
  }),
};
