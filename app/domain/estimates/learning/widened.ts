import { certain, type Forecast } from "../engine/model.ts";

/**
 * A forecast by which the median comes `lostDays` later and the tail by up to twice as much, while the earliest days keep their chance: some parcels are
 * past where it jams. What had the chance p by a day has it 2 p × `lostDays` later.
 */
export const widened = (forecast: Forecast, lostDays: number): Forecast => {
  if (!(lostDays > 0)) return forecast;
  const last = forecast.length - 1;
  const moved = (day: number): number => (day < 0 ? -1 : day + 2 * lostDays * forecast[day]!);
  const chance = (day: number): number => (day < 0 ? 0 : forecast[day]!);
  const later = new Float64Array(forecast.length);
  for (let day = 0, from = -1; day <= last; day += 1) {
    while (from < last && moved(from + 1) <= day) from += 1;
    if (from >= last) { later[day] = chance(last); continue; }
    const span = moved(from + 1) - moved(from);
    later[day] = chance(from) + (span > 0 ? ((day - moved(from)) / span) * (chance(from + 1) - chance(from)) : 0);
  }
  return certain(later);
};
