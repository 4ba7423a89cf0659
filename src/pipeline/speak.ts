import { GoneError } from "../core/errors.ts";
import { commentSections, type Action } from "../core/plan.ts";
import type { GitHubReads, GitHubWrites } from "../core/ports.ts";
import type { RecordStore } from "../core/record-store.ts";
import { hasMarkerOf, markerOf, readSections, writeSection } from "../text/marker.ts";

type ActionOf<Name extends Action["do"]> = Extract<Action, { readonly do: Name }>;

interface GitHub {
  readonly reads: GitHubReads;
  readonly writes: GitHubWrites;
}

/**
 * Write a section of our one comment. The comment is found by our records, or else by its markers in the thread:
 * an earlier try may have posted it without hearing of its success. One that a person deleted stays deleted.
 */
export async function say(
  { repository, discussion, number, section, body }: ActionOf<"say">,
  { reads, writes }: GitHub,
  records: RecordStore,
): Promise<void> {
  const recorded = await records.findOurComment(repository, number);
  const thread = await reads.findThread(repository, number);
  if (!thread) throw new GoneError(`discussion #${number} is gone`);

  const ours = thread.comments.find(
    (it) => it.isOurs && (it.id === recorded || (it.replyTo === undefined && readSections(it.body).size > 0)),
  );
  if (!ours && recorded !== undefined) return;

  const text = writeSection(ours?.body, section, body, commentSections);
  if (!ours) {
    await records.keepOurComment(repository, number, await writes.addComment(repository, discussion, text));
    return;
  }
  if (ours.body !== text) await writes.updateComment(repository, ours.id, text);
  if (ours.id !== recorded) await records.keepOurComment(repository, number, ours.id);
}

/** Answer under a comment, unless an earlier try already did. */
export async function reply(
  { repository, discussion, number, to, key, body }: ActionOf<"reply">,
  { reads, writes }: GitHub,
): Promise<void> {
  const thread = await reads.findThread(repository, number);
  if (!thread) throw new GoneError(`discussion #${number} is gone`);
  if (thread.comments.some((it) => it.isOurs && hasMarkerOf(it.body, repository, "reply", key))) return;
  await writes.addComment(repository, discussion, `${body}\n\n${markerOf(repository, "reply", key)}`, to);
}

/** Comment on an issue, unless an earlier try already did. */
export async function commentOnIssue(
  { repository, number, issue, key, body }: ActionOf<"comment-on-issue">,
  { reads, writes }: GitHub,
): Promise<void> {
  const ours = await reads.ourIssueComments(repository, number);
  if (ours.some((it) => hasMarkerOf(it.body, repository, "reply", key))) return;
  await writes.addIssueComment(repository, issue, `${body}\n\n${markerOf(repository, "reply", key)}`);
}
