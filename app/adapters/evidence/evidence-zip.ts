import { strToU8, zipSync } from "fflate";
import type { EvidencePack } from "#app/contracts/evidence.ts";
import { evidencePdf } from "./evidence-pdf.ts";

/** A cell a spreadsheet would calculate is kept as text. */
const cell = (value: string | null): string => {
  const text = value ?? "";
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as RFC 4180 has them, with their heads, for spreadsheets in UTF-8. */
export const csv = (rows: readonly Readonly<Record<string, string | null>>[], heads: readonly string[]): string =>
  `\ufeff${[heads, ...rows.map((row) => heads.map((head) => row[head] ?? null))].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

/** The PDF with the data behind it. Times in the data are UTC. The same pack always gives the same bytes. */
export const evidenceZip = async (pack: EvidencePack): Promise<Uint8Array> => {
  const scans = pack.parcels.flatMap(({ scans: told, carrier, numbers }, index) => told.map((scan) => ({ parcel: String(index + 1), carrier, numbers: numbers.join(" "), ...scan })));
  const files = {
    "evidence.json": strToU8(`${JSON.stringify(pack, null, 2)}\n`),
    "scans.csv": strToU8(csv(scans, ["parcel", "carrier", "numbers", "at", "heardAt", "source", "code", "words", "means", "place", "judged"])),
    "dates.csv": strToU8(csv(pack.dates, ["at", "where", "about", "date", "because"])),
    "messages.csv": strToU8(csv(pack.messages, ["at", "what", "to", "state", "detail"])),
    "acts.csv": strToU8(csv(pack.acts, ["at", "by", "what", "state", "result"])),
    "story.csv": strToU8(csv(pack.story, ["at", "about", "by", "text"])),
  };
  const made = new Date(pack.madeAt);
  const onWall = new Date(made.getTime() + made.getTimezoneOffset() * 60_000); // the format has no zone; UTC wherever this runs
  return zipSync({ "evidence.pdf": [await evidencePdf(pack), { level: 0 }], ...files }, { mtime: onWall, level: 6 });
};
