import type { RepositoryRef } from "../../core/discussion.ts";
import { nothing } from "../../core/plan.ts";
import { titleOf, toMarkdown } from "../../report/to-markdown.ts";
import type { ReportsPlan } from "./actions/reports-actions.ts";
import { chartFiles } from "./chart-files.ts";
import type { ReportsConfig } from "./config.ts";
import type { ReportFacts } from "./gather.ts";

/** Writes the report of the last whole period, once, where something happened in it. */
export function decideReport(
  repository: RepositoryRef,
  { record, wanted }: ReportFacts,
  { every, where, category, branch, charts, "each-time": eachTime }: ReportsConfig,
): ReportsPlan {
  if (!wanted) {
    if (every !== "never" || record?.every === "never") return nothing("no report is due");
    const off = { ...record, every } as const;
    return { actions: [{ do: "keep-reports", repository, record: off }], because: "reports.every is never" };
  }
  const { period, next, report, url } = wanted;
  const done = { ...record, every, until: period.to.toISOString(), next: next.toISOString() };
  if (report.figures.every(({ now }) => (now.of ?? now.n) === 0)) {
    return {
      actions: [{ do: "keep-reports", repository, record: done }],
      because: "nothing happened in the last whole period, and nobody needs a report of that",
    };
  }
  const { files, images } = charts === "on" ? chartFiles(report, { url, branch }) : { files: [], images: [] };
  const foot = `<sub>I am a bot. I write this after each ${every}, and mention nobody. ${eachTime === "edit" ? "What you write above or below my part stays; close it, and I leave it alone. " : ""}\`reports.every: never\` in the config ends it.</sub>`;
  return {
    actions: [
      {
        do: "write-report",
        repository,
        place: where === "issue" ? { where } : { where, category },
        eachTime,
        period: period.to.toISOString(),
        title: titleOf(report),
        body: `${toMarkdown(report)}\n${foot}`,
        ...(files.length > 0 && {
          charts: { branch, files, body: `${toMarkdown(report, { charts: images })}\n${foot}` },
        }),
        record: done,
      },
    ],
    because: `the ${every} until ${report.period.to} is over`,
  };
}
