/** A circle on the map: where a place known only by its region or country lies. Degrees and kilometres. */
export type Spot = { readonly latitude: number; readonly longitude: number; readonly radiusKm: number };

const EARTH_KM = 6_371; // mean radius, IUGG
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres between the middles of two spots along the great circle (haversine formula, R. W. Sinnott, 1984). */
export const kilometres = (a: Spot, b: Spot): number => {
  const [latitudeA, latitudeB] = [radians(a.latitude), radians(b.latitude)];
  const half = Math.sin((latitudeB - latitudeA) / 2) ** 2 + Math.cos(latitudeA) * Math.cos(latitudeB) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
};

/** The least kilometres between any two points of two spots. */
export const gapKilometres = (a: Spot, b: Spot): number => Math.max(0, kilometres(a, b) - a.radiusKm - b.radiusKm);

/** How many kilometres longer the way from `from` to `to` is by way of `over`. */
export const detourKilometres = (from: Spot, over: Spot, to: Spot): number => kilometres(from, over) + kilometres(over, to) - kilometres(from, to);
