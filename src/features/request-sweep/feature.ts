import type { RepositoryRef } from "../../core/discussion.ts";
import { nothing, type Plan } from "../../core/plan.ts";
import type { Reads } from "../../core/ports.ts";
import { feature } from "../feature.ts";

/** GitHub tells nobody of an upvote (octokit/webhooks.js#553), and webhooks get lost: requests are looked at by the clock. */
export const requestSweep = feature({
  name: "request-sweep",
  summary: "Reads the votes on feature requests each hour, and sees each day that they agree with their issues.",
  on: ["tick"],
  slice: undefined,

  async gather({ every }, { reads }: { reads: Reads }): Promise<readonly RepositoryRef[]> {
    const served = await reads.records.repositories();
    if (every !== "hour") return served;
    const due: RepositoryRef[] = [];
    for (const repository of served) {
      if ((await reads.requests.requests({ repository, limit: 1 })).length > 0) due.push(repository);
    }
    return due;
  },

  decide({ every }, repositories): Plan {
    if (repositories.length === 0) return nothing("there are no feature requests");
    // After a start all is looked at, those included that are not known yet: who knows what was missed.
    const deep = every !== "hour";
    return {
      actions: repositories.map((repository) => ({
        do: "follow-up",
        key: `sweep-requests:${repository.id}`,
        event: { kind: "sweep-requests", repository, deep },
      })),
      because: `the requests of ${repositories.length} repositories are due for a look`,
    };
  },
});
