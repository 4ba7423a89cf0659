import type { RepositoryRef } from "../../core/discussion.ts";
import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";
import { onboardingActions, type OnboardingPlan } from "./actions/onboarding-actions.ts";
import { decideOnboarding } from "./decide.ts";
import { gatherOnboarding, type OnboardingFacts } from "./gather.ts";
import { isDue } from "./is-due.ts";
import type { ReadsWithOnboarding } from "./reads.ts";
import { OnboardingStore } from "./store/onboarding-store.ts";

type Facts = OnboardingFacts | { readonly found: "new"; readonly isOnboarding: boolean };

/** One pull request with a config for each repository that comes without one; until it is merged, shadow mode. */
export const onboarding = feature({
  name: "onboarding",
  summary:
    "Opens one pull request with a config in a repository that comes without one, with what would have been said on its last questions; until it is merged, nothing is said.",
  on: ["repository-added", "threads-imported", "onboard-repository"],
  actions: onboardingActions,
  openStores: (database) => ({ onboarding: new OnboardingStore(database) }),
  schedules: [
    {
      every: ["start", "hour"],
      isDue: async (
        repository: RepositoryRef,
        { reads, now }: { readonly reads: ReadsWithOnboarding; readonly now: Date },
      ) => reads.isOnboarding === true && isDue(await reads.onboarding.findOnboarding(repository), now),
      event: (repository: RepositoryRef) => ({ kind: "onboard-repository", repository }) as const,
    },
  ],

  async gather({ kind, repository }, { reads }: { reads: ReadsWithOnboarding }): Promise<Facts> {
    const record = await reads.onboarding.findOnboarding(repository);
    if (kind !== "repository-added") return gatherOnboarding(repository, record, reads);
    if (record) return { found: "nothing-to-do", because: `it is ${record.state} already` };
    return { found: "new", isOnboarding: reads.isOnboarding === true };
  },

  decide({ repository }, facts, { shared, now }): OnboardingPlan {
    if (facts.found !== "new")
      return facts.found === "nothing-to-do"
        ? nothing(facts.because)
        : decideOnboarding(repository, facts, { shared, now });
    const record = facts.isOnboarding
      ? ({ state: "waiting", since: now.toISOString() } as const)
      : ({ state: "exempt" } as const);
    return {
      actions: [{ do: "keep-onboarding", repository, record }],
      because: facts.isOnboarding ? "it is new; its docs and threads are read first" : "onboarding is off",
    };
  },
});
