import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";
import { livingIssueActions, type LivingIssuePlan } from "./actions/living-issue-actions.ts";
import type { LivingIssueConfig } from "./config.ts";
import { decideLivingIssue, type LivingIssueFacts } from "./decide.ts";
import { collectLists } from "./gather/collect-lists.ts";
import { isDue } from "./is-due.ts";
import { digestOf } from "./lists.ts";
import type { ReadsWithLivingIssues } from "./reads.ts";
import type { LivingIssueRecord } from "./living-issue-record.ts";
import { LivingIssueStore } from "./store/living-issue-store.ts";

type Facts =
  | ({ readonly found: "lists" } & LivingIssueFacts)
  /** Whether something has happened after which the issue has to be looked at. */
  | { readonly found: "sign"; readonly isToBeLookedAt: boolean };

/** Keeps one issue in which anybody sees who waits on whom. */
export const livingIssue = feature({
  name: "living-issue",
  summary:
    "Shows who waits on whom in one issue that is edited in place: threads by time left, answers to be marked, requests to be decided, the FAQ's review, targets missed and meetings without an outcome.",
  on: ["repository-added", "default-branch-moved", "issue-changed", "update-living-issue"],
  slice: "living-issue",
  actions: livingIssueActions,
  openStores: (database) => ({ livingIssues: new LivingIssueStore(database) }),
  schedules: [
    {
      every: ["minutes"],
      async isDue(repository, { reads, now }: { readonly reads: ReadsWithLivingIssues; readonly now: Date }) {
        const record = await reads.livingIssues.findLivingIssue(repository);
        if (record && record.state !== "kept") return false;
        return isDue(record, digestOf(await collectLists(repository, reads, now)), now);
      },
      event: (repository) => ({ kind: "update-living-issue", repository }),
    },
    // A config of the owner's changes without a word, and so does an issue whose webhook was lost.
    { every: ["day"], event: (repository) => ({ kind: "update-living-issue", repository }) },
  ],

  async gather(
    event,
    { config, reads, now }: { config: LivingIssueConfig; reads: ReadsWithLivingIssues; now: Date },
  ): Promise<Facts> {
    const { repository } = event;
    const record = await reads.livingIssues.findLivingIssue(repository);
    switch (event.kind) {
      case "repository-added":
      case "default-branch-moved":
        return { found: "sign", isToBeLookedAt: (config.mode === "on") !== isOn(record) };
      case "issue-changed":
        return { found: "sign", isToBeLookedAt: record?.state === "closed" && record.number === event.number };
      case "update-living-issue":
        return {
          found: "lists",
          record,
          lists: config.mode === "on" ? await collectLists(repository, reads, now) : undefined,
        };
      default:
        return unreachable(event);
    }
  },

  decide({ repository }, facts, { config, now }): LivingIssuePlan {
    if (facts.found === "lists") return decideLivingIssue(repository, facts, { config, now });
    if (!facts.isToBeLookedAt) return nothing("the living issue has nothing to do with it");
    return {
      actions: [{ do: "follow-up", key: "living-issue", event: { kind: "update-living-issue", repository } }],
      because: "the living issue may have to be opened, closed or written again",
    };
  },
});

function isOn(record: LivingIssueRecord | undefined): boolean {
  return record !== undefined && record.state !== "off";
}
