import type { ActionKind, Writes } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { KnownIssue } from "../../../core/knowledge.ts";
import { threadName } from "../../../core/repository-name.ts";
import type { FeatureRequest } from "../feature-request.ts";
import type { RequestRecords } from "../store/request-records.ts";

/** What the actions of feature requests write beside what all actions may. */
export interface RequestWrites extends Writes {
  readonly requests: RequestRecords;
}

/** Store the record of a request, but for its votes and its issue. */
export interface KeepRequest {
  readonly do: "keep-request";
  readonly repository: RepositoryRef;
  readonly request: FeatureRequest;
}

/**
 * Store a request that was there before we were, unless an event of its thread has told of it since it was read: that one
 * may be accepted by now. `item` is how it is found by search; missing where requests are not searched.
 */
export interface ImportRequest {
  readonly do: "import-request";
  readonly repository: RepositoryRef;
  readonly request: FeatureRequest;
  readonly votes: number;
  readonly item?: KnownIssue;
}

export interface ForgetRequest {
  readonly do: "forget-request";
  readonly repository: RepositoryRef;
  readonly number: number;
}

export interface RecordVotes {
  readonly do: "record-votes";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly votes: number;
}

/** Link an existing issue to a request. */
export interface AdoptIssue {
  readonly do: "adopt-issue";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly issue: { readonly number: number; readonly id: string; readonly url: string };
}

/** Note something that the issue of a request was to be given and was not. */
export interface NoteNotSet {
  readonly do: "note-not-set";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly what: string;
}

export const keepRequest: ActionKind<KeepRequest, RequestWrites> = {
  perform: ({ repository, request }, { requests }) => requests.keepRequest(repository, request),
  describe: ({ repository, request: { number, state } }) =>
    `record that request ${threadName({ repository, number })} is ${state}`,
};

export const importRequest: ActionKind<ImportRequest, Pick<RequestWrites, "requests" | "knowledge">> = {
  async perform({ repository, request, votes, item }, { requests, knowledge }) {
    if (!(await requests.addRequest(repository, request))) return;
    await requests.keepVotes(repository, request.number, votes);
    if (item) await knowledge.keepIssues(repository, [item]);
  },
  describe: ({ repository, request: { number, state } }) =>
    `record that ${threadName({ repository, number })} was there before and is ${state}`,
};

export const forgetRequest: ActionKind<ForgetRequest, RequestWrites> = {
  perform: ({ repository, number }, { requests }) => requests.forgetRequest(repository, number),
  describe: (action) => `forget request ${threadName(action)}`,
};

export const recordVotes: ActionKind<RecordVotes, RequestWrites> = {
  perform: ({ repository, number, votes }, { requests }) => requests.keepVotes(repository, number, votes),
  describe: (action) => `record ${action.votes} votes for ${threadName(action)}`,
};

export const adoptIssue: ActionKind<AdoptIssue, RequestWrites> = {
  perform: ({ repository, number, issue }, { requests }) =>
    requests.linkIssue(repository, number, { ...issue, isAdopted: true, notSet: [] }),
  describe: (action) => `track ${threadName(action)} in issue #${action.issue.number}`,
};

export const noteNotSet: ActionKind<NoteNotSet, RequestWrites> = {
  perform: ({ repository, number, what }, { requests }) => requests.addNotSet(repository, number, what),
  describe: (action) => `note that the issue of ${threadName(action)} has no ${action.what}`,
};
