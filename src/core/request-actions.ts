import type { CloseReason, RepositoryRef } from "./discussion.ts";
import type { FeatureRequest } from "./feature-request.ts";
import type { IssueChange, LabelDraft } from "./planning.ts";
import type { FieldValue } from "./project.ts";

/** What is done about feature requests and the issues in which they are worked on. Part of `Action`. */
export type RequestAction =
  /** What our record says of a request, but for its votes and its issue. */
  | { readonly do: "keep-request"; readonly repository: RepositoryRef; readonly request: FeatureRequest }
  | { readonly do: "forget-request"; readonly repository: RepositoryRef; readonly number: number }
  | {
      readonly do: "record-votes";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly votes: number;
    }
  /** Open the issue of a request, unless it is there, and remember it. `key` makes it findable again. */
  | {
      readonly do: "make-issue";
      readonly repository: RepositoryRef;
      /** Of the request. */
      readonly number: number;
      readonly key: string;
      readonly draft: RequestIssueDraft;
    }
  /** Remember an issue that was there before as that of a request. */
  | {
      readonly do: "adopt-issue";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly issue: { readonly number: number; readonly id: string; readonly url: string };
    }
  /** Open an issue for one deliverable, unless it is there, as a part of the request's issue. */
  | {
      readonly do: "make-sub-issue";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly key: string;
      readonly title: string;
      readonly body: string;
    }
  /** Put an issue on a board and set fields there. What is refused for a request's new issue is noted, not thrown. */
  | {
      readonly do: "set-on-board";
      readonly repository: RepositoryRef;
      /** Of the issue, or of the request whose issue it is. */
      readonly number: number;
      /** Node id; missing: the request's issue. */
      readonly issue?: string;
      /** `isShown`: whether its names may be told in the thread; missing in plans of earlier releases. */
      readonly board: { readonly id: string; readonly title: string; readonly isShown?: boolean };
      readonly fields: readonly BoardField[];
    }
  /** Take an issue off a board, with all that is set there. */
  | {
      readonly do: "take-off-board";
      readonly repository: RepositoryRef;
      /** Of the issue. */
      readonly number: number;
      readonly board: { readonly id: string; readonly title: string };
      /** Node id of its place there. */
      readonly item: string;
    }
  /** Something that the issue of a request should have and cannot. */
  | {
      readonly do: "note-not-set";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly what: string;
    }
  /** Change an issue. What GitHub leaves out is noted at `request`, or else thrown as a `NotSetError`. */
  | {
      readonly do: "change-issue";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly request?: number;
      readonly change: Omit<IssueChange, "milestone">;
      readonly milestone?: MilestoneWish | null;
    }
  /** Put labels on an issue or thread, and take others off. What GitHub leaves out: as above. */
  | {
      readonly do: "label";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly request?: number;
      /** Node id. */
      readonly subject: string;
      readonly add: readonly LabelDraft[];
      readonly remove: readonly string[];
    }
  | {
      readonly do: "close-thread";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly discussion: string;
      readonly because: CloseReason;
    }
  | {
      readonly do: "reopen-thread";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly discussion: string;
    };

/** Whether an action is one of these. A new one that is missing here does not compile. */
export function isRequestAction(action: { readonly do: string }): action is RequestAction {
  return Object.hasOwn(names, action.do);
}

const names: Readonly<Record<RequestAction["do"], true>> = {
  "keep-request": true,
  "forget-request": true,
  "record-votes": true,
  "make-issue": true,
  "adopt-issue": true,
  "make-sub-issue": true,
  "note-not-set": true,
  "set-on-board": true,
  "take-off-board": true,
  "change-issue": true,
  label: true,
  "close-thread": true,
  "reopen-thread": true,
};

/** A milestone that is there, or one to make. */
export type MilestoneWish =
  | { readonly number: number; readonly title: string }
  | { readonly number?: never; readonly title: string; readonly due?: string };

/** The issue of a request as it should be opened. */
export interface RequestIssueDraft {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly milestone?: MilestoneWish;
  readonly assignees: readonly string[];
  readonly type?: string;
}

/** A field of a board with its new value; none: it is cleared. */
export interface BoardField {
  readonly id: string;
  readonly name: string;
  /** The value as people see it. */
  readonly shown: string;
  readonly value: FieldValue | null;
}
