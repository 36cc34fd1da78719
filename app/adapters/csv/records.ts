import { CsvError, parse, type Options } from "csv-parse/sync";

/** Told of a record with the line it begins on, or of a line that cannot be read. */
export type RecordReader = { readonly record: (fields: readonly string[], line: number) => void; readonly unreadable: (line: number, because: string) => void };

/** No row of a shipment file comes near this many bytes; a longer one has a quotation mark that is never closed. */
const LONGEST_RECORD = 100_000;
/** After so many unclosed quotation marks the rest cannot be trusted. */
const MOST_REPAIRS = 100;

const optionsFor = (delimiter: string): Options => ({
  delimiter, bom: true, trim: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: LONGEST_RECORD, record_delimiter: ["\r\n", "\n", "\r"],
});

const linesWithin = (fields: readonly string[]): number => {
  let count = 0;
  for (const field of fields) if (field.includes("\n") || field.includes("\r")) count += field.match(/\r\n|\r|\n/g)?.length ?? 0;
  return count;
};

/** Thrown through the parser, to begin again one line later. */
class Torn extends Error {}

/** The first record of a text under a delimiter; empty when it cannot be read so. */
export const firstRecord = (text: string, delimiter: string): readonly string[] => {
  try {
    const [first] = parse(text.slice(0, LONGEST_RECORD), { ...optionsFor(delimiter), to: 1 });
    return first ?? [];
  } catch {
    return [];
  }
};

/**
 * Tells of every record of a text, its header first, each with its line. An unclosed quotation mark makes a parser take the following rows for one long
 * field: that line is then unreadable, and reading goes on with the next. False: there were too many such lines to go on.
 */
export const readRecords = (text: string, delimiter: string, columns: number, { record, unreadable }: RecordReader): boolean => {
  const bytes = Buffer.from(text);
  let [from, line] = [0, 1]; // where this attempt begins, and the number of its first line
  for (let repairs = 0; repairs <= MOST_REPAIRS; repairs += 1) {
    let [doneBytes, doneLines] = [0, 0];
    try {
      parse(bytes.subarray(from), {
        ...optionsFor(delimiter),
        on_record: (fields: string[], { bytes: end, lines }) => {
          const inside = linesWithin(fields);
          if (inside > 0 && fields.length !== columns) throw new Torn();
          record(fields, line + lines - 1 - inside);
          [doneBytes, doneLines] = [end, lines];
          return null;
        },
      });
      return true;
    } catch (error) {
      if (!(error instanceof CsvError) && !(error instanceof Torn)) throw error;
      let at = from + doneBytes;
      let bad = line + doneLines;
      for (; bytes[at] === 10 || bytes[at] === 13; at += 1) if (bytes[at] === 10 || bytes[at + 1] !== 10) bad += 1; // empty lines before it
      unreadable(bad, "A quotation mark is opened and not closed.");
      const end = /[\r\n]/.exec(bytes.subarray(at, at + LONGEST_RECORD).toString("latin1"));
      if (end === null) return bytes.length - at <= LONGEST_RECORD;
      at += end.index;
      from = at + (bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : 1);
      line = bad + 1;
    }
  }
  return false;
};
