import type { ActionKind } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { threadName } from "../../../core/repository-name.ts";
import { hasMarkerOf, markerOf, readSections } from "../../../text/marker.ts";

/**
 * Tell whoever asked that a booked time has changed, by a comment of its own: GitHub notifies nobody of a mention that is
 * put into a comment later (isaacs/github#310). `key` makes it findable again, so that it is written once.
 */
export interface TellAsker {
  readonly do: "tell-asker";
  readonly repository: RepositoryRef;
  readonly discussion: string;
  readonly number: number;
  readonly key: string;
  readonly body: string;
}

/** The kind of the marker by which it is found again. */
export const noticeMarker = "session-notice";

/** It stands under our one comment where that can be seen. In a thread that is gone there is nobody to tell. */
export const tellAsker: ActionKind<TellAsker> = {
  async perform({ repository, discussion, number, key, body }, { github: { reads, writes } }) {
    const comments = (await reads.findThread(repository, number))?.comments;
    if (!comments || comments.some((it) => it.isOurs && hasMarkerOf(it.body, repository, noticeMarker, key))) return;
    const ours = comments.find(
      (it) => it.isOurs && !it.isMinimized && it.replyTo === undefined && readSections(it.body).size > 0,
    );
    await writes.addComment(repository, discussion, `${body}\n\n${markerOf(repository, noticeMarker, key)}`, ours?.id);
  },
  describe: (action) => `tell the asker of ${threadName(action)} that a booked time has changed (${action.key})`,
};
