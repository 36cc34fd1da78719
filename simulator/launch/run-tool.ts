import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

/** Runs a tool of node_modules/.bin to its end. Rejects with what it printed when it fails. */
export function runTool(root: string, tool: string, args: string[]): Promise<void> {
  const bin = join(root, "node_modules", ".bin");
  const child = spawn(join(bin, tool), args, { cwd: root, env: { ...process.env, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}` }, stdio: ["ignore", "pipe", "pipe"] });
  const printed: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => printed.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${tool} ${args.join(" ")} failed with exit code ${code}:\n${Buffer.concat(printed).toString("utf8")}`));
    });
  });
}
