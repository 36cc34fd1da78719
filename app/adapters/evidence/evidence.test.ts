import { inflateSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { evidencePdf } from "./evidence-pdf.ts";
import { packOf } from "./evidence.fixture.ts";
import { csv, evidenceZip } from "./evidence-zip.ts";
import { printable } from "./printable.ts";

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const pagesOf = (bytes: Uint8Array): number => Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(latin(bytes))?.[1] ?? 0);

/** The text a reader finds in the document: glyphs of the embedded fonts read back by their own tables, a page an entry. */
const textOf = (bytes: Uint8Array): readonly string[] => {
  const file = latin(bytes);
  const streams = new Map([...file.matchAll(/(\d+) 0 obj\s*<<([^>]*)>>\s*stream\n([^]*?)\nendstream/g)].map(([, id = "", head = "", body = ""]) =>
    [id, head.includes("FlateDecode") ? inflateSync(Buffer.from(body, "latin1")).toString("latin1") : body] as const));
  const fonts = new Map([...file.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => {
    const font = new RegExp(`(?:^|\\n)${id} 0 obj\\s*<<([^]*?)>>\\s*endobj`).exec(file)?.[1] ?? "";
    const table = streams.get(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? "") ?? "";
    const letters = [...table.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/g)].flatMap(([, list = ""]) => [...list.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = ""]) => Buffer.from(hex, "hex").swap16().toString("utf16le")));
    return [name, letters] as const;
  }));
  return [...file.matchAll(/\/Type \/Page\n[^]*?\/Contents (\d+) 0 R/g)].map(([, id = ""]) => {
    let letters: readonly string[] = [];
    let text = "";
    for (const [, font, shown] of (streams.get(id) ?? "").matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font !== undefined) letters = fonts.get(font) ?? [];
      else text += `${[...(shown ?? "").matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []).map((glyph) => letters[Number.parseInt(glyph, 16)] ?? "").join("")}\n`;
    }
    return text;
  });
};

describe("evidence as a document", () => {
  it("is the same, byte for byte, whenever it is made, and another for another pack", async () => {
    const [one, again, other] = [await evidencePdf(packOf(3)), await evidencePdf(packOf(3)), await evidencePdf(packOf(4))];
    expect(Buffer.from(one).equals(Buffer.from(again))).toBe(true);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
  });

  it("holds order, scans, dates, messages, acts, story and claim, in the shop's time and in other alphabets", async () => {
    const text = textOf(await evidencePdf(packOf(3))).join("");
    for (const words of ["Evidence for order #1001", "Łódź", "Плед Київ", "1Z999AA10123456784", "Arrived at facility 2", "Nov 2, 2026, 5:00 AM", "2026-11-04 to 2026-11-06", "a•••@example.com", "A refund of $42.00", "said the shopper", "C-77", "Hither stores no photos", "�"]) {
      expect(text.replaceAll("\n", " ").replaceAll(/ +/g, " "), words).toContain(words);
    }
    expect(text).not.toContain("毛");
  });

  it("goes on over pages without losing a row, with heads and numbers on each", async () => {
    const made = await evidencePdf(packOf(150));
    const pages = textOf(made);
    expect(pages.length).toBe(pagesOf(made));
    expect(pages.length).toBeGreaterThan(3);
    const whole = pages.join("").replaceAll("\n", " ");
    for (let number = 0; number < 150; number += 1) expect(whole.includes(`facility ${number} `), `scan ${number}`).toBe(true);
    pages.forEach((page, index) => expect(page).toContain(`Page ${index + 1} of ${pages.length}`));
    expect(pages[1]).toContain("Happened");
  });

  it("is made of an order nothing is known of but its name", async () => {
    const empty = packOf(0, { parcels: [], dates: [], messages: [], acts: [], story: [], claims: [], paper: "A4" });
    expect(textOf(await evidencePdf(empty)).join("")).toContain("No date was shown to the shopper.");
  });
});

describe("evidence as data", () => {
  it("holds the document and every list, the same whenever it is made", async () => {
    const zip = await evidenceZip(packOf(3));
    expect(Buffer.from(zip).equals(Buffer.from(await evidenceZip(packOf(3))))).toBe(true);
    const files = unzipSync(zip);
    expect(Object.keys(files).toSorted()).toEqual(["acts.csv", "dates.csv", "evidence.json", "evidence.pdf", "messages.csv", "scans.csv", "story.csv"]);
    expect(JSON.parse(strFromU8(files["evidence.json"] ?? new Uint8Array()))).toEqual(packOf(3));
    expect(latin(files["evidence.pdf"] ?? new Uint8Array()).startsWith("%PDF-1.")).toBe(true);
    expect(parse(strFromU8(files["scans.csv"] ?? new Uint8Array()), { columns: true, bom: true })).toHaveLength(3);
  });

  it("lets no spreadsheet calculate what somebody wrote", () => {
    const [row] = parse(csv([{ text: '=1+1, "two"' }], ["text"]), { columns: true, bom: true });
    expect(row).toEqual({ text: `'=1+1, "two"` });
  });
});

it("letters without a shape in the font are marked, the others stay", () => {
  expect(printable("Ångström Ελλάδα 毛布 🎁 ok\u0007")).toBe("Ångström Ελλάδα �� � ok�");
});
