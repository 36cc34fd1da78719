import { useEffect, useState } from "preact/hooks";

/** Dates move at cut-off times; a buyer who lingers sees them move within this time. */
const REFRESH_MS = 60_000;

/** The present moment, anew every minute. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), REFRESH_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return now;
};
