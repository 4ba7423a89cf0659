/** By code units: the same on every machine, which `localeCompare` is not. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
