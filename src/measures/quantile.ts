/**
 * The value below which this part (0 to 1) of sorted values lies, by linear interpolation between the two that are
 * nearest: definition 7 of Hyndman and Fan (1996), which spreadsheets (`PERCENTILE.INC`), PostgreSQL (`percentile_cont`)
 * and NumPy use, and with it github/issue-metrics: whoever checks a figure by hand gets the same.
 * https://numpy.org/doc/1.23/reference/generated/numpy.percentile.html
 */
export function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}
