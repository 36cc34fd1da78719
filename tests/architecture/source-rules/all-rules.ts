import { docstrings } from "./docstrings.ts";
import { environment } from "./environment.ts";
import { fullSpecifiers, noAny, noDefaultExports, noEnums, noMockedModules, noSilencedChecks } from "./forbidden-syntax.ts";
import { purity } from "./purity.ts";
import type { SourceRule } from "./source-rule.ts";

export const SOURCE_RULES: readonly SourceRule[] = [purity, noAny, noEnums, noMockedModules, noSilencedChecks, noDefaultExports, fullSpecifiers, environment, docstrings];
