import type { Discussion } from "../../../core/discussion.ts";
import type { ReadsWithRequests } from "../reads.ts";
import type { EventOf } from "../../feature.ts";
import { readVotes } from "./read-votes.ts";

/** A page of requests that were there before we came. */
export interface PageFacts {
  readonly found: "page";
  /** Those that are not known yet. */
  readonly discussions: readonly Discussion[];
  readonly votes: ReadonlyMap<number, number>;
  readonly next: string | undefined;
  /** Whether the finder is to know them. */
  readonly isSearched: boolean;
}

/** Read one. 3 points, 2 where all are known. */
export async function readPage(
  { repository, category, cursor }: EventOf<"import-requests">,
  reads: ReadsWithRequests,
): Promise<PageFacts> {
  const { github, requests, knowledge } = reads;
  const { discussions: page, next } = await github.openDiscussions(repository, category, cursor);
  const discussions: Discussion[] = [];
  for (const discussion of page) {
    const isKnown = (await requests.findRequest(repository, discussion.number)) !== undefined;
    if (!isKnown && !discussion.author?.isBot) discussions.push(discussion);
  }
  const numbers = discussions.map(({ number }) => number);
  const votes = await readVotes(repository, numbers, reads);
  const isSearched = (await knowledge.findIssueSettings(repository)) !== undefined;
  return { found: "page", discussions, votes, next, isSearched };
}
