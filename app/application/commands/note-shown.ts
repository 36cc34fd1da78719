import type { Surface, ShownDate } from "#app/domain/estimates/shown-date.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { type Duration } from "#app/domain/shared/time.ts";
import type { Log, PromiseLedger } from "../ports.ts";

/** Where every surface leaves the dates it shows. */
export type ShownRecorder = {
  /** Takes note and returns at once; what says the same as the last time costs a look into memory. Never throws. */
  note(shop: ShopId, rows: readonly ShownDate[]): void;
  /** Resolves when all that was noted before is in the ledger, or logged as lost. To be awaited before the process ends. */
  flush(): Promise<void>;
};

/** What a recorder needs of the outside. `later` runs something once after a while and must not keep the process alive. */
export type RecorderPorts = { readonly ledger: Pick<PromiseLedger, "add">; readonly log: Log; readonly later: (after: Duration, run: () => void) => void };

/** `mostWaiting`: beyond so many unwritten rows new ones are lost, and said to be, rather than that memory runs full while the database is away. */
export type RecorderOptions = { readonly afterMs?: number; readonly mostAtOnce?: number; readonly mostRemembered?: number; readonly mostWaiting?: number };

/** What a subject was last said to have on a surface; a stage is remembered by itself, because the ledger keeps the first date of each. */
const nameOf = (shop: ShopId, { subject, surface, stage }: { readonly subject: string; readonly surface: Surface; readonly stage: string }): string => `${shop} ${surface} ${stage} ${subject}`;
const datesOf = ({ earliest, latest, style }: ShownDate): string => `${earliest ?? ""}/${latest ?? ""}/${style}`;

/**
 * Gathers shown dates and adds them to the ledger in batches, one write at a time. A batch that cannot be written is tried once more with the next;
 * then it is lost, said so in the log, and forgotten here, so that the same date is noted again when it is shown again.
 */
export const createShownRecorder = ({ ledger, log, later }: RecorderPorts, { afterMs = 200, mostAtOnce = 500, mostRemembered = 50_000, mostWaiting = 20_000 }: RecorderOptions = {}): ShownRecorder => {
  const remembered = new Map<string, string>(); // the least recently shown first
  let waiting: Batch[] = [];
  let count = 0;
  let isDue = false;
  let writing: Promise<void> = Promise.resolve();

  const isNews = (name: string, dates: string): boolean => {
    const known = remembered.get(name);
    remembered.delete(name);
    remembered.set(name, dates);
    if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value ?? "");
    return known !== dates;
  };

  const forget = ({ shop, rows }: Batch): void => rows.forEach((row) => remembered.delete(nameOf(shop, row)));

  const lost = (batch: Batch, because: string): void => {
    forget(batch);
    log.for(batch.shop).error("shown_dates.lost", { rows: batch.rows.length, because });
  };

  const write = async (batch: Batch): Promise<void> => {
    try {
      await ledger.add(batch.shop, batch.rows);
    } catch (fault) {
      const because = fault instanceof Error ? fault.message : String(fault);
      if (batch.tries > 0) return lost(batch, because);
      log.for(batch.shop).warn("shown_dates.not_kept_yet", { rows: batch.rows.length, because });
      put({ ...batch, tries: 1 });
    }
  };

  const put = (batch: Batch): void => {
    waiting.push(batch);
    count += batch.rows.length;
    if (isDue) return;
    isDue = true;
    later(afterMs as Duration, () => void drain());
  };

  /** Takes what waits; rows of one shop go together, in the order they were shown. */
  const drain = (): Promise<void> => {
    isDue = false;
    const taken = gathered(waiting, mostAtOnce);
    waiting = [];
    count = 0;
    writing = writing.then(async () => {
      for (const batch of taken) await write(batch);
    });
    return writing;
  };

  return {
    note(shop, rows) {
      const news = rows.filter((row) => isNews(nameOf(shop, row), datesOf(row)));
      if (news.length === 0) return;
      const batch = { shop, rows: news, tries: 0 };
      if (count + news.length > mostWaiting) lost(batch, "Too many dates wait to be written.");
      else put(batch);
    },
    async flush() {
      await drain();
      if (waiting.length > 0) await drain(); // what failed once
    },
  };
};

type Batch = { readonly shop: ShopId; readonly rows: readonly ShownDate[]; readonly tries: number };

const gathered = (batches: readonly Batch[], mostAtOnce: number): readonly Batch[] =>
  [...Map.groupBy(batches, ({ shop, tries }) => `${tries} ${shop}`).values()].flatMap((group) => {
    const [first] = group;
    const rows = group.flatMap((one) => one.rows);
    return first ? Array.from({ length: Math.ceil(rows.length / mostAtOnce) }, (_, at) => ({ ...first, rows: rows.slice(at * mostAtOnce, (at + 1) * mostAtOnce) })) : [];
  });
