import type { RepositoryRef } from "./discussion.ts";
import type { DocsSite } from "./docs-site.ts";
import type { SupportEvent } from "./event.ts";
import type { FaqAction } from "./faq-actions.ts";
import type { AnsweredThread, KnownIssue, PageRef } from "./knowledge.ts";
import type { CommandUse } from "./record-store.ts";
import type { RequestAction } from "./request-actions.ts";
import type { Feedback, Suggestion } from "./suggestion.ts";

/** The parts of our one comment in a thread, in the order they stand in it. */
export const commentSections = ["related-answers", "feature-request", "faq"] as const;
export type CommentSection = (typeof commentSections)[number];

export type Reaction = "eyes" | "rocket" | "confused";

/** Why a comment is folded away; GitHub's classifiers in lower case. */
export type FoldReason = "resolved" | "outdated" | "off-topic";

/**
 * What we intend to do, as data: it can be printed, stored, compared in a test, or skipped in a dry run.
 * Only `pipeline/perform.ts` carries it out. Whatever changes GitHub or our own records is one of these.
 */
export type Action =
  | FaqAction
  | RequestAction
  /** Write one section of our one comment in a thread; makes the comment, or edits it in place. */
  | {
      readonly do: "say";
      readonly repository: RepositoryRef;
      readonly discussion: string;
      readonly number: number;
      readonly section: CommentSection;
      readonly body: string;
    }
  /** Answer under a comment. `key` makes it findable again, so that it is written once. */
  | {
      readonly do: "reply";
      readonly repository: RepositoryRef;
      readonly discussion: string;
      readonly number: number;
      readonly to: string;
      readonly key: string;
      readonly body: string;
    }
  /** Comment on an issue. `key` makes it findable again, so that it is written once. */
  | {
      readonly do: "comment-on-issue";
      readonly repository: RepositoryRef;
      readonly number: number;
      /** Node id of the issue. */
      readonly issue: string;
      readonly key: string;
      readonly body: string;
    }
  | {
      readonly do: "react";
      readonly repository: RepositoryRef;
      readonly comment: string;
      readonly with: Reaction;
      /** It is left out when writes are short: what refuses something must not be at the cost of answers. */
      readonly spare?: true;
    }
  /** Fold our comment in this thread away. */
  | { readonly do: "fold"; readonly repository: RepositoryRef; readonly comment: string; readonly because: FoldReason }
  /** What the docs are from now on: these pages, no others. */
  | {
      readonly do: "publish-docs";
      readonly repository: RepositoryRef;
      readonly commit: string;
      readonly site: DocsSite | undefined;
      readonly pages: readonly PageRef[];
    }
  | { readonly do: "keep-threads"; readonly repository: RepositoryRef; readonly threads: readonly AnsweredThread[] }
  | { readonly do: "forget-thread"; readonly repository: RepositoryRef; readonly number: number }
  | { readonly do: "keep-issues"; readonly repository: RepositoryRef; readonly issues: readonly KnownIssue[] }
  | { readonly do: "forget-issue"; readonly repository: RepositoryRef; readonly number: number }
  /** Forget all issues; those that are kept from now on were chosen by `settings` (none: no more are kept). */
  | { readonly do: "reset-issues"; readonly repository: RepositoryRef; readonly settings: string | undefined }
  /** What was suggested, or would have been, with the reasons: takes the place of what the thread's record said. */
  | {
      readonly do: "record-suggestion";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly suggestion: Suggestion;
    }
  /** Forget what was suggested in a thread and what people thought of it: the thread is gone. */
  | { readonly do: "forget-suggestion"; readonly repository: RepositoryRef; readonly number: number }
  /** What a person thinks of a thread's suggestions from now on. `at` (ISO 8601): when it was given, where not just now. */
  | {
      readonly do: "record-feedback";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly feedback: Feedback;
      readonly at?: string;
    }
  /** A person took their reaction back. */
  | {
      readonly do: "withdraw-feedback";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly by: string;
    }
  /** A person without a role used a command: they may not use many. `told`: and was told in words that it is refused. */
  | { readonly do: "record-command"; readonly repository: RepositoryRef; readonly use: CommandUse }
  /** Remember the config that is in force. */
  | { readonly do: "keep-config"; readonly repository: RepositoryRef; readonly source: string; readonly text: string }
  | { readonly do: "remember-repository"; readonly repository: RepositoryRef }
  | { readonly do: "forget-repository"; readonly repository: RepositoryRef }
  /** Have GitHub send a webhook again that did not get through. */
  | { readonly do: "redeliver"; readonly id: number; readonly guid: string }
  /** Forget what we may do through an installation: it was changed or suspended. */
  | { readonly do: "renew-access"; readonly installation: number }
  /** Delete finished deliveries that ended before this time (ISO 8601). */
  | { readonly do: "prune-inbox"; readonly before: string }
  /** Put another event into the inbox. `key` tells it from the plan's other follow-ups, so that it is one however often this is performed. */
  | { readonly do: "follow-up"; readonly key: string; readonly event: SupportEvent };

/** Actions in the order they are carried out, and one line that says why, for the log and the record. */
export interface Plan {
  readonly actions: readonly Action[];
  readonly because: string;
}

/** The plan of doing nothing, with the reason for it. */
export function nothing(because: string): Plan {
  return { actions: [], because };
}
