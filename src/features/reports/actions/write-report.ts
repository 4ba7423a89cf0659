import type { ActionKind } from "../../../actions/action-set.ts";
import { writeOwnBranch } from "../../../actions/write-own-branch.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { RefusedError } from "../../../core/errors.ts";
import type { WantedFile } from "../../../core/proposal.ts";
import { fullName } from "../../../core/repository-name.ts";
import { marker, writeSection } from "../../../text/marker.ts";
import { isChartFile } from "../chart-files.ts";
import type { ReportRecord } from "../report-record.ts";
import { findPlace, openPlace, type Where } from "./find-place.ts";
import type { ReportsWrites } from "./keep-reports.ts";

/** Have the report of a period in an issue or discussion, with its charts on their branch. */
export interface WriteReport {
  readonly do: "write-report";
  readonly repository: RepositoryRef;
  readonly place: Where;
  readonly eachTime: "edit" | "new";
  /** End of the period, ISO 8601: no report is written twice. */
  readonly period: string;
  readonly title: string;
  /** Markdown, without charts. */
  readonly body: string;
  /** The files of its charts, and the Markdown that shows them. */
  readonly charts?: { readonly branch: string; readonly files: readonly WantedFile[]; readonly body: string };
  /** What is remembered of it then, beside where it is. */
  readonly record: ReportRecord;
}

/** The part of the body that is ours. */
const section = "report";

/** Workflows that run with each push are not to: https://docs.github.com/en/actions/how-tos/manage-workflow-runs/skip-workflow-runs */
const message = "Update the charts of the report\n\n[skip ci]";

/**
 * Charts first, since the text shows them. Where GitHub refuses those, the report is written without, and whoever runs this is told.
 * What people write around our part stays. One that a person closed is left alone. What GitHub refuses altogether is
 * tried again a day later.
 */
export const writeReport: ActionKind<WriteReport, ReportsWrites> = {
  async perform(action, writes) {
    const { repository, period, record } = action;
    const known = await writes.reports.findReports(repository);
    // A report of this period may have been written by a plan that came before.
    if (known?.until !== undefined && known.until >= period && known.in && known.every === record.every) return;
    const charts = await keepCharts(action, known?.branch, writes);
    const branch = "head" in charts ? { branch: { name: charts.name, head: charts.head } } : {};
    const withoutCharts = "refusal" in charts ? { withoutCharts: charts.refusal.message } : {};
    const { withoutCharts: _, refusedAt: __, refusal: ___, ...kept } = record;
    try {
      const number = await writeText(action, "head" in charts, known, writes);
      const where = { where: action.place.where, number };
      await writes.reports.keepReports(repository, { ...kept, in: where, ...branch, ...withoutCharts });
    } catch (error) {
      if (error instanceof RefusedError) {
        const refused = { refusedAt: writes.clock().toISOString(), refusal: error.message };
        await writes.reports.keepReports(repository, { ...known, every: record.every, ...branch, ...refused });
      }
      throw error;
    }
    if ("refusal" in charts) throw charts.refusal;
  },
  describe: ({ repository, place: { where }, title }) =>
    `have “${title}” in ${aOrAn(where)} of ${fullName(repository)}`,
};

type Charts =
  { readonly none: true } | { readonly name: string; readonly head: string } | { readonly refusal: RefusedError };

async function keepCharts(
  { repository, charts }: WriteReport,
  before: ReportRecord["branch"],
  { github }: ReportsWrites,
): Promise<Charts> {
  if (!charts) return { none: true };
  const { branch: name, files } = charts;
  try {
    const head = await writeOwnBranch(
      repository,
      {
        name,
        head: before?.name === name ? before.head : undefined,
        message,
        files,
        as: "added",
        what: "charts",
        setting: "reports.branch",
        holdsOursAlone: async (commit, reads) =>
          (await reads.tree(repository, commit)).every(({ path }) => isChartFile(path)),
      },
      github,
    );
    return { name, head };
  } catch (error) {
    if (error instanceof RefusedError) return { refusal: error };
    throw error;
  }
}

/** The number of the issue or discussion that has it. */
async function writeText(
  { repository, place, eachTime, period, title, body, charts }: WriteReport,
  hasCharts: boolean,
  known: ReportRecord | undefined,
  { github }: ReportsWrites,
): Promise<number> {
  const key = eachTime === "edit" ? String(repository.id) : `${repository.id}:${period}`;
  const mark = marker("report", key);
  const text = `${mark}\n${hasCharts && charts ? charts.body : body}`;
  const found = await findPlace(repository, place, mark, { known: known?.in, github });
  if (!found)
    return openPlace(repository, place, { title, body: writeSection(undefined, section, text, [section]) }, github);
  // Written before our records were lost, by what was known then: it would only become poorer.
  if (!known && found.title === title) return found.number;
  const wanted = writeSection(found.body, section, text, [section]);
  if (!found.isClosed && wanted !== found.body) await found.write({ title, body: wanted });
  return found.number;
}

function aOrAn(where: Where["where"]): string {
  return where === "issue" ? "an issue" : "a discussion";
}
