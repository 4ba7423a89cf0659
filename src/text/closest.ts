/** What is longer is no slip of the pen, and takes the square of its length to compare. */
const maxLength = 100;

/** `first_response`, `firstResponse` and `First Response` are `first-response` to whoever types them. */
function plain(name: string): string {
  return name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/gu, "-")
    .replaceAll(/[\s_-]/gu, "-")
    .toLowerCase();
}

/**
 * Which of `known` somebody most likely meant by `typed`; undefined where none is near. A third of the letters may be
 * wrong, left out, added, or in the place of their neighbour: compilers draw the line there as well
 * (https://doc.rust-lang.org/nightly/nightly-rustc/rustc_span/edit_distance/fn.find_best_match_for_name.html).
 */
export function closest(typed: string, known: readonly string[]): string | undefined {
  if (typed.length > maxLength) return undefined;
  const wanted = plain(typed);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const it of known) {
    const distance = it.length > maxLength ? least : editDistance(wanted, plain(it));
    if (distance < least) [best, least] = [it, distance];
  }
  return best ?? known.find((it) => isAlike(wanted, plain(it)));
}

/** `category` for `categories`, `zone` for `time-zone`: too many letters differ, and it is the same word. */
function isAlike(wanted: string, known: string): boolean {
  if (wanted.length < 4) return false;
  if (known.split("-").includes(wanted)) return true;
  let same = 0;
  while (same < wanted.length && wanted[same] === known[same]) same++;
  return same >= Math.max(4, 0.75 * Math.min(wanted.length, known.length));
}

/** Edits from one text to the other, of letters and of neighbours that changed places (optimal string alignment). */
function editDistance(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
