import { describe, expect, test } from "vitest";
import { pageAddress } from "#app/ui/admin/paging.ts";
import { listQuery, oneOf } from "./list-query.ts";

describe("the address of a list", () => {
  test("says what is searched for and where the page begins", () => {
    expect(listQuery(new URLSearchParams("q=%20%231001%20&after=abc"))).toEqual({ search: "#1001", after: "abc", before: null });
    expect(listQuery(new URLSearchParams(`q=${"x".repeat(500)}`)).search).toHaveLength(100);
  });

  test("an unknown tab reads as the first", () => {
    expect(oneOf(["open", "resolved"], "resolved")).toBe("resolved");
    expect(oneOf(["open", "resolved"], "closed")).toBe("open");
    expect(oneOf(["open", "resolved"], null)).toBe("open");
  });

  test("turning the page keeps tab and search and forgets the other direction", () => {
    expect(pageAddress(new URLSearchParams("tab=trouble&q=x&before=1"), "after", "2")).toBe("?tab=trouble&q=x&after=2");
    expect(pageAddress(new URLSearchParams("tab=trouble"), "after", null)).toBeNull();
  });
});
