import ts from "typescript";
import { inspect, type SourceRule } from "./source-rule.ts";

const isCallOf = (node: ts.Node, object: string, methods: readonly string[]): boolean =>
  ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) &&
  ts.isIdentifier(node.expression.expression) && node.expression.expression.text === object && methods.includes(node.expression.name.text);

/** `any` switches the type checker off; an enum is code where a union is a type; a mocked module hides where a dependency comes from. */
export const noAny: SourceRule = {
  name: "no any",
  covers: () => true,
  find: (file) => inspect(file, (node) => (node.kind === ts.SyntaxKind.AnyKeyword ? "any: name the type, or use unknown and narrow it" : null)),
};

export const noEnums: SourceRule = {
  name: "no enums and no namespaces",
  covers: () => true,
  find: (file) => inspect(file, (node) => {
    if (ts.isEnumDeclaration(node)) return `enum ${node.name.text}: use a union of literals`;
    return ts.isModuleDeclaration(node) && ts.isIdentifier(node.name) && node.name.text !== "global" ? `namespace ${node.name.text}: use a module` : null;
  }),
};

export const noMockedModules: SourceRule = {
  name: "no mocked modules, no focused tests",
  covers: (path) => /\.test\.tsx?$/.test(path) || path.startsWith("tests/"),
  find: (file) => inspect(file, (node) => {
    if (isCallOf(node, "vi", ["mock", "doMock", "hoisted"])) return "vi.mock: pass a fake through the ports";
    return ["test", "it", "describe"].some((name) => isCallOf(node, name, ["only", "todo"])) ? "a focused or unwritten test hides the others" : null;
  }),
};

const SILENCER = /^(?:\/\/|\/\*|\{\/\*)\s*(?:@ts-(?:ignore|nocheck|expect-error)|(?:eslint|oxlint)-disable(?!-next-line [\w/, -]+ -- \S))/;

/** Every comment of a file, found by the scanner, so that text inside strings is none. */
const comments = (file: ts.SourceFile): { readonly at: number; readonly text: string }[] => {
  const found = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    for (const one of ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? []) found.set(one.pos, file.text.slice(one.pos, one.end));
    for (const one of ts.getTrailingCommentRanges(file.text, node.getEnd()) ?? []) found.set(one.pos, file.text.slice(one.pos, one.end));
    for (const child of node.getChildren(file)) visit(child);
  };
  visit(file);
  return [...found].map(([at, text]) => ({ at, text }));
};

export const noSilencedChecks: SourceRule = {
  name: "no silenced checks",
  covers: () => true,
  find: (file) =>
    comments(file).filter(({ text }) => SILENCER.test(text)).map(({ at }) => ({
      line: file.getLineAndCharacterOfPosition(at).line + 1,
      what: "a silenced check: mend the cause, or disable one lint rule for one line with ` -- reason`",
    })),
};

/** Files whose framework asks for a default export. */
const FRAMEWORK = [/^app\/routes\//, /^app\/(?:root|entry\.(?:server|client))\.tsx$/, /\.config\.ts$/, /^extensions\/[^/]+\/src\//];

export const noDefaultExports: SourceRule = {
  name: "no default exports where no framework demands one",
  covers: (path) => !FRAMEWORK.some((pattern) => pattern.test(path)),
  find: (file) => inspect(file, (node) => {
    if (ts.isExportAssignment(node)) return "export default: give it a name";
    return ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ? "export default: give it a name" : null;
  }),
};

/** Imports carry their file's extension, so that Node, Vite and the type checker read the same file. */
export const fullSpecifiers: SourceRule = {
  name: "imports carry their extension",
  covers: (path) => !path.startsWith("extensions/"),
  find: (file) => inspect(file, (node) =>
    ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && /^(?:\.|#app\/)/.test(node.moduleSpecifier.text) && !/\.(?:tsx?|mjs|js|json|css|svg)(?:\?\w+)?$/.test(node.moduleSpecifier.text)
      ? `import of ${node.moduleSpecifier.text}: write the file's extension` : null),
};
