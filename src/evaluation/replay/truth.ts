import type { Comment, PastThread } from "../../core/discussion.ts";
import { findReferences } from "../../text/find-references.ts";
import type { Target, Targets } from "./targets.ts";

/** What truly answered a thread, as far as people wrote it down. */
export interface Truth extends Target {
  /** Where it is written: in the marked answer, in another comment, or as what a duplicate repeats. */
  readonly from: "answer" | "comment" | "duplicate";
}

/**
 * What truly answered a thread: docs and threads that its marked answer links to, or any comment by a person other
 * than the asker; of a thread closed as duplicate, the thread it repeats. Empty where nobody linked anything, which
 * says nothing about whether something would have answered. What bots wrote, or people hid, does not count.
 */
export function truthsOf(thread: PastThread, targets: Targets): Truth[] {
  const byPeople = thread.comments.filter(isByPerson);
  const answer = thread.answer && isByPerson(thread.answer) ? [thread.answer] : [];
  // The answer is among them once more, after itself: what it links to keeps its better source.
  const byHelpers = byPeople.filter((it) => !isByAsker(thread, it));
  const found: Truth[] = [
    ...(thread.closed === "duplicate" ? repeatedBy(byPeople, targets) : []),
    ...answer.flatMap(({ body }) => targetsIn(body, targets).map((it) => ({ ...it, from: "answer" as const }))),
    ...byHelpers.flatMap(({ body }) => targetsIn(body, targets).map((it) => ({ ...it, from: "comment" as const }))),
  ];
  const own = `thread:${thread.number}`;
  const first = new Map<string, Truth>();
  for (const truth of found) {
    const key = truth.id ?? truth.group;
    if (truth.group !== own && !first.has(key)) first.set(key, truth);
  }
  return [...first.values()];
}

/**
 * How right a suggestion is: `exact`, the very section or thread that answered; `page`, its page; `way`, an earlier
 * thread whose own answer links to it.
 */
export type Grade = "exact" | "page" | "way";

/** The best that holds of a suggestion; undefined where nothing of it is what answered. */
export function gradeOf(
  { id, group, leadsTo }: { readonly id: string; readonly group: string; readonly leadsTo: readonly string[] },
  truths: readonly Truth[],
): Grade | undefined {
  if (truths.some((truth) => truth.id === id)) return "exact";
  if (truths.some((truth) => truth.group === group)) return "page";
  return truths.some((truth) => leadsTo.includes(truth.group)) ? "way" : undefined;
}

function targetsIn(body: string, targets: Targets): Target[] {
  return targets.of(findReferences(body));
}

/** The threads named where somebody speaks of a duplicate; where nobody says the word, the thread named last. */
function repeatedBy(comments: readonly Comment[], targets: Targets): Truth[] {
  const named = comments
    .map(({ body }) => ({ body, threads: targetsIn(body, targets).filter(({ group }) => group.startsWith("thread:")) }))
    .filter(({ threads }) => threads.length > 0);
  const duplicates = named.filter(({ body }) => /\bdup(?:licates?|licated|es?)?\b/iu.test(body));
  const sources = duplicates.length > 0 ? duplicates : named.slice(-1);
  return sources.flatMap(({ threads }) => threads).map((it) => ({ ...it, from: "duplicate" }));
}

function isByPerson({ author, isOurs, isMinimized }: Comment): boolean {
  return author?.isBot !== true && !isOurs && !isMinimized;
}

/** Of two accounts that are gone nobody knows whether they were one. */
export function isByAsker({ author }: PastThread, comment: Comment): boolean {
  return author?.login === comment.author?.login;
}
