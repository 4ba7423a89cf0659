import type { RepositoryRef } from "../core/discussion.ts";
import { GoneError } from "../core/errors.ts";
import { commentSections, type CommentSection, type MinimizeReason, type Reaction } from "../core/plan.ts";
import { hasMarkerOf, markerOf, readSections, writeSection } from "../text/marker.ts";
import { fullName, threadName } from "../core/repository-name.ts";
import type { ActionKind, Writes } from "./action-set.ts";

/** Write one section of our one comment in a thread; makes the comment, or edits it in place. */
export interface Say {
  readonly do: "say";
  readonly repository: RepositoryRef;
  readonly discussion: string;
  readonly number: number;
  readonly section: CommentSection;
  readonly body: string;
}

/** Answer under a comment. `key` makes it findable again, so that it is written once. */
export interface Reply {
  readonly do: "reply";
  readonly repository: RepositoryRef;
  readonly discussion: string;
  readonly number: number;
  readonly to: string;
  readonly key: string;
  readonly body: string;
}

/** Comment on an issue. `key` makes it findable again, so that it is written once. */
export interface CommentOnIssue {
  readonly do: "comment-on-issue";
  readonly repository: RepositoryRef;
  readonly number: number;
  /** Node id of the issue. */
  readonly issue: string;
  readonly key: string;
  readonly body: string;
}

export interface React {
  readonly do: "react";
  readonly repository: RepositoryRef;
  readonly comment: string;
  readonly with: Reaction;
  /** It is left out when writes are short: what refuses something must not be at the cost of answers. */
  readonly spare?: true;
}

/** Minimize our comment in this thread. */
export interface Minimize {
  readonly do: "fold";
  readonly repository: RepositoryRef;
  readonly comment: string;
  readonly because: MinimizeReason;
}

/**
 * The comment is found by our records, or else by its markers in the thread: an earlier try may have posted it without
 * hearing of its success. One that a person deleted stays deleted.
 */
export const say: ActionKind<Say> = {
  async perform({ repository, discussion, number, section, body }, { github: { reads, writes }, records }: Writes) {
    const recorded = await records.findOurComment(repository, number);
    const readOurs = async () => {
      const thread = await reads.findThread(repository, number);
      if (!thread) throw new GoneError(`discussion #${number} is gone`);
      return thread.comments.find(
        (it) => it.isOurs && (it.id === recorded || (it.replyTo === undefined && readSections(it.body).size > 0)),
      );
    };
    let ours = await readOurs();
    if (recorded !== undefined && (await writes.shouldReadAgain(recorded, ours?.body))) ours = await readOurs();
    if (!ours && recorded !== undefined) return;
    const text = writeSection(ours?.body, section, body, commentSections);
    if (!ours) {
      await records.keepOurComment(repository, number, await writes.addComment(repository, discussion, text));
      return;
    }
    if (ours.body !== text) await writes.updateComment(repository, ours.id, text);
    if (ours.id !== recorded) await records.keepOurComment(repository, number, ours.id);
  },
  describe: (action) => `write "${action.section}" into our comment in ${threadName(action)}`,
};

export const reply: ActionKind<Reply> = {
  async perform({ repository, discussion, number, to, key, body }, { github: { reads, writes } }: Writes) {
    const thread = await reads.findThread(repository, number);
    if (!thread) throw new GoneError(`discussion #${number} is gone`);
    if (thread.comments.some((it) => it.isOurs && hasMarkerOf(it.body, repository, "reply", key))) return;
    await writes.addComment(repository, discussion, `${body}\n\n${markerOf(repository, "reply", key)}`, to);
  },
  describe: (action) => `reply (${action.key}) in ${threadName(action)}`,
};

export const commentOnIssue: ActionKind<CommentOnIssue> = {
  async perform({ repository, number, issue, key, body }, { github: { reads, writes } }: Writes) {
    const ours = await reads.ourIssueComments(repository, number);
    if (ours.some((it) => hasMarkerOf(it.body, repository, "reply", key))) return;
    await writes.addIssueComment(repository, issue, `${body}\n\n${markerOf(repository, "reply", key)}`);
  },
  describe: (action) => `comment (${action.key}) on ${threadName(action)}`,
};

export const react: ActionKind<React> = {
  async perform({ repository, comment, with: reaction, spare }, { github: { writes } }: Writes) {
    if (spare) await writes.ifSpare(() => writes.react(repository, comment, reaction));
    else await writes.react(repository, comment, reaction);
  },
  describe: (action) =>
    `react with ${action.with} to a comment in ${fullName(action.repository)}${action.spare ? " if writes are to spare" : ""}`,
};

export const minimize: ActionKind<Minimize> = {
  perform: ({ repository, comment, because }, { github: { writes } }) =>
    writes.minimizeComment(repository, comment, because),
  describe: (action) => `fold our comment away as ${action.because} in ${fullName(action.repository)}`,
};
