import type { PlanImpact } from "./planning/plan-impact.ts";

/** States of a feature request, in the order it usually passes through them; the last two end it without a decision. */
export const requestStates = [
  "asked",
  "complete",
  "meeting",
  "accepted",
  "declined",
  "shipped",
  "dropped",
  "duplicate",
  "closed",
] as const;
export type RequestState = (typeof requestStates)[number];

/** What has to be known before a request can be decided, in the order it is asked for. */
export const requestQuestions = ["why", "outcome", "urgency"] as const;
export type RequestQuestion = (typeof requestQuestions)[number];

/** What was answered, as plain text of bounded size; a question that is missing here is not answered yet. */
export type RequestAnswers = Readonly<Partial<Record<RequestQuestion, string>>>;

/**
 * Our record of a feature request, which is a discussion in one of the request categories. Plain data: it travels
 * inside plans. Dates are ISO 8601 in UTC. Only events and commands of its thread write it, one after the other; the
 * votes, which the sweep reads, are stored beside it.
 */
export interface FeatureRequest {
  /** Number of the discussion. */
  readonly number: number;
  /** Its node id. */
  readonly discussion: string;
  readonly title: string;
  readonly url: string;
  /** Login; missing when the account is gone. */
  readonly askedBy?: string;
  readonly askedAt: string;
  readonly state: RequestState;
  /** When it came into this state. */
  readonly since: string;
  /** Since when it has waited for a decision; missing while it lacks answers, and in records of earlier releases. */
  readonly completeSince?: string;
  readonly answers: RequestAnswers;
  /** Whether enough people voted for it to be decided; never taken back. */
  readonly isReady: boolean;
  /** Requests and issues about the same matter. */
  readonly related: readonly RelatedRequest[];
  readonly meeting?: RequestMeeting;
  readonly decision?: RequestDecision;
  /** What it meant for the plan when it was accepted last; missing where nothing was planned. */
  readonly impact?: PlanImpact;
  /** Its issue as it was last read. */
  readonly seen?: ObservedIssue;
  /** The discussion that it is a duplicate of. */
  readonly duplicateOf?: { readonly number: number; readonly title: string; readonly url: string };
  /** Votes that came with duplicates of it, by the duplicate's number. */
  readonly votesFrom: Readonly<Record<string, number>>;
}

/** A request or issue to vote on instead. */
export interface RelatedRequest {
  readonly title: string;
  readonly url: string;
  /** What it is, in words: `feature request, open`. */
  readonly kind: string;
}

/** When and where it is talked about, and what came of it. */
export interface RequestMeeting {
  /** In words, as the maintainer wrote it, or an ISO time; of a slot, its time and session in words. */
  readonly when: string;
  readonly by: string;
  /** When it was arranged; missing in records of earlier releases. */
  readonly at?: string;
  /** Markdown, as it was written. */
  readonly outcome?: string;
  /** The slot of a session in which it is; missing where it was arranged in words. */
  readonly slot?: MeetingSlot;
}

/** What a request's record keeps of its booking. */
export interface MeetingSlot {
  /** `Booking.key` */
  readonly key: string;
  readonly start: string;
  readonly end: string;
  /** Logins; empty where nobody is named. */
  readonly hosts: readonly string[];
  readonly isOver: boolean;
}

/** What the project decided. */
export interface RequestDecision {
  readonly is: "accepted" | "declined";
  readonly by: string;
  readonly at: string;
  /** Why it was declined. */
  readonly reason?: string;
  /** Votes when it was decided. */
  readonly votes: number;
  /** Docs that may help instead, where it was declined. */
  readonly instead?: readonly RelatedRequest[];
}

/** The issue that tracks a request, as it was last read. */
export interface ObservedIssue {
  /** `lost`: deleted, or not visible to the app. */
  readonly state: "open" | "completed" | "not-planned" | "duplicate" | "lost";
  readonly milestone?: ObservedMilestone;
  /** Where it is now, after it was transferred or converted. */
  readonly movedTo?: string;
  /** Set where it was transferred to a repository that not everybody may read: nothing from there is kept or told. */
  readonly isHidden?: true;
}

export interface ObservedMilestone {
  readonly number: number;
  readonly title: string;
  /** `2026-12-15` */
  readonly due?: string;
}

/** The issue that belongs to a request. */
export interface IssueLink {
  readonly number: number;
  /** GraphQL node id. */
  readonly id: string;
  readonly url: string;
  /** Whether it existed before the request was accepted: such an issue is never closed by us. */
  readonly isAdopted: boolean;
  /** What it was to be given and was not, each with the reason, in words. */
  readonly notSet: readonly string[];
}

/** All that is stored of a request. */
export interface StoredRequest {
  readonly request: FeatureRequest;
  /** Upvotes and 👍 of the discussion, when they were last read. */
  readonly votes: number;
  readonly issue?: IssueLink;
}

/** How many people want it, those who said so in duplicates included. */
export function allVotes({ request, votes }: Pick<StoredRequest, "request" | "votes">): number {
  return Object.values(request.votesFrom).reduce((sum, it) => sum + it, votes);
}
