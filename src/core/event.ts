import type { Comment, Person, RepositoryRef } from "./discussion.ts";
import type { OwnEvent } from "./own-event.ts";

/**
 * What can happen, in our words. `webhooks/` and `pipeline/schedule.ts` make these; nothing else does.
 * An event carries only what a payload is trusted for: payloads come late, twice and out of order,
 * so features read the present state of a thread when they gather. `category` is the slug that it had then: enough to
 * leave a thread alone that is none of a feature's business.
 */
export type SupportEvent = ToldEvent | OwnEvent;

/** What GitHub tells. */
type ToldEvent =
  | {
      readonly kind: "discussion-opened";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly actor: Person;
      readonly category?: string;
    }
  | {
      readonly kind: "discussion-edited";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly actor: Person;
      readonly category?: string;
    }
  /** Answered, unanswered, category, labels, closed, reopened, locked. */
  | {
      readonly kind: "discussion-changed";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly actor: Person;
      readonly change: string;
      readonly category?: string;
      /** When, as far as the payload says (ISO 8601). */
      readonly at?: string;
      /** The reason of a close, as GitHub writes it. */
      readonly reason?: string;
      /** The comment that was marked as the answer, or is it no more; `author` is missing when the account is gone. */
      readonly answer?: Pick<CommentAdded, "id" | "author">;
    }
  /** Deleted or transferred away. */
  | {
      readonly kind: "discussion-removed";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly actor: Person;
    }
  | {
      readonly kind: "comment-added";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly actor: Person;
      readonly comment: CommentAdded;
    }
  | {
      readonly kind: "comment-edited";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly actor: Person;
      readonly comment: CommentAdded;
    }
  | {
      readonly kind: "comment-deleted";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly actor: Person;
      readonly comment: CommentAdded;
    }
  /** The default branch moved, so docs or config may have changed. */
  | { readonly kind: "default-branch-moved"; readonly repository: RepositoryRef; readonly head: string }
  /** We may see this repository from now on, or it came back under another name. */
  | { readonly kind: "repository-added"; readonly repository: RepositoryRef }
  | { readonly kind: "repository-removed"; readonly repository: RepositoryRef }
  /** Repositories may have come or gone with an installation, or all are `lost`; each becomes an event of its own. */
  | { readonly kind: "installation-changed"; readonly installation: number; readonly lost: boolean }
  /** An issue was opened, edited, labelled, closed, a comment of it edited, …: what it is now has to be read. */
  | { readonly kind: "issue-changed"; readonly repository: RepositoryRef; readonly number: number }
  /** Somebody commented on an issue; commands are read from it. */
  | {
      readonly kind: "issue-comment-added";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly actor: Person;
      readonly comment: CommentAdded;
    }
  /** A milestone got another title, day or state, or is gone: what is planned for it has to be read. `milestone`: its number. */
  | { readonly kind: "milestone-changed"; readonly repository: RepositoryRef; readonly milestone: number }
  /** Deleted or transferred away. */
  | { readonly kind: "issue-removed"; readonly repository: RepositoryRef; readonly number: number }
  /** A pull request from this branch of ours was closed, merged or reopened. */
  | {
      readonly kind: "pull-request-changed";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly branch: string;
      /** Where it was reopened: its head may have moved meanwhile, which no webhook told. */
      readonly proposed?: ProposedCommits;
    }
  /** A pull request has a new head, or another base. `proposed` is as it was then: a check is of one commit. */
  | { readonly kind: "commits-proposed"; readonly repository: RepositoryRef; readonly proposed: ProposedCommits }
  /** Somebody asks for our checks of this commit again. */
  | { readonly kind: "checks-asked-again"; readonly repository: RepositoryRef; readonly head: string };

/** Ids of the commits that a pull request goes from and to. */
export interface ProposedCommits {
  readonly head: string;
  readonly base: string;
  /** Whether the head is a branch of the repository itself: whoever proposes it may write there. */
  readonly isOwn: boolean;
}

/** The comment an event is about. `body` is what it said then; author and time are there where the payload says so. */
export type CommentAdded = Pick<Comment, "id" | "body"> &
  Partial<Pick<Comment, "author">> & {
    readonly at?: string;
    /** When it became what it said then (ISO 8601): its last edit, or when it was written. */
    readonly textAt?: string;
  };
