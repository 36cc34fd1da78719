import { PGlite } from "@electric-sql/pglite";
import { afterAll, expect, test } from "vitest";
import { embeddedPool } from "../../app/adapters/prisma/embedded.ts";

const database = new PGlite();
const pool = embeddedPool(database);
afterAll(async () => {
  await pool.end();
  await database.close();
});
const named = async (): Promise<unknown> => (await pool.query({ name: "the_answer", text: "SELECT $1::int AS n", values: [42] })).rows;

test("a statement of the same name can be prepared again after a fault has cost the pool its client", async () => {
  expect(await named()).toEqual([{ n: 42 }]);
  await expect(pool.query("SELECT 1 / 0")).rejects.toThrow("division by zero");
  expect(await named()).toEqual([{ n: 42 }]);
  expect(await named()).toEqual([{ n: 42 }]);
});

test("a transaction that a lost client left open is undone", async () => {
  await pool.query("CREATE TABLE kept (n int)");
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query("INSERT INTO kept VALUES (1)");
  client.release(new Error("lost"));
  expect((await pool.query("SELECT n FROM kept")).rows).toEqual([]);
  await pool.query("INSERT INTO kept VALUES (2)");
  expect((await pool.query("SELECT n FROM kept")).rows).toEqual([{ n: 2 }]);
});
