/** The quarter of a year that a time is in, in UTC: `2026-Q4`. As text they are in order. */
export function quarterOf(time: Date): string {
  return `${time.getUTCFullYear()}-Q${Math.floor(time.getUTCMonth() / 3) + 1}`;
}
