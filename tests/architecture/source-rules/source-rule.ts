import ts from "typescript";

/** A place where a file breaks a rule; `line` counts from 1. */
export type Offence = { readonly line: number; readonly what: string };

/** A rule of the house about the text of one file, read from its syntax tree rather than by pattern. */
export type SourceRule = {
  readonly name: string;
  readonly covers: (path: string) => boolean;
  readonly find: (file: ts.SourceFile, path: string) => readonly Offence[];
};

export const parse = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

export const lineOf = (file: ts.SourceFile, node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;

/** Visits every node once, parents before children, and collects what `look` objects to. */
export const inspect = (file: ts.SourceFile, look: (node: ts.Node) => string | null): Offence[] => {
  const found: Offence[] = [];
  const visit = (node: ts.Node): void => {
    const what = look(node);
    if (what) found.push({ line: lineOf(file, node), what });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};
