import { loadConfig } from "../../config/load.ts";
import type { Clock } from "../../core/clock.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Measurer } from "../../report/measurer.ts";
import type { Report } from "../../report/report.ts";
import { findServed, noDatabase, type OpenStores } from "../with-stores.ts";
import { loadExport } from "./load-export.ts";
import { readConfig } from "./read-config.ts";
import { readPeriod } from "./read-period.ts";
import { reportFormats, reportText, writeReportFiles, type ReportFormat } from "./report-files.ts";
import { reportOfExport } from "./report-of-export.ts";
import { ReportRefusal } from "./report-refusal.ts";
import { zoneOfConfig } from "./zone-of-config.ts";

/** What was asked for. */
export interface ReportOptions {
  readonly repo?: string;
  readonly from?: string;
  readonly to?: string;
  readonly format: string;
  readonly out?: string;
  readonly fromExport?: string;
  readonly roles?: string;
  readonly config?: string;
  readonly data: string;
}

/** What is read of a data folder. */
export interface ReportStores {
  readonly records: {
    repositories(): Promise<readonly RepositoryRef[]>;
    findConfig(repository: RepositoryRef): Promise<{ readonly text: string } | undefined>;
  };
  readonly measurer: Pick<Measurer, "report">;
}

interface Around {
  readonly open: OpenStores<ReportStores>;
  readonly clock: Clock;
  /** Takes the report where no folder is named, byte for byte. */
  readonly out: (text: string) => void;
  /** Takes the names of files that were written. */
  readonly tell: (line: string) => void;
}

/** Makes a report by the records of a data folder, or from an export. Rejects with `ReportRefusal`. */
export async function runReport(options: ReportOptions, around: Around): Promise<void> {
  const format = readFormat(options.format);
  const { fromExport, out } = options;
  const report = fromExport === undefined ? await byRecords(options, around) : await byExport(options, fromExport);
  if (out === undefined) around.out(reportText(report, format));
  else for (const file of writeReportFiles(report, format, out)) around.tell(file);
}

async function byExport(options: ReportOptions, file: string): Promise<Report> {
  const settings = await readConfig(options.config);
  const { repo, from, to } = options;
  const exported = await loadExport(file, options.roles);
  const repository = repo ?? exported.repository;
  if (repository === undefined) {
    throw new ReportRefusal(
      `${file}: no address of a discussion tells the repository; name it with --repo owner/name.`,
    );
  }
  if (exported.repository !== undefined && repository.toLowerCase() !== exported.repository.toLowerCase()) {
    throw new ReportRefusal(`${file} holds discussions of ${exported.repository}, not of ${repository}.`);
  }
  const period = readPeriod({ from, to }, settings.calendar.timeZone, exported.exportedAt);
  return reportOfExport(exported, { repository, period, settings });
}

async function byRecords({ repo, from, to, data, roles, config }: ReportOptions, { open, clock }: Around) {
  const misplaced = roles === undefined ? config && "--config" : "--roles";
  if (misplaced) throw new ReportRefusal(`${misplaced} goes with --from-export.`);
  if (repo === undefined)
    throw new ReportRefusal("Name a repository with --repo owner/name, or a file with --from-export.");
  const stores = await open(data);
  if (!stores) throw noDatabase(data);
  try {
    const repository = await findServed(stores.records, repo);
    const kept = await stores.records.findConfig(repository);
    const loaded = kept && loadConfig(kept.text);
    const timeZone = zoneOfConfig(loaded && "config" in loaded ? loaded.config : undefined);
    return await stores.measurer.report(repository, readPeriod({ from, to }, timeZone, clock()));
  } finally {
    await stores.close();
  }
}

function readFormat(text: string): ReportFormat {
  const format = reportFormats.find((it) => it === text);
  if (format) return format;
  throw new ReportRefusal(`--format "${text}" is none of ${reportFormats.join(", ")}.`);
}
