import type { SharedSettings } from "../../config/shared.ts";
import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";
import { reportsActions, type ReportsPlan } from "./actions/reports-actions.ts";
import type { ReportsConfig } from "./config.ts";
import { decideReport } from "./decide.ts";
import { gatherReport, type ReportFacts } from "./gather.ts";
import { isDue } from "./is-due.ts";
import type { ReadsWithReports } from "./reads.ts";
import { ReportStore } from "./store/report-store.ts";

type Facts = ({ readonly found: "report" } & ReportFacts) | { readonly found: "sign"; readonly isConcerned: boolean };

/** Reports of how support goes, one a week or month, each written once however often the clock calls. */
export const reports = feature({
  name: "reports",
  summary:
    "Tells weekly or monthly how support goes, in an issue or discussion: what changed, with how many it rests on, and charts.",
  on: ["default-branch-moved", "publish-report"],
  slice: "reports",
  actions: reportsActions,
  openStores: (database) => ({ reports: new ReportStore(database) }),
  schedules: [
    {
      every: ["start", "hour"],
      isDue: async (repository, { reads, now }: { readonly reads: ReadsWithReports; readonly now: Date }) =>
        isDue(await reads.reports.findReports(repository), now),
      event: (repository) => ({ kind: "publish-report", repository }),
    },
    // A config of the owner's changes without a word.
    { every: ["day"], event: (repository) => ({ kind: "publish-report", repository }) },
  ],

  async gather(
    { kind, repository },
    context: { config: ReportsConfig; shared: SharedSettings; reads: ReadsWithReports; now: Date },
  ): Promise<Facts> {
    if (kind === "publish-report") return { found: "report", ...(await gatherReport(repository, context)) };
    const record = await context.reads.reports.findReports(repository);
    return { found: "sign", isConcerned: context.config.every !== (record?.every ?? "never") };
  },

  decide({ repository }, facts, { config }): ReportsPlan {
    if (facts.found === "report") return decideReport(repository, facts, config);
    if (!facts.isConcerned) return nothing("reports.every is what it was");
    const event = { kind: "publish-report", repository } as const;
    return {
      actions: [{ do: "follow-up", key: `publish-report:${repository.id}`, event }],
      because: "reports.every is another than it was",
    };
  },
});
