import type { ActionKind, Writes } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { threadName } from "../../../core/repository-name.ts";
import { hasMarkerOf, markerOf, readSections } from "../../../text/marker.ts";

/**
 * Call people in a thread, by a comment of its own: GitHub notifies nobody of a mention that is put into a comment later
 * (isaacs/github#310). `key` makes it findable again, so that it is written once.
 */
export interface Mention {
  readonly do: "mention";
  readonly repository: RepositoryRef;
  readonly discussion: string;
  readonly number: number;
  readonly key: string;
  readonly body: string;
}

/** It stands under our one comment where there is one. In a thread that is gone there is nobody to call for. */
export const mention: ActionKind<Mention> = {
  async perform({ repository, discussion, number, key, body }, { github: { reads, writes } }: Writes) {
    const comments = (await reads.findThread(repository, number))?.comments;
    if (!comments || comments.some((it) => it.isOurs && hasMarkerOf(it.body, repository, "mention", key))) return;
    const ours = comments.find((it) => it.isOurs && it.replyTo === undefined && readSections(it.body).size > 0);
    await writes.addComment(repository, discussion, `${body}\n\n${markerOf(repository, "mention", key)}`, ours?.id);
  },
  describe: (action) => `call for ${threadName(action)} by a mention (${action.key})`,
};
