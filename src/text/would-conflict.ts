import { structuredPatch } from "diff";

/** Lines of the shared text that a side has changed: from the first up to the one behind the last; none between two: an insertion. */
interface Change {
  readonly from: number;
  readonly to: number;
}

/**
 * Whether git would find a conflict between two changes of one text: they touch the same lines, or lines side by side.
 * https://git-scm.com/docs/git-merge-file
 */
export function wouldConflict(shared: string, ours: string, theirs: string): boolean {
  if (shared === ours || shared === theirs || ours === theirs) return false;
  const some = changesOf(shared, ours);
  const others = changesOf(shared, theirs);
  return some.some((one) => others.some((other) => one.from <= other.to && other.from <= one.to));
}

function changesOf(before: string, after: string): Change[] {
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, { context: 0 });
  return hunks.map(({ oldStart, oldLines }) => ({ from: oldStart - 1, to: oldStart - 1 + oldLines }));
}
