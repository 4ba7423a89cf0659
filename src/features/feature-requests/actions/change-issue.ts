import type { ActionKind } from "../../../actions/action-set.ts";
import { changeIssue, label, type ChangeIssue, type Label } from "../../../actions/issues-and-threads.ts";
import { NotSetError } from "../../../core/errors.ts";
import type { RequestWrites } from "./record-request.ts";

/** Change the issue of a request (its number: `request`). What GitHub does not set is noted there. */
export interface ChangeRequestIssue extends Omit<ChangeIssue, "do"> {
  readonly do: "change-request-issue";
  readonly request: number;
}

/** Label the issue of a request. What GitHub does not set is noted there. */
export interface LabelRequestIssue extends Omit<Label, "do"> {
  readonly do: "label-request-issue";
  readonly request: number;
}

export const changeRequestIssue: ActionKind<ChangeRequestIssue, RequestWrites> = {
  perform: (action, writes) =>
    noteNotSet(action, writes, () => changeIssue.perform({ ...action, do: "change-issue" }, writes)),
  describe: (action) => changeIssue.describe({ ...action, do: "change-issue" }),
};

export const labelRequestIssue: ActionKind<LabelRequestIssue, RequestWrites> = {
  perform: (action, writes) => noteNotSet(action, writes, () => label.perform({ ...action, do: "label" }, writes)),
  describe: (action) => label.describe({ ...action, do: "label" }),
};

async function noteNotSet(
  { repository, request }: ChangeRequestIssue | LabelRequestIssue,
  { requests }: RequestWrites,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof NotSetError)) throw error;
    for (const what of error.what) await requests.addNotSet(repository, request, what);
  }
}
