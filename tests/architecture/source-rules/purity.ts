import ts from "typescript";
import { inspect, type SourceRule } from "./source-rule.ts";

/** Globals that bring in the outside world, the present moment or chance. */
const IMPURE_GLOBALS = new Set([
  "process", "globalThis", "global", "window", "document", "fetch", "crypto", "performance", "console",
  "setTimeout", "setInterval", "setImmediate", "queueMicrotask", "Promise", "require", "XMLHttpRequest", "WebSocket",
]);

/** Methods of Date that answer in the time zone of the machine the code happens to run on. */
const LOCAL_TIME = new Set([
  "getFullYear", "getMonth", "getDate", "getDay", "getHours", "getMinutes", "getTimezoneOffset",
  "setFullYear", "setMonth", "setDate", "setHours", "setMinutes", "toDateString", "toLocaleDateString", "toLocaleTimeString",
]);

const isNamed = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name;

/** A name that is being used as a value, not as a property, a key, a parameter or a type. */
const isFreeName = (node: ts.Identifier): boolean => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isTypeReferenceNode(parent)) return ts.isPropertyAssignment(parent) && parent.initializer === node;
  return !(ts.isVariableDeclaration(parent) && parent.name === node) && !ts.isParameter(parent) && !ts.isBindingElement(parent) && !ts.isLiteralTypeNode(parent);
};

const isInsideAssertNever = (node: ts.Node): boolean => {
  const owner = ts.findAncestor(node, ts.isFunctionDeclaration);
  return owner?.name?.text === "assertNever";
};

const callsDateTimeFormatWithoutZone = (node: ts.NewExpression | ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(node.expression) && isNamed(node.expression.name, "DateTimeFormat") && !node.arguments?.some((argument) => /timeZone|options/.test(argument.getText()));

/** Names the file gives to things of its own; `window` may well be a range of dates. */
const ownNames = (file: ts.SourceFile): ReadonlySet<string> => {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const named = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node) || ts.isImportSpecifier(node);
    if (named && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
};

const objection = (own: ReadonlySet<string>) => (node: ts.Node): string | null => {
  if (ts.isNewExpression(node) && isNamed(node.expression, "Date") && !node.arguments?.length) return "new Date() reads the clock: take `now` as a parameter";
  if (ts.isCallExpression(node) && isNamed(node.expression, "Date")) return "Date() reads the clock: take `now` as a parameter";
  if (ts.isPropertyAccessExpression(node) && isNamed(node.expression, "Date") && node.name.text === "now") return "Date.now reads the clock: take `now` as a parameter";
  if (ts.isPropertyAccessExpression(node) && isNamed(node.expression, "Math") && node.name.text === "random") return "Math.random: take the chance as a parameter";
  if (ts.isPropertyAccessExpression(node) && LOCAL_TIME.has(node.name.text)) return `${node.name.text} reads the machine's time zone: name the zone`;
  if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && callsDateTimeFormatWithoutZone(node)) return "DateTimeFormat without a time zone reads the machine's";
  if (ts.isAwaitExpression(node)) return "await: the domain is synchronous";
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return "async: the domain is synchronous";
  if (ts.isThrowStatement(node) && !isInsideAssertNever(node)) return "throw: return the outcome as a value";
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && !/^(\.|#app\/domain\/)/.test(node.moduleSpecifier.text)) return `import of ${node.moduleSpecifier.text}: the domain imports only itself`;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return "import(): the domain imports only itself, at the top";
  if (ts.isVariableStatement(node) && ts.isSourceFile(node.parent) && (node.declarationList.flags & ts.NodeFlags.Const) === 0) return "a module-level variable that can change";
  if (ts.isIdentifier(node) && IMPURE_GLOBALS.has(node.text) && !own.has(node.text) && isFreeName(node)) return `${node.text}: the domain knows no outside`;
  return null;
};

/** The domain computes. It reads no clock, no chance, no network, no environment; it neither waits nor throws. */
export const purity: SourceRule = {
  name: "the domain is pure",
  covers: (path) => path.startsWith("app/domain/") && !path.endsWith(".test.ts"),
  find: (file) => inspect(file, objection(ownNames(file))),
};
