import type { Generated } from "kysely";
import type { InboxState, Shortfall } from "../core/delivery.ts";

/**
 * Our tables. What holds for all of them, so that they are the same in SQLite and PostgreSQL: times are milliseconds
 * since 1970, yes and no are 1 and 0, structures are JSON text, and "none" is null.
 */
export interface Tables {
  deliveries: DeliveriesTable;
  delivery_payloads: { delivery: number; payload: string };
  delivery_plans: { delivery: number; stage: string; plan: string };
  delivery_steps: { delivery: number; stage: string; step: number };
  pages: PagesTable;
  knowledge: KnowledgeTable;
  docs_pages: DocsPagesTable;
  threads: ThreadsTable;
  issues: IssuesTable;
  issue_settings: { repository: number; settings: string };
  snapshots: SnapshotsTable;
  snapshot_pieces: { repository: number; edition: number; piece: number; bytes: Uint8Array };
  repositories: { id: number; owner: string; name: string; installation: number };
  configs: { repository: number; source: string; text: string };
  our_comments: { repository: number; number: number; comment: string };
  suggestions: { repository: number; number: number; item: string; confidence: number; suggested_at: number };
  item_vectors: { repository: number; model: string; item: string; fingerprint: number; vector: Uint8Array };
  suggestion_records: SuggestionRecordsTable;
  feedback: FeedbackTable;
  stale_entries: { repository: number; item: string };
  thresholds: { repository: number; threshold: number; cases: number; fitted_from: string; fitted_at: number };
  command_uses: CommandUsesTable;
  /** What counts until a time, for all processes; nothing of a repository's. */
  expiring_names: { kind: string; name: string; ends_at: number };
  visibility: { id: number; revision: number };
  forgotten_people: { digest: string; salt: string; forgotten_at: number };
  /** What is left of GitHub's limits, by installation: numbers that nobody needs after an hour. */
  github_budgets: { lane: string; version: number; state: string; changed_at: number };
}

/** Commands of people without a role: kept for a day, by what makes each of them one. */
interface CommandUsesTable {
  repository: number;
  person: string;
  key: string;
  /** Of the discussion or issue. */
  number: number;
  used_at: number;
  /** Whether they were told in words that it was refused. */
  told: number;
}

/** The inbox, without what is large: whoever updates a row writes all of it again. */
interface DeliveriesTable {
  /** The order in which deliveries came. */
  seq: Generated<number>;
  id: string;
  name: string;
  action: string | null;
  order_key: string;
  /** 0 for what belongs to none. */
  installation: Generated<number>;
  /** Within an installation, the lower goes first. */
  priority: Generated<number>;
  /** Whose words it holds; null for none, or for more than one. */
  repository: number | null;
  /** Whether its payload and plans are to be deleted when it ends. */
  forget_at_end: Generated<number>;
  /** Who caused it, as long as it is not done. */
  actor: string | null;
  state: InboxState;
  attempts: number;
  /** How many processes in a row ended while it was in hand, without a step done. */
  crashes: Generated<number>;
  /** How many steps were done when it was claimed. */
  steps_before: Generated<number>;
  /** Whether it was claimed to run with nothing beside it: 1, or 2 when it had ended its process so the time before. */
  alone: Generated<number>;
  /** Whether it is the one of its key that can be claimed. Triggers keep it. */
  head: Generated<number>;
  /** Its place among those of its installation that are in progress, each of which has another one. */
  slot: number | null;
  received_at: number;
  run_at: number;
  /** When its last try ended and it began to wait for the next one; null before the first. */
  put_back_at: number | null;
  /** What it tells of that can happen only once; null for what can happen again. */
  cause: string | null;
  /** Who has it in hand, and until when, while it is running. */
  leased_by: string | null;
  lease_until: number | null;
  /** Null as long as it is waiting or running. */
  finished_at: number | null;
  outcome: string | null;
  /** Of what is done: whether GitHub refused a part of it, or something was gone. */
  shortfall: Shortfall | null;
}

/** Split pages by path and content, whichever repositories they are in. */
interface PagesTable {
  path: string;
  sha: string;
  /** `Section[]` */
  sections: string;
  /** Which version of the splitter made them; see `sectionFormat`. */
  format: number;
  stored_at: number;
}

/** One row a repository of which we know anything: how often that changed, and which docs are published. */
interface KnowledgeTable {
  repository: number;
  revision: number;
  commit_sha: string | null;
  /** `DocsSite` */
  site: string | null;
  /** `owner/name` when the docs were published, which is in their addresses. */
  full_name: string | null;
}

/** The published pages of a repository, and those it once had (`sha` null), each at the revision of its last change. */
interface DocsPagesTable {
  repository: number;
  path: string;
  sha: string | null;
  revision: number;
}

/** Answered threads, and those forgotten (`thread` null), each at the revision of its last change. */
interface ThreadsTable {
  repository: number;
  number: number;
  /** `AnsweredThread` */
  thread: string | null;
  revision: number;
}

/** What was suggested in a thread and why, be it posted or not. What was posted stands in `suggestions` too, by item. */
interface SuggestionRecordsTable {
  repository: number;
  number: number;
  mode: "live" | "shadow";
  /** When the thread got its first record, and when its present one. */
  first_at: number;
  made_at: number;
  /** `Suggestion` */
  record: string;
}

/** What people think of a thread's suggestions: one row a person. */
interface FeedbackTable {
  repository: number;
  number: number;
  given_by: string;
  helpful: number;
  given_at: number;
  is_asker: number;
  via: "reaction" | "command";
  /** A confirmed deflection. */
  deflected: number;
}

/** Issues and feature requests, and those forgotten (`issue` null), each at the revision of its last change. */
interface IssuesTable {
  repository: number;
  number: number;
  /** `KnownIssue` */
  issue: string | null;
  revision: number;
}

/** The last complete snapshot of each repository's index; all but `begun` are null until there is one. */
interface SnapshotsTable {
  repository: number;
  /** How often somebody began to write one: the edition of the next is one more. */
  begun: number;
  edition: number | null;
  /** Of the knowledge that is in it. */
  revision: number | null;
  /** Bytes of all pieces together. */
  size: number | null;
}
