import type { RepositoryRef } from "../core/discussion.ts";
import type { GitHubReads } from "../core/github-reads.ts";
import type { RecordReads } from "../core/record-reads.ts";
import { readSections } from "../text/marker.ts";

/**
 * The same records where they may have been lost: our comment in a thread of which nothing is recorded is looked for by
 * its markers. 1 point or more each time, as reading the thread takes; nothing where it is recorded.
 */
export function findCommentsAgain<Records extends Pick<RecordReads, "findOurComment">>(
  records: Records,
  github: Pick<GitHubReads, "findThread">,
): Records {
  const findOurComment = async (repository: RepositoryRef, number: number): Promise<string | undefined> => {
    const recorded = await records.findOurComment(repository, number);
    if (recorded !== undefined) return recorded;
    const thread = await github.findThread(repository, number);
    return thread?.comments.find((it) => it.isOurs && it.replyTo === undefined && readSections(it.body).size > 0)?.id;
  };
  return new Proxy(records, {
    get(target, name) {
      if (name === "findOurComment") return findOurComment;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}
