/**
 * The natural logarithm of the chance that a Poisson count with this mean is at least `count`. By its terms from `count` on, which fall fast above the mean;
 * below it the chance is near one, and 0 is returned. Standard definition of the distribution.
 */
export const logPoissonTail = (count: number, mean: number): number => {
  if (count <= mean || count <= 0) return 0;
  if (mean <= 0) return -Infinity;
  let logTerm = -mean + count * Math.log(mean);
  for (let n = 2; n <= count; n += 1) logTerm -= Math.log(n);
  let sum = 1;
  for (let n = count + 1, term = 1; term > 1e-12; n += 1) { term *= mean / n; sum += term; }
  return logTerm + Math.log(sum);
};
