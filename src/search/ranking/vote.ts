import { top } from "../index/top.ts";

/** How many earlier threads are heard. */
const mostVoters = 50;

/** Votes that raise a document by half of the best score; it never rises by more than all of it. */
const halfwayVotes = 1;

/** What counting votes needs to know of the threads and of what they link to. */
export interface Election {
  /** How like the question a thread is: its score as a share of the best. */
  readonly strength: (slot: number) => number;
  readonly isBefore: (a: number, b: number) => boolean;
  /** For each link of a thread the documents it may mean: one section, or all of a page. */
  readonly slotsAt: (slot: number) => readonly ReadonlySet<number>[];
}

/**
 * Earlier threads like this question vote for what their answers linked to: helpers have shown before what answers
 * such a question. A thread whose score is half of the best has a quarter of a vote, which is shared among its links;
 * a link to a whole page counts for the section of it that matches the question best.
 */
export function countVotes(threads: readonly number[], election: Election): Map<number, number> {
  const { strength, isBefore, slotsAt } = election;
  const votes = new Map<number, number>();
  for (const thread of top(threads, mostVoters, isBefore)) {
    const targets = new Set(slotsAt(thread).flatMap((slots) => top(slots, 1, isBefore)));
    targets.delete(thread);
    const share = strength(thread) ** 2 / targets.size;
    for (const target of targets) votes.set(target, (votes.get(target) ?? 0) + share);
  }
  return votes;
}

/** What votes add to a document's score, as a share of the best score: 0 for none, a half for one, never all. */
export function voteBonus(votes: number): number {
  return votes / (votes + halfwayVotes);
}
