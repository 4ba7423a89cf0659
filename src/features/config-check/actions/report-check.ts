import type { ActionKind } from "../../../actions/action-set.ts";
import type { CheckAnnotation, CheckReport } from "../../../core/check-run.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { fullName } from "../../../core/repository-name.ts";
import { checkName } from "../check-name.ts";

/** Have one check run on a commit that says this. */
export interface ReportCheck {
  readonly do: "report-check";
  readonly repository: RepositoryRef;
  readonly head: string;
  readonly report: CheckReport;
}

/** "The Checks API limits the number of annotations to a maximum of 50 per API request": https://docs.github.com/en/rest/checks/runs#create-a-check-run */
const maxAnnotations = 50;

/**
 * The run that is there is looked for first, and completed: an earlier try may have made it without hearing of its
 * success, or have sent a part of the annotations. GitHub adds those of an update to those before and takes none away, so
 * only those that are not there are sent; the conclusion comes with the last of them.
 */
export const reportCheck: ActionKind<ReportCheck> = {
  async perform({ repository, head, report }, { github: { reads, writes } }) {
    const there = await reads.findCheckRun(repository, head, checkName);
    const missing = report.annotations.filter((it) => !there?.annotations.some((other) => isSame(it, other)));
    const { conclusion, title, summary } = report;
    const isTold = there?.conclusion === conclusion && there.title === title && there.summary === summary;
    if (isTold && missing.length === 0) return;
    let id = there?.id;
    for (let from = 0; from === 0 || from < missing.length; from += maxAnnotations) {
      const annotations = missing.slice(from, from + maxAnnotations);
      const isLast = from + maxAnnotations >= missing.length;
      const run = { head, name: checkName, ...(id !== undefined && { id }) };
      const part = { title, summary, annotations, ...(isLast && { conclusion }) };
      id = await writes.writeCheckRun(repository, run, part);
    }
  },
  describe: ({ repository, head, report }) =>
    `report the config of ${fullName(repository)} at ${head.slice(0, 7)}: ${report.conclusion}, ${report.title}`,
};

function isSame(one: CheckAnnotation, other: CheckAnnotation): boolean {
  return (
    one.path === other.path && one.line === other.line && one.level === other.level && one.message === other.message
  );
}
