import { RateLimitError } from "../../core/errors.ts";
import type { PointsLeft } from "../../core/thread-history.ts";

/** How far the backfill of a repository is. Plain data; times are ISO 8601. */
export interface BackfillProgress {
  readonly startedAt: string;
  /** When it last got on. */
  readonly updatedAt: string;
  /** Open threads are read first, since these are watched. `off`: the config wants no history. */
  readonly phase: "open" | "closed" | "done" | "off";
  /** Threads read so far, and discussions in the repository by GitHub's count. */
  readonly read: number;
  readonly total: number;
  /** Where it goes on; missing at the start and at the end. */
  readonly cursor?: string;
  /** It waits until then, so that the rest of the hour's points is left for those who wait for an answer. */
  readonly waitsUntil?: string;
}

/** The share of an hour's points that history leaves to what happens now. */
const keptForLive = 0.4;

/** When reading on may go on; undefined for at once. */
export function waitFor({ limit, remaining, resetAt }: PointsLeft): string | undefined {
  return remaining < keptForLive * limit ? resetAt.toISOString() : undefined;
}

/** Puts a delivery back that is not to run yet. It counts as no failure. */
export function mustBeTime(notBefore: string | undefined, now: Date): void {
  if (notBefore === undefined || Date.parse(notBefore) <= now.getTime()) return;
  throw new RateLimitError("The rest of this hour's points is for those who wait for an answer", new Date(notBefore));
}
