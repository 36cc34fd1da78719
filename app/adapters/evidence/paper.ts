import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { printable } from "./printable.ts";

const find = createRequire(import.meta.url);
const [PLAIN, BOLD] = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) => () => find.resolve(`dejavu-fonts-ttf/ttf/${file}`)) as [() => string, () => string];

const MARGIN = 48;
const FOOT = 28;
const [TITLE, HEADING, TEXT, SMALL] = [18, 12, 9.5, 7.5];
const GREY = "#5c5f62";
/** No cell is longer: a row must fit on a page. The whole text is in the data. */
const LONGEST_CELL = 700;

/** A column of a table: its head and its share of the width. */
export type Column = { readonly head: string; readonly share: number };

/** A document that is written from top to bottom. Rows are never torn; a table that goes on has its heads again. */
export type Paper = {
  title(text: string, below: string): void;
  heading(text: string): void;
  text(text: string): void;
  facts(facts: readonly (readonly [string, string | null])[]): void;
  table(columns: readonly Column[], rows: readonly (readonly string[])[], none: string): void;
  /** Numbers the pages and closes the document. */
  finish(foot: string): Promise<Uint8Array>;
};

/** A new document. `madeAt` stands in it as the day it was made: nothing in it depends on when this runs. */
export const createPaper = ({ size, title, madeAt }: { readonly size: "A4" | "LETTER"; readonly title: string; readonly madeAt: Date }): Paper => {
  const doc = new PDFDocument({ size, margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT }, bufferPages: true, lang: "en", displayTitle: true, info: { Title: printable(title), Creator: "Hither", Producer: "Hither", CreationDate: madeAt, ModDate: madeAt } });
  const parts: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    doc.on("data", (part: Buffer) => void parts.push(part));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on("error", reject);
  });
  doc.registerFont("plain", PLAIN());
  doc.registerFont("bold", BOLD());
  const width = doc.page.width - 2 * MARGIN;
  const bottom = (): number => doc.page.height - MARGIN - FOOT;
  const room = (height: number): void => { if (doc.y + height > bottom()) doc.addPage(); };
  const write = (text: string, font: "plain" | "bold", points: number, colour = "black"): void => {
    doc.font(font).fontSize(points).fillColor(colour);
    doc.text(printable(text), MARGIN, doc.y, { width });
  };

  const tableRow = (cells: readonly string[], widths: readonly number[], font: "plain" | "bold"): void => {
    doc.font(font).fontSize(SMALL).fillColor("black");
    const top = doc.y + 3;
    let left = MARGIN;
    cells.forEach((cell, index) => {
      const wide = widths[index] ?? 0;
      doc.text(cell, left, top, { width: wide - 6 });
      left += wide;
    });
  };
  const heightOf = (cells: readonly string[], widths: readonly number[], font: "plain" | "bold"): number => {
    doc.font(font).fontSize(SMALL);
    return Math.max(...cells.map((cell, index) => doc.heightOfString(cell || " ", { width: (widths[index] ?? 0) - 6 }))) + 6;
  };
  const putRow = (cells: readonly string[], widths: readonly number[], font: "plain" | "bold"): void => {
    const height = heightOf(cells, widths, font);
    const top = doc.y;
    tableRow(cells, widths, font);
    doc.y = top + height;
    doc.moveTo(MARGIN, doc.y).lineTo(MARGIN + width, doc.y).lineWidth(font === "bold" ? 0.8 : 0.3).strokeColor(font === "bold" ? "#000000" : "#b5b5b5").stroke();
  };

  return {
    title(text, below) {
      write(text, "bold", TITLE);
      doc.moveDown(0.2);
      write(below, "plain", TEXT, GREY);
      doc.moveDown(0.8);
    },
    heading(text) {
      room(70);
      doc.moveDown(0.9);
      write(text, "bold", HEADING);
      doc.moveDown(0.3);
    },
    text(text) {
      doc.moveDown(0.3);
      write(text, "plain", TEXT);
      doc.moveDown(0.3);
    },
    facts(facts) {
      for (const [name, value] of facts) {
        if (value === null || value === "") continue;
        const text = printable(value);
        doc.font("plain").fontSize(TEXT);
        room(doc.heightOfString(text, { width: width - 130 }) + 4);
        const top = doc.y;
        doc.fillColor(GREY).text(name, MARGIN, top, { width: 124 });
        const left = doc.y;
        doc.fillColor("black").text(text, MARGIN + 130, top, { width: width - 130 });
        doc.y = Math.max(left, doc.y) + 2;
      }
      doc.x = MARGIN;
    },
    table(columns, rows, none) {
      if (rows.length === 0) {
        write(none, "plain", TEXT, GREY);
        return;
      }
      const whole = columns.reduce((sum, one) => sum + one.share, 0);
      const widths = columns.map((one) => (one.share / whole) * width);
      const heads = columns.map((one) => one.head);
      const printed = rows.map((row) => row.map((cell) => { const text = printable(cell); return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)} …` : text; }));
      const headHeight = heightOf(heads, widths, "bold");
      room(headHeight + heightOf(printed[0] ?? [], widths, "plain"));
      putRow(heads, widths, "bold");
      for (const row of printed) {
        if (doc.y + heightOf(row, widths, "plain") > bottom()) {
          doc.addPage();
          putRow(heads, widths, "bold");
        }
        putRow(row, widths, "plain");
      }
      doc.x = MARGIN;
    },
    finish(foot) {
      const { start, count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        doc.switchToPage(start + page);
        doc.page.margins.bottom = 0; // the foot stands below the text's margin
        doc.font("plain").fontSize(SMALL).fillColor(GREY).text(printable(foot), MARGIN, doc.page.height - MARGIN, { width: width - 90, lineBreak: false, ellipsis: true });
        doc.text(`Page ${page + 1} of ${count}`, MARGIN + width - 90, doc.page.height - MARGIN, { width: 90, align: "right", lineBreak: false });
      }
      doc.end();
      return done;
    },
  };
};
