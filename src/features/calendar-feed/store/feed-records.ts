import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Feed, FeedBranch, PublishedSession } from "../feed.ts";

type Repository = Pick<RepositoryRef, "id">;

/** Our records of calendars, for reading. */
export interface FeedReads {
  findFeed(repository: Repository): Promise<Feed | undefined>;
  /** The sessions in it that end after `from` (all where missing), by their end. */
  publishedSessions(repository: Repository, from?: Date): Promise<readonly PublishedSession[]>;
  /** Id of the repository whose calendar was last published under this name (`owner/name`, in any case). */
  findByName(name: string): Promise<number | undefined>;
}

/** What of a calendar is to be another than it was. */
export interface FeedChanges {
  readonly feed: Feed;
  readonly changed: readonly PublishedSession[];
  /** Sessions that are in it no more. */
  readonly gone: readonly { readonly series: string; readonly as: string }[];
}

/** The same for writing. Writing the same twice is writing it once. */
export interface FeedRecords extends FeedReads {
  keepFeed(repository: Repository, changes: FeedChanges): Promise<void>;
  /** Replaces what is known of the branch, where the calendar still has the branch of this name. */
  keepFeedBranch(repository: Repository, branch: FeedBranch): Promise<void>;
  forgetRepository(repository: Repository): Promise<void>;
}
