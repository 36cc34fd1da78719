import ts from "typescript";
import { lineOf, type Offence, type SourceRule } from "./source-rule.ts";

/** Names Remix gives its exports: their meaning is the framework's. */
const FRAMEWORK_EXPORTS = new Set(["loader", "action", "headers", "meta", "links", "shouldRevalidate", "handle", "config", "ErrorBoundary", "HydrateFallback", "Layout", "streamTimeout"]);

const isExported = (node: ts.Statement): boolean => ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword) ?? false);

const isFunctionLike = (node: ts.Expression | undefined): boolean =>
  node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || (ts.isParenthesizedExpression(node) && isFunctionLike(node.expression)));

const isDefault = (node: ts.Statement): boolean => ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword) ?? false);

/** The exported functions and types of a statement, by name. */
const subjects = (node: ts.Statement): string[] => {
  if (ts.isFunctionDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) return [node.name?.text ?? "default"];
  if (!ts.isVariableStatement(node)) return [];
  return node.declarationList.declarations.filter((one) => isFunctionLike(one.initializer)).map((one) => one.name.getText());
};

const hasComment = (file: ts.SourceFile, node: ts.Statement): boolean => {
  const before = ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? [];
  const after = ts.getTrailingCommentRanges(file.text, node.getEnd()) ?? [];
  const above = before.some((one) => (file.text.slice(one.end, node.getStart(file)).match(/\n/g)?.length ?? 0) <= 1);
  return above || after.length > 0;
};

/** Adjacent statements without a blank line between them are one paragraph; a docstring at its top speaks for all of it. */
const followsClosely = (file: ts.SourceFile, node: ts.Statement): boolean => !/\n[ \t]*\n/.test(file.text.slice(node.getFullStart(), node.getStart(file)));

/** Says what an export is: its units, its time zone, its errors, where a formula or code table comes from. */
export const docstrings: SourceRule = {
  name: "every exported function and type of the app is explained",
  covers: (path) => path.startsWith("app/") && !/\.test\.tsx?$/.test(path),
  find: (file, path) => {
    const found: Offence[] = [];
    let paragraphExplained = false;
    for (const [index, node] of file.statements.entries()) {
      const explained = hasComment(file, node);
      paragraphExplained = explained || (index > 0 && followsClosely(file, node) && paragraphExplained);
      if (paragraphExplained || !isExported(node)) continue;
      for (const name of subjects(node)) {
        if (/^app\/(?:routes\/|root|entry)/.test(path) && (FRAMEWORK_EXPORTS.has(name) || isDefault(node))) continue;
        found.push({ line: lineOf(file, node), what: `${name} has no docstring` });
      }
    }
    return found;
  },
};
