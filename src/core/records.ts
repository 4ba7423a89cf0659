import type { RepositoryRef } from "./discussion.ts";
import type { CommandUse, RecordReads } from "./record-reads.ts";
import type { RepositoryRows } from "./repository-rows.ts";
import type { Feedback, FittedThreshold, Suggestion } from "./suggestion.ts";

/** The same, to be written, too: by `perform` alone. Writing the same twice is writing it once. */
export interface Records extends RecordReads, RepositoryRows {
  keepConfig(repository: RepositoryRef, source: string, text: string): Promise<void>;
  rememberRepository(repository: RepositoryRef): Promise<void>;
  keepOurComment(repository: RepositoryRef, number: number, comment: string): Promise<void>;
  /** The record of what was (or would have been) suggested in a thread, in place of the one before. */
  recordSuggestion(repository: RepositoryRef, number: number, suggestion: Suggestion, at: Date): Promise<void>;
  /** Forgets a thread's suggestion and feedback. That we commented there is remembered. */
  forgetSuggestion(repository: RepositoryRef, number: number): Promise<void>;
  /** One opinion a person and thread: the newer takes the place of the older, but a reaction never that of a command. */
  recordFeedback(repository: RepositoryRef, number: number, feedback: Feedback, at: Date): Promise<void>;
  /** Forgets a person's opinion of a thread's suggestions if it came by a reaction. */
  withdrawFeedback(repository: RepositoryRef, number: number, by: string): Promise<void>;
  /** The repository's own threshold, in place of the one before. */
  keepThreshold(repository: RepositoryRef, fitted: FittedThreshold): Promise<void>;
  recordCommand(repository: RepositoryRef, use: CommandUse, at: Date): Promise<void>;
}
