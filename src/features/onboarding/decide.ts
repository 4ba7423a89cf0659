import type { SharedSettings } from "../../config/shared.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { nothing } from "../../core/plan.ts";
import { toFiles } from "../../onboarding/to-files.ts";
import { localeOf } from "../../words/locale-of.ts";
import type { OnboardingPlan } from "./actions/onboarding-actions.ts";
import type { OnboardingFacts } from "./gather.ts";
import { onboardingBody, onboardingTitle } from "./messages/pull-request.ts";
import type { OnboardingRecord } from "./onboarding-record.ts";

/** The pull request, or what is remembered in its place. */
export function decideOnboarding(
  repository: RepositoryRef,
  facts: OnboardingFacts,
  { shared, now }: { readonly shared: Pick<SharedSettings, "language" | "words">; readonly now: Date },
): OnboardingPlan {
  const keep = (record: OnboardingRecord, because: string): OnboardingPlan => ({
    actions: [{ do: "keep-onboarding", repository, record }],
    because,
  });
  switch (facts.found) {
    case "nothing-to-do":
      return nothing(facts.because);
    case "config":
      return keep({ state: "configured" }, "it has a config");
    case "pull-request":
      return keep({ state: "proposed", number: facts.number }, "it had its pull request, and gets no second one");
    case "hindrance":
      return keep({ state: "left-out", because: facts.because, at: now.toISOString() }, facts.because);
    case "repository": {
      const { base, finds } = facts;
      const files = toFiles(finds);
      // Nobody has set a language yet; what is proposed is read by those who are spoken to in the discussions.
      const locale = { ...localeOf(shared), ...(shared.language === "auto" && { language: facts.language }) };
      const proposal = {
        base: base.name,
        parent: base.head,
        files,
        title: onboardingTitle(locale),
        body: onboardingBody(facts, files)(locale),
      };
      return { actions: [{ do: "open-onboarding", repository, proposal }], because: "it is new and has no config" };
    }
  }
}
