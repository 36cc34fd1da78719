/** UTC, to the second, as Shopify's GraphQL writes instants: `2026-11-20T10:00:00Z`. */
export function utcSeconds(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

const offsets = new Map<string, number>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** How many minutes the zone is ahead of UTC at that instant. Offsets change on whole quarter hours only, hence the cache. */
export function offsetMinutes(timeZone: string, at: Date): number {
  const quarter = Math.floor(at.getTime() / 900_000);
  const key = `${timeZone}/${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
    });
    formats.set(timeZone, format);
  }
  const start = new Date(quarter * 900_000);
  const part = Object.fromEntries(format.formatToParts(start).map((one) => [one.type, Number(one.value)]));
  const local = Date.UTC(part["year"] ?? 0, (part["month"] ?? 1) - 1, part["day"] ?? 1, part["hour"] ?? 0, part["minute"] ?? 0);
  const minutes = Math.round((local - start.getTime()) / 60_000);
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(key, minutes);
  return minutes;
}

/** `+HH:MM` or `-HH:MM`. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The shop's wall clock with its offset, as webhook bodies write instants: `2026-11-20T05:00:00-05:00`. */
export function shopTime(timeZone: string, utc: string): string {
  const at = new Date(utc);
  const minutes = offsetMinutes(timeZone, at);
  return `${new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 19)}${offsetText(minutes)}`;
}

/** The instant at which a calendar day (`YYYY-MM-DD`) begins in the zone. */
export function startOfDay(timeZone: string, day: string): Date {
  const utc = new Date(`${day}T00:00:00Z`);
  const guess = new Date(utc.getTime() - offsetMinutes(timeZone, utc) * 60_000);
  return new Date(utc.getTime() - offsetMinutes(timeZone, guess) * 60_000);
}
