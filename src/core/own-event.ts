import type { BookingOutcome } from "./booking.ts";
import type { ChatMessage } from "./chat-message.ts";
import type { RepositoryRef } from "./discussion.ts";

/** What we put into the line ourselves: what the clock sets going, what follows from something else, and each next part of what takes long. */
export type OwnEvent =
  /** Go on with the import of answered threads behind `cursor` (none: from the start). */
  | { readonly kind: "import-threads"; readonly repository: RepositoryRef; readonly cursor: string | undefined }
  /** All answered threads of a repository are known, as far as there are any. */
  | { readonly kind: "threads-imported"; readonly repository: RepositoryRef }
  /** Look whether a repository can have its first pull request by now. */
  | { readonly kind: "onboard-repository"; readonly repository: RepositoryRef }
  /** Read the reactions on what we suggested in this time (ISO 8601). */
  | {
      readonly kind: "read-reactions";
      readonly repository: RepositoryRef;
      readonly from: string;
      readonly to: string;
    }
  /** Go on with the import of issues behind `cursor` (none: from the start), `left` of them at most. */
  | {
      readonly kind: "import-issues";
      readonly repository: RepositoryRef;
      readonly cursor: string | undefined;
      readonly left: number;
    }
  /** Look at where a thread's answer stands on its way into the FAQ. `number` is the discussion's. */
  | { readonly kind: "promotion-changed"; readonly repository: RepositoryRef; readonly number: number }
  /** Much speaks for promoting the answer of this discussion: tell helpers there. */
  | { readonly kind: "offer-promotion"; readonly repository: RepositoryRef; readonly number: number }
  /** Look which entries of the FAQ are stale, and which answers are worth promoting. */
  | { readonly kind: "review-faq"; readonly repository: RepositoryRef }
  /** Look at a feature request, its thread and its issue, and bring in line what differs. */
  | {
      readonly kind: "follow-request";
      readonly repository: RepositoryRef;
      /** Of the discussion. */
      readonly number: number;
      /** The comment of a command, for an answer where our own comment was deleted. */
      readonly answer?: string;
      /** A duplicate of it was closed, and its votes count here; without votes it is one no more. */
      readonly duplicate?: { readonly number: number; readonly votes?: number };
      /** Whether what the finder knows is written anew, too: it may have been forgotten with the issues. */
      readonly deep?: boolean;
    }
  /** Get to know the open requests of a category that were there before, behind `cursor` (none: from the start). */
  | {
      readonly kind: "import-requests";
      readonly repository: RepositoryRef;
      readonly category: string;
      readonly cursor: string | undefined;
    }
  /** Read the votes on a repository's open requests; `deep`: look at all of each, and for those not known yet. */
  | { readonly kind: "sweep-requests"; readonly repository: RepositoryRef; readonly deep: boolean }
  /**
   * Take the history of a repository's threads into their timelines, behind `cursor` (none: from the start, unless that
   * was done; `again`: all the same).
   */
  | {
      readonly kind: "backfill-threads";
      readonly repository: RepositoryRef;
      readonly cursor: string | undefined;
      readonly again?: true;
      /** Not before then (ISO 8601): what is left of the hour is for those who wait. */
      readonly notBefore?: string;
    }
  /**
   * Compare the timelines with the threads that changed on GitHub since then (ISO 8601; none: since the last sweep),
   * behind `cursor`. `deep`: with all that are open, for what GitHub counts for no change.
   */
  | {
      readonly kind: "reconcile-threads";
      readonly repository: RepositoryRef;
      readonly since: string | undefined;
      readonly cursor: string | undefined;
      readonly deep?: true;
      /** A deep one is to follow it. */
      readonly deepAfter?: true;
      /** When this sweep began (ISO 8601), and the last change it found: the next one begins there. */
      readonly began?: string;
      readonly newest?: string;
      readonly notBefore?: string;
    }
  /** Something about a thread became known that no webhook told: whoever follows threads looks at it again. */
  | { readonly kind: "thread-observed"; readonly repository: RepositoryRef; readonly number: number }
  /** GitHub holds more of this thread than its timeline, which no webhook told: it is to be read. */
  | { readonly kind: "thread-behind"; readonly repository: RepositoryRef; readonly number: number }
  /** Something in this thread is due by its stored time. */
  | { readonly kind: "thread-due"; readonly repository: RepositoryRef; readonly number: number }
  /** See which watched threads behind this number are due, or were reckoned by other settings, and look at each again. */
  | { readonly kind: "reckon-clocks"; readonly repository: RepositoryRef; readonly after: number }
  /** Look which threads are due, and do it for all of them together. */
  | { readonly kind: "escalate"; readonly repository: RepositoryRef }
  /** See which threads wait for their askers long enough, and, with `reactions`, which answers the askers liked. */
  | { readonly kind: "sweep-resolutions"; readonly repository: RepositoryRef; readonly reactions: boolean }
  /** Tell a team's chat. `key` tells this message from others, so that it is posted once. */
  | {
      readonly kind: "post-to-chat";
      readonly repository: RepositoryRef;
      readonly key: string;
      readonly message: ChatMessage;
    }
  /** A comment seems to be the answer of this thread: its asker gave it 👍, or a marked answer elsewhere links to it. */
  | {
      readonly kind: "helpful-seen";
      readonly repository: RepositoryRef;
      readonly number: number;
      /** Its node id, or its place in an address: `#discussioncomment-1`. */
      readonly answer: string;
      readonly because: "liked" | "linked";
      /** ISO 8601. */
      readonly at: string;
    }
  /** Book a slot of this kind for the thread: `by` asked for it, in the comment with the node id `askedIn`. */
  | {
      readonly kind: "book-session";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly session: "office-hours" | "request";
      readonly by: string;
      readonly askedIn: string;
    }
  /**
   * Look at a thread's booking, its session and its thread, and bring in line what differs. `cancel`: call it off.
   * `outcome`: what came of it, as somebody wrote it down elsewhere; nothing more is to come of it.
   */
  | {
      readonly kind: "follow-booking";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly cancel?: true;
      readonly outcome?: BookingOutcome;
    }
  /** A thread's booking is another than before: whoever shows it looks again. */
  | { readonly kind: "booking-changed"; readonly repository: RepositoryRef; readonly number: number }
  /** See which bookings are due, or follow from other sessions than before, and look at each again. */
  | { readonly kind: "sweep-bookings"; readonly repository: RepositoryRef }
  /** Bring the calendar file of a repository in line with its sessions. */
  | { readonly kind: "publish-calendar"; readonly repository: RepositoryRef }
  /** Ask whoever may be asked now how content they are, and see what reactions say. */
  | { readonly kind: "sweep-surveys"; readonly repository: RepositoryRef }
  /** A thread has ended, or goes on: whether its asker is asked how content they are follows from that. */
  | { readonly kind: "survey-thread"; readonly repository: RepositoryRef; readonly number: number }
  /** Name whom to talk to in this quarter, unless that was done. */
  | { readonly kind: "choose-interviewees"; readonly repository: RepositoryRef }
  /** Write the report of the last whole period. */
  | { readonly kind: "publish-report"; readonly repository: RepositoryRef }
  /** Bring the living issue in line with what it lists. */
  | { readonly kind: "update-living-issue"; readonly repository: RepositoryRef }
  /** `minutes`: every five of them. */
  | { readonly kind: "tick"; readonly every: "start" | "minutes" | "hour" | "day" };
