import type { Period } from "../../business-time/periods.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Report } from "../../report/report.ts";
import type { PageReads } from "./reads.ts";

type Reporter = Pick<PageReads["measurer"], "report">;

/** So long the same report is told again, in milliseconds: what it is made of is kept for half a minute by the measurer. */
const keptMs = 10_000;
const maxKept = 50;

interface Kept {
  readonly at: number;
  readonly report: Promise<Report>;
}

const kept = new WeakMap<Reporter, Map<string, Kept>>();

/**
 * The report of a period. Many who ask at once, or one after the other, get the same: it is hundreds of kilobytes that
 * come from another thread.
 */
export function reportOf(
  repository: RepositoryRef,
  { from, to }: Period,
  { measurer, now }: { readonly measurer: Reporter; readonly now: Date },
): Promise<Report> {
  const reports = kept.get(measurer) ?? new Map<string, Kept>();
  kept.set(measurer, reports);
  const key = `${repository.id} ${from.getTime()} ${to.getTime()}`;
  const known = reports.get(key);
  // Clocks of the demo and of tests are moved, in both directions.
  if (known && Math.abs(now.getTime() - known.at) < keptMs) return known.report;
  const report = measurer.report(repository, { from, to });
  reports.delete(key);
  reports.set(key, { at: now.getTime(), report });
  report.catch(() => reports.delete(key));
  for (const oldest of [...reports.keys()].slice(0, -maxKept)) reports.delete(oldest);
  return report;
}
