import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Reads } from "../../../core/reads.ts";
import type { RepositoryRows } from "../../../core/repository-rows.ts";
import type { ThreadTraits, Timeline, TimelineEntry } from "../../../core/timeline.ts";
import type { StoredRole, ThreadFacts } from "../facts.ts";
import type { ProgressReads } from "./progress-records.ts";

/** A role somebody had when GitHub was asked. */
export interface KnownRole {
  readonly login: string;
  readonly role: StoredRole;
  /** ISO 8601. */
  readonly askedAt: string;
}

/** A thread as it was last read, without what happened in it. */
export interface ReadThread {
  readonly number: number;
  readonly openedAt: Date;
  /** Login; the last one that is known. */
  readonly asker?: string;
  readonly observed: Pick<ThreadTraits, "title" | "url" | "category" | "labels">;
}

/** Timelines, for reading. */
export interface TimelineReads {
  /** The timeline of a thread, all its facts put together; undefined for a thread that was never read. */
  findTimeline(repository: RepositoryRef, number: number): Promise<Timeline | undefined>;
  /** The timelines of all threads that were read and have a greater number, in order, up to so many. */
  timelinesAfter(repository: RepositoryRef, number: number, limit: number): Promise<readonly Timeline[]>;
  /** Whether the thread was ever read. */
  knowsThread(repository: RepositoryRef, number: number): Promise<boolean>;
  /** Threads with lower numbers than `before`, the highest first, as they were last read. */
  threadsBefore(repository: RepositoryRef, before: number, limit: number): Promise<readonly ReadThread[]>;
  /** Roles of these people that were asked for since then, by login in small letters. */
  rolesSince(
    repository: RepositoryRef,
    logins: readonly string[],
    since: Date,
  ): Promise<ReadonlyMap<string, StoredRole>>;
}

/** The same for writing. Taking in the same twice, or in another order, is the same. */
export interface TimelineRecords extends TimelineReads, RepositoryRows {
  takeIn(repository: RepositoryRef, ...threads: readonly ThreadFacts[]): Promise<void>;
  keepRoles(repository: RepositoryRef, roles: readonly KnownRole[]): Promise<void>;
  /** Entries that other features tell of, by their keys; the first of a key stays. */
  addEntries(repository: RepositoryRef, number: number, entries: readonly TimelineEntry[]): Promise<void>;
  forgetThread(repository: RepositoryRef, number: number): Promise<void>;
}

/** What the timeline reads: beside what every feature may, its own records. */
export interface ReadsWithTimelines extends Reads {
  readonly timelines: TimelineReads;
  readonly timelineProgress: ProgressReads;
}
