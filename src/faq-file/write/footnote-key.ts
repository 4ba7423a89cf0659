/**
 * What labels of footnotes get before them, so that they meet none of the file's: the number of the thread, and a
 * letter more where somebody has used that.
 */
export function footnoteKey(thread: string | undefined, labels: Iterable<readonly [string, number]>): string {
  const used = [...labels].map(([label]) => label);
  let key = `d${/(?<!\d)\d+$/u.exec(thread ?? "")?.[0] ?? ""}`;
  while (used.some((label) => label.startsWith(`^${key}-`))) key += "x";
  return key;
}
