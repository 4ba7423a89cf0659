import type { ActionKind } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { GoneError } from "../../../core/errors.ts";
import type { LabelDraft } from "../../../core/issue-tracking.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { threadName } from "../../../core/repository-name.ts";

/** Put a label on a discussion, or take it off. */
export interface LabelDiscussion {
  readonly do: "label-discussion";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly discussion: string;
  readonly label: LabelDraft;
  readonly on: boolean;
}

export const labelDiscussion: ActionKind<LabelDiscussion> = {
  async perform({ repository, number, discussion, label, on }, { github: { reads, writes } }) {
    const there = await reads.findDiscussion(repository, number);
    if (!there) throw new GoneError(`discussion #${number} is gone`);
    const has = there.labels.some((it) => isSameName(it, label.name));
    if (on && !has) await writes.addLabels(repository, discussion, [label]);
    if (!on && has) await writes.removeLabels(repository, discussion, [label.name]);
  },
  describe: (action) =>
    `${action.on ? "put" : "take"} "${action.label.name}" ${action.on ? "on" : "off"} ${threadName(action)}`,
};
