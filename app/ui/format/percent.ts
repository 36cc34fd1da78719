/** A share from 0 to 1 with one decimal, "93.1 %"; a whole one without, "90 %". Rounded down, so that nothing looks kept that was not. */
export const formatPercent = (share: number): string => {
  const tenths = Math.floor(Math.min(1, Math.max(0, share)) * 1_000 + 1e-6);
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} %`;
};

/** An amount of days with one decimal, "3.2 days", "1 day". */
export const formatDays = (days: number): string => {
  const text = (Math.round(days * 10) / 10).toFixed(1).replace(/\.0$/, "").replace(/^-0$/, "0");
  return `${text} ${text === "1" ? "day" : "days"}`;
};

/** How much later or earlier something is: "0.8 days later", "1 day earlier", "on the same day". */
export const formatShift = (days: number): string => {
  if (Math.abs(days) < 0.05) return "on the same day";
  return `${formatDays(Math.abs(days))} ${days > 0 ? "later" : "earlier"}`;
};
