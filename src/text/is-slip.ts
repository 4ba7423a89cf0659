/** Whether somebody who wrote one word may have meant the other: a letter or two differ, or one is the beginning of the other. */
export function isSlip(written: string, meant: string): boolean {
  const [one, other] = [written.toLowerCase(), meant.toLowerCase()];
  const shorter = Math.min(one.length, other.length);
  if (shorter >= 3 && (one.startsWith(other) || other.startsWith(one))) return true;
  if (Math.max(one.length, other.length) > maxLength) return false;
  return edits(one, other) <= (shorter <= 4 ? 1 : 2);
}

/** Options have short names; the distance takes time by the square. */
const maxLength = 40;

/** Letters to add, drop or change, by Wagner and Fischer. */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
