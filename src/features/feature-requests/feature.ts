import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";
import { requestActions, type RequestPlan } from "./actions/request-actions.ts";
import { accept } from "./commands/accept.ts";
import { decline } from "./commands/decline.ts";
import { duplicate } from "./commands/duplicate.ts";
import { meeting } from "./commands/meeting.ts";
import { outcome } from "./commands/outcome.ts";
import { plan } from "./commands/plan.ts";
import { reopen } from "./commands/reopen.ts";
import type { FeatureRequestsConfig } from "./config.ts";
import { decideImport, gatherImport, type ImportFacts } from "./events/import-requests.ts";
import { decideIssueEvent, gatherIssueEvent, type IssueEventFacts } from "./events/issue-event.ts";
import { decideSweep, gatherSweep, sweepNow, type SweepFacts } from "./events/sweep-requests.ts";
import { decideThreadEvent, gatherThreadEvent, type ThreadFacts } from "./events/thread-event.ts";
import type { ReadsWithRequests } from "./store/request-records.ts";
import { RequestStore } from "./store/request-store.ts";
import type { SharedSettings } from "../../config/shared.ts";

type Facts = ThreadFacts | IssueEventFacts | SweepFacts | ImportFacts | { readonly found: "new-repository" };

/** Asks for what is missing in a request, tracks it from the idea to the release, and reports back. */
export const featureRequests = feature({
  name: "feature-requests",
  summary:
    "Sees that a feature request answers three questions, shows what is alike, tracks it by the commands of maintainers and its issue, and reports back to whoever asked.",
  on: [
    "discussion-opened",
    "discussion-edited",
    "discussion-changed",
    "discussion-removed",
    "comment-added",
    "comment-edited",
    "comment-deleted",
    "follow-request",
    "booking-changed",
    "issue-changed",
    "issue-removed",
    "milestone-changed",
    "repository-added",
    "sweep-requests",
    "import-requests",
  ],
  slice: "feature-requests",
  commands: [accept, plan, decline, meeting, outcome, reopen, duplicate],
  actions: requestActions,
  openStores: (database) => ({ requests: new RequestStore(database) }),
  schedules: [
    // GitHub tells nobody of an upvote (octokit/webhooks.js#553).
    {
      every: ["hour"],
      isDue: async (repository, { reads }) => (await reads.requests.requests({ repository, limit: 1 })).length > 0,
      event: (repository) => ({ kind: "sweep-requests", repository, deep: false }),
    },
    // Webhooks get lost; a start may have missed any number of them, of requests that are not known yet, too.
    { every: ["start", "day"], event: (repository) => ({ kind: "sweep-requests", repository, deep: true }) },
  ],

  async gather(
    event,
    { config, shared, reads }: { config: FeatureRequestsConfig; shared: SharedSettings; reads: ReadsWithRequests },
  ): Promise<Facts> {
    if (config.mode === "off") return { found: "nothing-to-read", because: "feature-requests.mode is off" };
    switch (event.kind) {
      case "issue-changed":
      case "issue-removed":
      case "milestone-changed":
        return gatherIssueEvent(event, reads);
      case "sweep-requests":
        return gatherSweep(event, reads);
      case "import-requests":
        return gatherImport(event, reads);
      case "repository-added":
        return { found: "new-repository" };
      default:
        return gatherThreadEvent(event, { config, shared }, reads);
    }
  },

  decide(event, facts, { config, shared, now }): RequestPlan {
    const { repository } = event;
    switch (facts.found) {
      case "nothing-to-read":
        return nothing(facts.because);
      case "requests":
        return decideIssueEvent(repository, facts);
      case "votes":
        return decideSweep(repository, facts, event.kind === "sweep-requests" && event.deep, config, now);
      case "page":
        return event.kind === "import-requests" ? decideImport(event, facts, config, now) : nothing("no page");
      case "new-repository":
        return sweepNow(repository, "the repository is new to us");
      case "gone":
      case "elsewhere":
      case "request":
        return "number" in event && event.kind !== "issue-changed" && event.kind !== "issue-removed"
          ? decideThreadEvent(event, facts, config, { now, shared })
          : nothing("no thread");
      default:
        return unreachable(facts);
    }
  },
});
