const HOUR = 60;
const DAY = 24 * HOUR;

/** A length of time given in minutes: "less than a minute", "4 min", "3 h", "2 days". Rounded up, so that "within" holds. */
export const wordMinutes = (minutes: number): string => {
  const length = Math.abs(minutes);
  if (length < 1) return "less than a minute";
  if (length <= 2 * HOUR) return `${Math.ceil(length)} min`;
  return length <= 2 * DAY ? `${Math.ceil(length / HOUR)} h` : `${Math.ceil(length / DAY)} days`;
};

/** How long after something happened we heard of it. A source whose clock is ahead tells of things before their own time. */
export const wordLag = (minutes: number): string => (minutes < 0 ? `${wordMinutes(minutes)} before its own time` : `${wordMinutes(minutes)} later`);
