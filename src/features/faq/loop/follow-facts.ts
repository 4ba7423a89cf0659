import type { Thread } from "../../../core/discussion.ts";
import type { Refusal } from "../../../faq/refusal.ts";
import type { EntryFiles } from "./entry-files.ts";
import type { OnBranch } from "./gather-wishes.ts";
import type { KnownPromotion } from "./known-promotion.ts";
import type { Promotable, Unfit } from "./promotable-answer.ts";

/** What is known of one promotion and of all that it depends on. */
export interface FollowFacts extends KnownPromotion {
  /** Undefined when it is gone. */
  readonly thread: Thread | undefined;
  readonly promotable: Promotable | Unfit | undefined;
  /** Number of the answerer's account. */
  readonly account: number | undefined;
  readonly files: EntryFiles | Refusal;
  readonly company: OnBranch;
  /** Whether we commented in the thread before, be the comment still there or not. */
  readonly hasSpoken: boolean;
}
