import { loadConfig } from "../config/load.ts";
import type { RepositoryRef } from "../core/discussion.ts";
import { fullName } from "../core/repository-name.ts";
import { gatherContext, type ContextReads } from "../measures/gather/gather-context.ts";
import { gatherMeasured } from "../measures/gather/gather-measured.ts";
import type { MeasureReads } from "../measures/gather/measure-reads.ts";
import { measureRepository } from "../measures/measure-repository.ts";
import type { MeasureContext } from "../measures/measure.ts";
import type { MeasuredRepository } from "../measures/measured-repository.ts";
import { buildReport } from "../report/build-report.ts";
import type { BehindQuery, ThreadBehind } from "../report/measurer.ts";
import type { Report } from "../report/report.ts";
import { threadsBehind } from "../report/threads-behind.ts";
import { notesOf, type ReadHistory } from "./notes-of.ts";
import { ShortMemory } from "./short-memory.ts";

/** All that measuring reads. */
export interface MeasurerReads extends Omit<MeasureReads, "watch" | "records"> {
  readonly watch: MeasureReads["watch"] & ContextReads["watch"];
  readonly records: MeasureReads["records"] & {
    /** The last good config. */
    findConfig(repository: RepositoryRef): Promise<{ readonly text: string } | undefined>;
  };
  readonly timelineProgress: { findBackfill(repository: RepositoryRef): Promise<ReadHistory | undefined> };
}

/** How long what was measured is told again. */
export const keptMs = 30_000;

interface Measured {
  readonly measured: MeasuredRepository;
  readonly calendar: MeasureContext["calendar"];
  readonly notes: readonly string[];
  /** What was told of it, by period. */
  readonly reports: Map<string, Report>;
}

/** Of more periods than this, the one that was told first is made anew: whoever asks chooses them. */
const maxReports = 20;

/**
 * Measures repositories on the thread that calls, by the time that it is told. What was measured is kept for a short
 * while, as a page asks several times, and many look at one.
 */
export class RepositoryMeasurer {
  readonly #reads: MeasurerReads;
  readonly #memory = new ShortMemory<Measured>(keptMs);

  constructor(reads: MeasurerReads) {
    this.#reads = reads;
  }

  async report(
    repository: RepositoryRef,
    period: { readonly from: Date; readonly to: Date },
    now: Date,
  ): Promise<Report> {
    const { measured, calendar, notes, reports } = await this.#measure(repository, now);
    const key = `${fullName(repository)} ${period.from.getTime()} ${period.to.getTime()}`;
    const known = reports.get(key);
    if (known) return known;
    const report = buildReport(measured, {
      repository: fullName(repository),
      source: "records",
      period,
      calendar,
      notes,
    });
    const [first] = reports.keys();
    if (first !== undefined && reports.size >= maxReports) reports.delete(first);
    reports.set(key, report);
    return report;
  }

  async threadsBehind(repository: RepositoryRef, query: BehindQuery, now: Date): Promise<readonly ThreadBehind[]> {
    return threadsBehind((await this.#measure(repository, now)).measured, query);
  }

  /** Lets go of what was measured. */
  clear(): void {
    this.#memory.clear();
  }

  #measure(repository: RepositoryRef, now: Date): Promise<Measured> {
    return this.#memory.get(repository.id, now, async () => {
      const kept = await this.#reads.records.findConfig(repository);
      const loaded = kept && loadConfig(kept.text);
      // A config that another version took may be none for this one: then time counts as without any.
      const settings = loaded && "config" in loaded ? loaded.config : undefined;
      const context = await gatherContext(repository, settings, this.#reads, now);
      const measured = await measureRepository(gatherMeasured(repository, this.#reads), context);
      const notes = notesOf(measured, await this.#reads.timelineProgress.findBackfill(repository));
      return { measured, calendar: context.calendar, notes, reports: new Map() };
    });
  }
}
