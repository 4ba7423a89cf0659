import type { RepositoryRef } from "../../core/discussion.ts";
import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import { requestActions, type RequestAction, type RequestPlan } from "./actions/request-actions.ts";
import { accept } from "./commands/accept.ts";
import { decline } from "./commands/decline.ts";
import { duplicate } from "./commands/duplicate.ts";
import { meeting } from "./commands/meeting.ts";
import { outcome } from "./commands/outcome.ts";
import { reopen } from "./commands/reopen.ts";
import { RequestStore } from "./store/request-store.ts";
import type { ReadsWithRequests } from "./reads.ts";
import { feature } from "../feature.ts";
import type { FeatureRequestsConfig } from "./config.ts";
import { followThread } from "./follow/follow-thread.ts";
import { plannedFor, unlikeIssue } from "./gather/concerned-requests.ts";
import { lookAtThread, type ThreadFacts } from "./gather/look-at-thread.ts";
import { readPage, type PageFacts } from "./gather/read-page.ts";
import { readVotes } from "./gather/read-votes.ts";
import { planImport } from "./follow/import-requests.ts";
import { planSweep, sweepable, type SweepFacts } from "./follow/sweep.ts";

type Facts =
  | ThreadFacts
  /** Requests that are worked on in the issue or towards the milestone an event is about. */
  | { readonly found: "requests"; readonly numbers: readonly number[] }
  | SweepFacts
  | PageFacts
  | { readonly found: "new-repository" };

/** Requests whose votes are read in one sweep of a repository: forty points. */
const mostSwept = 2_000;

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
    "issue-changed",
    "issue-removed",
    "milestone-changed",
    "repository-added",
    "sweep-requests",
    "import-requests",
  ],
  slice: "feature-requests",
  commands: [accept, decline, meeting, outcome, reopen, duplicate],
  actions: requestActions,
  openStores: (database) => ({ requests: new RequestStore(database) }),
  schedules: [
    // GitHub tells nobody of an upvote (octokit/webhooks.js#553).
    {
      every: ["hour"],
      isDue: async (repository, { reads }) => (await reads.requests.requests({ repository, limit: 1 })).length > 0,
      event: (repository) => ({ kind: "sweep-requests", repository, deep: false }),
    },
    // Webhooks get lost; and after a start who knows what was missed, in requests that are not known yet, too.
    { every: ["start", "day"], event: (repository) => ({ kind: "sweep-requests", repository, deep: true }) },
  ],

  async gather(event, { config, reads }: { config: FeatureRequestsConfig; reads: ReadsWithRequests }): Promise<Facts> {
    if (config.mode === "off") return { found: "nothing-to-read", because: "feature-requests.mode is off" };
    const { repository } = event;
    switch (event.kind) {
      case "issue-changed":
        return { found: "requests", numbers: await unlikeIssue(repository, event.number, reads) };
      case "issue-removed":
        return { found: "requests", numbers: await reads.requests.requestsOfIssue(repository, event.number) };
      case "milestone-changed":
        return { found: "requests", numbers: await plannedFor(repository, event.milestone, reads) };
      case "sweep-requests": {
        const requests = await reads.requests.requests({ repository, states: sweepable, limit: mostSwept });
        const numbers = requests.map(({ request }) => request.number);
        return { found: "votes", requests, votes: await readVotes(repository, numbers, reads) };
      }
      case "import-requests":
        return readPage(event, reads);
      case "repository-added":
        return { found: "new-repository" };
      default:
        return lookAtThread(event, config, reads);
    }
  },

  decide(event, facts, { config, now }): RequestPlan {
    const { repository } = event;
    switch (facts.found) {
      case "nothing-to-read":
        return nothing(facts.because);
      case "requests":
        return followEach(repository, facts.numbers);
      case "votes":
        return planSweep(repository, facts, event.kind === "sweep-requests" && event.deep, config, now);
      case "page":
        return event.kind === "import-requests" ? planImport(event, facts, config, now) : nothing("no page");
      case "new-repository":
        return sweep(repository);
      case "gone":
      case "elsewhere":
      case "request":
        return "number" in event && event.kind !== "issue-changed" && event.kind !== "issue-removed"
          ? followThread(event, facts, config, now)
          : nothing("no thread");
      default:
        return unreachable(facts);
    }
  },
});

function sweep(repository: RepositoryRef): RequestPlan {
  const event = { kind: "sweep-requests", repository, deep: true } as const;
  return { actions: [{ do: "follow-up", key: "sweep-requests", event }], because: "the repository is new to us" };
}

/** What happens in a thread is decided in its own line, one thing after the other. */
function followEach(repository: RepositoryRef, numbers: readonly number[]): RequestPlan {
  if (numbers.length === 0) return nothing("no request is worked on there");
  return {
    actions: numbers.map((number): RequestAction => {
      return {
        do: "follow-up",
        key: `follow-request:${number}`,
        event: { kind: "follow-request", repository, number },
      };
    }),
    because: `${numbers.length === 1 ? "a request is" : `${numbers.length} requests are`} worked on there`,
  };
}
