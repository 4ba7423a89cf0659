import type { Thread } from "../../../core/discussion.ts";
import type { FoundEntry, Refusal } from "../../../core/faq-editor.ts";
import type { EntryFiles } from "./entry-files.ts";
import type { OnBranch } from "./gather-wishes.ts";
import type { KnownPromotion } from "./known-promotion.ts";
import type { Promotable, Unfit } from "./promotable-answer.ts";
import type { EditedAnswer } from "./promotion.ts";
import type { Proposed } from "./propose-change.ts";
import type { reasons } from "./why-propose.ts";

/** What is known of one promotion and of all that it depends on. */
export interface FollowFacts extends KnownPromotion {
  /** Undefined when it is gone. */
  readonly thread: Thread | undefined;
  readonly promotable: Promotable | Unfit | undefined;
  readonly files: EntryFiles | Refusal;
  readonly company: OnBranch;
  /** Whether we commented in the thread before, be the comment still there or not. */
  readonly hasSpoken: boolean;
  /** Its entry on the default branch. */
  readonly entry: FoundEntry | undefined;
  /** A change that has to be proposed; undefined where all is as it should be. */
  readonly due: DueChange | undefined;
}

/** A change that has to be proposed. */
export interface DueChange {
  readonly why: keyof typeof reasons;
  /** How the answer was edited since a person asked for it. */
  readonly edit: Omit<EditedAnswer, "isIn"> | undefined;
  /** How often the same was proposed, with this. */
  readonly tries: number;
  readonly change: Proposed | Refusal;
}
