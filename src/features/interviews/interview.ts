import type { Rating } from "../../core/survey.ts";

/** A discussion, to be linked to. */
export interface ThreadLink {
  readonly number: number;
  readonly title: string;
  readonly url: string;
}

/** What made a discussion hard. `overdue`: how many targets were missed in it; `reopened`: how often it was. */
export type ThornySign = { readonly sign: "long" | "people" | "reopened" | "overdue"; readonly count: number };

/** Why somebody is worth talking to. Plain data. */
export type InterviewReason =
  | { readonly kind: "low-rating"; readonly thread: ThreadLink; readonly rating: Rating }
  | { readonly kind: "thorny"; readonly thread: ThreadLink; readonly signs: readonly ThornySign[] }
  /** They have wished for many things. */
  | { readonly kind: "requests"; readonly threads: readonly ThreadLink[] }
  /** They asked once, and never came back; `waited`: seconds until the first reply, missing where none came. */
  | { readonly kind: "left"; readonly thread: ThreadLink; readonly waited?: number };

export type ReasonKind = InterviewReason["kind"];

/** The reasons without a discussion that is gone. */
export function withoutThread(reasons: readonly InterviewReason[], number: number): readonly InterviewReason[] {
  return reasons.flatMap((it): readonly InterviewReason[] => {
    if (it.kind !== "requests") return it.thread.number === number ? [] : [it];
    const threads = it.threads.filter((thread) => thread.number !== number);
    return threads.length === 0 ? [] : [{ ...it, threads }];
  });
}

/** Whether a discussion is among the reasons. */
export function mentions(reasons: readonly InterviewReason[], number: number): boolean {
  return reasons.some((it) => (it.kind === "requests" ? it.threads : [it.thread]).some((at) => at.number === number));
}

/** Somebody worth talking to, the most telling reason first. */
export interface Interviewee {
  /** Login. */
  readonly login: string;
  readonly reasons: readonly InterviewReason[];
}

/** Somebody who was named for a quarter. Plain data; times are ISO 8601. */
export interface NamedInterviewee extends Interviewee {
  /** `2026-Q4`, in UTC. */
  readonly quarter: string;
  readonly namedAt: string;
  /** Somebody has talked with them. */
  readonly done?: { readonly by: string; readonly at: string };
}
