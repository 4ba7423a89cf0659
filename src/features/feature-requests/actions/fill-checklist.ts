import type { ActionKind } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { GoneError } from "../../../core/errors.ts";
import { fullName, threadName } from "../../../core/repository-name.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { fillChecklist, type PlanningAnswers } from "../planning/checklist.ts";
import type { RequestWrites } from "./record-request.ts";

/** Answer planning questions in the text of an issue; without answers, put them there. The text is read anew: people edit it. */
export interface FillChecklist {
  readonly do: "fill-checklist";
  readonly repository: RepositoryRef;
  /** Of the issue. */
  readonly number: number;
  readonly answers: PlanningAnswers;
}

export const fillChecklistOfIssue: ActionKind<FillChecklist, RequestWrites> = {
  async perform({ repository, number, answers }, { github: { reads, writes } }) {
    const issue = await reads.findTrackedIssue(repository, number);
    const isHere = issue?.convertedTo === undefined && isSameName(issue?.repository ?? "", fullName(repository));
    if (!issue || !isHere) throw new GoneError(`issue #${number} is not here any more`);
    const body = fillChecklist(issue.body, answers);
    if (body !== issue.body) await writes.editIssue(repository, number, { body });
  },
  describe: ({ answers, ...action }) => {
    const questions = Object.keys(answers);
    return `${questions.length === 0 ? "ask" : `answer (${questions.join(", ")})`} the planning questions in issue ${threadName(action)}`;
  },
};
