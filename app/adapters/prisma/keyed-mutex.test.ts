import { expect, it } from "vitest";
import { keyedMutex } from "./keyed-mutex.ts";

it("runs work of one key one after the other in the order asked, and of two keys side by side", async () => {
  const oneByOne = keyedMutex();
  const said: string[] = [];
  let open = () => {};
  const gate = new Promise<void>((resolve) => { open = resolve; });
  const first = oneByOne("a", async () => { await gate; said.push("a1"); });
  const second = oneByOne("a", async () => { said.push("a2"); });
  await oneByOne("b", async () => { said.push("b"); });
  open();
  await Promise.all([first, second]);
  expect(said).toEqual(["b", "a1", "a2"]);
});

it("goes on after work that failed, and gives each caller their own outcome", async () => {
  const oneByOne = keyedMutex();
  const failing = oneByOne("a", async () => { throw new Error("mine"); });
  const next = oneByOne("a", async () => 2);
  await expect(failing).rejects.toThrow("mine");
  expect(await next).toBe(2);
});
