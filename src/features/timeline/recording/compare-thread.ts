import type { ThreadDigest } from "../../../core/thread-history.ts";
import type { Timeline } from "../../../core/timeline.ts";
import type { ThreadFacts } from "../facts.ts";
import type { KnownThread } from "../store/progress-records.ts";

/**
 * Whether GitHub shows a thread otherwise than it was when it was last read. What changed by then counts from when all its
 * comments were read: a label, a mark or a close has us read the thread without them, and one may never have been told.
 */
export function isChanged(digest: ThreadDigest, { asker, topLevelComments, observed, fullTo }: KnownThread): boolean {
  const shown = [
    digest.updatedAt.toISOString(),
    digest.closedAt?.toISOString(),
    digest.answer?.comment,
    digest.asker?.login,
    digest.topLevelComments,
    ...ofBoth(digest),
  ];
  const known = [
    fullTo ?? observed.updatedAt,
    observed.closed?.at,
    observed.answer?.comment,
    asker,
    topLevelComments,
    ...ofBoth(observed),
  ];
  return JSON.stringify(shown) !== JSON.stringify(known);
}

/** What a digest and a reading show alike. */
function ofBoth(it: Pick<ThreadDigest, "title" | "category" | "labels" | "locked" | "isPinned">) {
  return [it.title, it.category, [...it.labels].sort(), it.locked, it.isPinned];
}

/** Whether a thread that was read in full tells more than its timeline held: webhooks may have told all of it. */
export function hasNews(before: Timeline | undefined, { reading, said }: ThreadFacts): boolean {
  if (!before || !reading) return true;
  const { observed } = reading;
  const known = before.observed;
  const isSame =
    JSON.stringify(ofBoth(observed)) === JSON.stringify(ofBoth(known)) &&
    observed.closed?.at === known.closed?.at.toISOString() &&
    observed.answer?.comment === known.answer?.comment &&
    reading.asker === before.asker;
  return !isSame || !hasSameComments(before, said);
}

function hasSameComments({ entries }: Timeline, said: ThreadFacts["said"]): boolean {
  const known = entries.flatMap((it) =>
    it.kind === "comment" ? [`${it.id} ${it.isThanks ? "thanks" : it.isCommand ? "commands" : "words"}`] : [],
  );
  const read = said
    .filter(({ isDeleted, isHidden }) => !isDeleted && !isHidden)
    .map(({ id, text }) => `${id} ${text?.sense ?? "words"}`);
  return JSON.stringify(known.sort()) === JSON.stringify(read.sort());
}
