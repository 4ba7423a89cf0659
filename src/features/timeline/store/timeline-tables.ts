import type { Tables } from "../../../storage/tables.ts";
import type { Sense } from "../../../reply-sense/sense-of.ts";
import type { StoredRole } from "../facts.ts";

/** All tables, with its own. */
export type AllTables = Tables & TimelineTables;

/** The feature's own tables. What their texts hold is taken on trust: only its store writes them. */
export type TimelineTables = {
  timeline_threads: ThreadsTable;
  timeline_entries: EntriesTable;
  timeline_people: PeopleTable;
  timeline_progress: ProgressTable;
};

/** Threads that were read, each as it was in the reading of the greatest version. */
interface ThreadsTable {
  repository: number;
  number: number;
  opened_at: number;
  /** Login; the last one that is known. */
  asker: string | null;
  is_asker_gone: number;
  /** As it was when the thread was read for the first time. */
  opener_role: StoredRole;
  is_open: number;
  top_level_comments: number;
  version: string;
  /** Of the last reading with all comments. */
  full_version: string | null;
  /** `StoredThread` */
  observed: string;
  /** Which sweep over all open threads found it listed last; null for none. */
  listed: string | null;
}

/** One row an entry: comments with what is known of them in columns, all else in `details`. */
export interface EntriesTable {
  repository: number;
  number: number;
  key: string;
  at: number;
  kind: string;
  /** Of comments: the login, null when the account is gone. */
  by: string | null;
  /** Of comments: as it was when the comment was first heard of. */
  role: StoredRole | null;
  sense: Sense;
  /** When the text became what `sense` judges; 0 where no text is known. */
  text_at: number;
  is_deleted: number;
  is_hidden: number;
  /** The version of the last reading that showed it; null where none did. */
  seen: string | null;
  /** JSON of what the kind has beside. */
  details: string;
}

interface PeopleTable {
  repository: number;
  /** In small letters. */
  login: string;
  role: StoredRole;
  asked_at: number;
}

/** How far the backfill and the sweep of a repository are. */
interface ProgressTable {
  repository: number;
  /** `BackfillProgress` */
  backfill: string | null;
  swept_to: number | null;
}
