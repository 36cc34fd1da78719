import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { resolve } from "node:path";

/** One import that breaks a rule of `.dependency-cruiser.cjs`. */
export type Breach = { readonly rule: string; readonly from: string; readonly to: string };
export type Survey = { readonly files: number; readonly imports: number; readonly breaches: readonly Breach[] };

/** Applies the import rules to the given folders of a tree. The rules are the same for the product and for planted trees. */
export const cruiseTree = async (baseDir: string, folders: readonly string[]): Promise<Survey> => {
  const options = await extractDepcruiseOptions(resolve(import.meta.dirname, "../../.dependency-cruiser.cjs"));
  const { output } = await cruise([...folders], { ...options, validate: true, baseDir });
  if (typeof output === "string") throw new Error("dependency-cruiser answered text where a result was expected");
  const { violations, totalCruised, totalDependenciesCruised } = output.summary;
  return { files: totalCruised, imports: totalDependenciesCruised ?? 0, breaches: violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })) };
};
