import type { ForgottenPeople } from "../core/forgotten-people.ts";
import type { GitHubReads } from "../core/github-reads.ts";
import { withoutPeople } from "../core/without-people.ts";

/**
 * GitHub as it would be told by somebody who does not know the people that asked to be forgotten: what they wrote up to
 * then was written by an account that is gone. What they write later is theirs.
 */
export function withoutForgotten(reads: GitHubReads, people: ForgottenPeople): GitHubReads {
  const clean = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
    // First the answer: a read that fails while nobody waits for it would end the process.
    const answer = await asked;
    const since = await people.forgottenSince();
    return since === undefined ? answer : withoutPeople(answer, since);
  };
  return {
    ...reads,
    findThread: (...which) => clean(reads.findThread(...which)),
    findDiscussion: (...which) => clean(reads.findDiscussion(...which)),
    findSnapshot: (...which) => clean(reads.findSnapshot(...which)),
    findHistory: (...which) => clean(reads.findHistory(...which)),
    newestThreads: (...which) => clean(reads.newestThreads(...which)),
    threadHistories: (...which) => clean(reads.threadHistories(...which)),
    threadDigests: (...which) => clean(reads.threadDigests(...which)),
    answeredDiscussions: (...which) => clean(reads.answeredDiscussions(...which)),
    openDiscussions: (...which) => clean(reads.openDiscussions(...which)),
    recentIssues: (...which) => clean(reads.recentIssues(...which)),
    findIssue: (...which) => clean(reads.findIssue(...which)),
    findIssueComment: (...which) => clean(reads.findIssueComment(...which)),
    ourIssueComments: (...which) => clean(reads.ourIssueComments(...which)),
    opinionsOn: (...which) => clean(reads.opinionsOn(...which)),
    reactionsOn: (...which) => clean(reads.reactionsOn(...which)),
  };
}
