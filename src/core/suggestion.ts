/** What was suggested in a thread, or would have been, or why nothing was: enough to answer "why?" later. */
export interface Suggestion {
  /** `shadow`: nothing was posted. */
  readonly mode: "live" | "shadow";
  readonly question: { readonly title: string; readonly url: string };
  /** Best first; empty: silence. */
  readonly items: readonly SuggestedItem[];
  /** Where nothing was good enough: the best that was found. */
  readonly best?: SuggestedItem;
  readonly threshold: ThresholdInForce;
  readonly because: string;
}

/** An item with the reasons for it, as they were when it was suggested. */
export interface SuggestedItem {
  /** The id of its `KnowledgeItem`. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly confidence: number;
  readonly score: number;
  /** What each part of the ranking added to the score. */
  readonly parts: Readonly<Record<string, number>>;
  /** The question's words that matched, strongest first, and where. */
  readonly terms: readonly { readonly term: string; readonly fields: readonly string[]; readonly score: number }[];
}

/** How sure one has to be before anything is posted, and why that much. */
export interface ThresholdInForce {
  /** 0 to 1: `base` and what feedback changed about it. */
  readonly value: number;
  readonly base: number;
  /** Where `base` comes from: the config, a back-test of this repository, or the package. */
  readonly from: "config" | "fitted" | "default";
  /** What feedback added to `base`; 0 for a threshold from the config. */
  readonly moved: number;
  /** In words, to be read after the value: "0.6 as shipped, 0.04 more since 2 of the last 9 judged posts helped". */
  readonly because: string;
}

/** A threshold that fits one repository's own history. */
export interface FittedThreshold {
  /** 0 to 1. */
  readonly threshold: number;
  /** Questions it was fitted on. */
  readonly cases: number;
  /** What it was fitted on, for people: `back-test`. */
  readonly from: string;
  readonly at: Date;
}

/** What one person thinks of the suggestions in a thread. */
export interface Feedback {
  /** Login. */
  readonly by: string;
  readonly helpful: boolean;
  /** Whether it is the person who opened the thread. */
  readonly isAsker: boolean;
  /** A 👍 or 👎 on our comment can be taken back. What a command said stands, whatever is clicked. */
  readonly via: "reaction" | "command";
  /** The asker said that it helped before any other person had written: a confirmed deflection. */
  readonly deflected: boolean;
}

/** Feedback as it is recorded: where, and when it was given. */
export interface GivenFeedback extends Feedback {
  /** Number of the thread. */
  readonly number: number;
  readonly at: Date;
}

/** Opinions on one item, over all threads it was suggested in. */
export interface Opinions {
  readonly helpful: number;
  readonly unhelpful: number;
}
