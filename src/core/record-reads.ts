import type { RepositoryRef } from "./discussion.ts";
import type { FittedThreshold, GivenFeedback, Opinions, Suggestion } from "./suggestion.ts";

/** A thread's record, and where and when it was made. */
export interface RecordedSuggestion {
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly at: Date;
  readonly suggestion: Suggestion;
}

/** What was suggested in a thread, and since when. */
export interface MadeSuggestion {
  readonly number: number;
  /** When the thread got its first record: what is suggested in it may have changed since. */
  readonly firstAt: Date;
  readonly suggestion: Suggestion;
  /** Node id of our comment in the thread, if we have one. */
  readonly comment?: string;
}

/** A command of somebody without a role. */
export interface CommandUse {
  readonly by: string;
  /** Of the discussion or issue. */
  readonly number: number;
  /** Tells it from their other uses: recorded twice is recorded once. */
  readonly key: string;
  /** Whether they were told in words that it was refused. */
  readonly told: boolean;
}

/** Our own records about repositories and threads. */
export interface RecordReads {
  /** The last good config: where it came from and its text. */
  findConfig(repository: RepositoryRef): Promise<{ readonly source: string; readonly text: string } | undefined>;
  repositories(): Promise<readonly RepositoryRef[]>;
  /** Whether `repositories` has it. A repository is remembered when its docs have been read for the first time. */
  isServed(repository: RepositoryRef): Promise<boolean>;
  /** Node id of our one comment in a thread. */
  findOurComment(repository: RepositoryRef, number: number): Promise<string | undefined>;
  findSuggestion(repository: RepositoryRef, number: number): Promise<Suggestion | undefined>;
  /** Records of one mode, newest first. Times are when the thread's record was last written. */
  suggestions(wanted: {
    readonly mode: Suggestion["mode"];
    /** All repositories where missing. */
    readonly repository?: RepositoryRef;
    readonly since?: Date;
    readonly limit: number;
  }): Promise<readonly RecordedSuggestion[]>;
  /** The present records of these threads, posted or not, by their numbers; threads without one are left out. */
  suggestionsOf(repository: RepositoryRef, numbers: readonly number[]): Promise<readonly MadeSuggestion[]>;
  /** Our comments that suggest something, of threads whose suggestion was first made in this time, newest first. */
  suggestionComments(
    repository: RepositoryRef,
    from: Date,
    to: Date,
    limit: number,
  ): Promise<readonly { readonly number: number; readonly comment: string }[]>;
  /** What was given since then, newest first, or all that concerns these threads. */
  feedback(
    repository: RepositoryRef,
    wanted: { readonly since: Date; readonly limit: number } | { readonly numbers: readonly number[] },
  ): Promise<readonly GivenFeedback[]>;
  findThreshold(repository: RepositoryRef): Promise<FittedThreshold | undefined>;
  /** What a person without a role has used since then, newest first, at most a hundred. Kept for a day. */
  commandUses(repository: RepositoryRef, by: string, since: Date): Promise<readonly CommandUse[]>;
  /** By item id: what people thought of the threads' suggestions it was among. Items without opinions are left out. */
  opinions(repository: RepositoryRef): Promise<ReadonlyMap<string, Opinions>>;
}
