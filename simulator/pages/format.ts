/** The pretend shop's time zone: every page tells the time as the merchant would. */
const SHOP_TIME_ZONE = "America/New_York";

const MOMENT = new Intl.DateTimeFormat("en-US", { timeZone: SHOP_TIME_ZONE, weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });

/** "Wed, Nov 18, 10:04 AM", in the shop's time zone. */
export function formatMoment(at: Date | string): string {
  return MOMENT.format(typeof at === "string" ? new Date(at) : at);
}

/** "in 3 h", "2 d ago": coarse on purpose, exact times stand beside it. */
export function formatDistance(at: Date, now: Date): string {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
  const size = Math.abs(minutes);
  const text = size < 1 ? "now" : size < 90 ? `${size} min` : size < 48 * 60 ? `${Math.round(size / 60)} h` : `${Math.round(size / 1440)} d`;
  return text === "now" ? text : minutes > 0 ? `in ${text}` : `${text} ago`;
}
