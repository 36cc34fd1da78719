/** Reads its arguments, says what it does as it goes, and answers the object that becomes the command's last line. */
export type Evaluation = (args: readonly string[]) => object | Promise<object>;

/** The command cannot answer, for a reason in plain words. It ends with 2, unlike a fault, which ends with 1. */
export class CannotRun extends Error {}

/** The value after `--name`, or null. */
export const option = (args: readonly string[], name: string): string | null => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? null : (args[at + 1] ?? null);
};

/** The first argument that is neither an option nor its value. */
export const operand = (args: readonly string[]): string | null => args.find((arg, at) => !arg.startsWith("--") && !args[at - 1]?.startsWith("--")) ?? null;
