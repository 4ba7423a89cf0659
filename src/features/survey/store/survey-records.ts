import type { RepositoryRef } from "../../../core/discussion.ts";
import type { RepositoryRows } from "../../../core/repository-rows.ts";
import type { Survey } from "../../../core/survey.ts";
import type { ThreadSurvey } from "../thread-survey.ts";

/** What an asker wrote beside their rating: for whoever talks with them, and published nowhere. */
export interface SurveyWords {
  /** Number of the discussion. */
  readonly number: number;
  /** Plain text of bounded size, with secrets taken out. */
  readonly words: string;
}

/** What is stored about how content askers are, for reading. Logins are the same in capitals and small letters. */
export interface SurveyReads {
  /** By the discussion's number. */
  findSurvey(repository: RepositoryRef, number: number): Promise<Survey | undefined>;
  /** All that were asked or answered, by number. */
  surveys(repository: RepositoryRef): Promise<readonly Survey[]>;
  /** What askers wrote, by number. Kept apart, so that nobody tells of it by accident. */
  words(repository: RepositoryRef): Promise<readonly SurveyWords[]>;
  /** Logins of those who want to be asked nothing, in small letters. */
  silenced(repository: RepositoryRef): Promise<ReadonlySet<string>>;
  /** All that is known of asking in a thread. */
  findThreadSurvey(repository: RepositoryRef, number: number): Promise<ThreadSurvey | undefined>;
  /** When a person was last asked or rated, in threads other than this one. */
  lastAsked(repository: RepositoryRef, login: string, except: number): Promise<Date | undefined>;
  /** Threads that are to be looked at by then, longest due first; `person`: a login in small letters. By an index alone. */
  dueSurveys(
    repository: RepositoryRef,
    by: Date,
    limit: number,
  ): Promise<readonly { readonly number: number; readonly person: string }[]>;
  /** Open ones, in which reactions count, those asked last first. */
  openSurveys(repository: RepositoryRef, limit: number): Promise<readonly ThreadSurvey[]>;
  /** Numbers of a person's threads in which a question stands, or is about to. */
  surveysOf(repository: RepositoryRef, login: string): Promise<readonly number[]>;
}

/** The same for writing. Writing the same twice is writing it once. */
export interface SurveyRecords extends SurveyReads, RepositoryRows {
  /** In the place of what was known of the thread. Words stay as they are. */
  keepSurvey(repository: RepositoryRef, survey: ThreadSurvey): Promise<void>;
  /** In the place of what they wrote before; undefined: nothing. */
  keepWords(repository: RepositoryRef, number: number, words: string | undefined): Promise<void>;
  /** Whether this person may be asked from now on. */
  keepSilenced(repository: RepositoryRef, login: string, isSilenced: boolean): Promise<void>;
  /** With its words. */
  forgetSurvey(repository: RepositoryRef, number: number): Promise<void>;
}
