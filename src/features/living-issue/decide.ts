import { secondsOf } from "../../business-time/duration.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { nothing } from "../../core/plan.ts";
import type { LivingIssuePlan } from "./actions/living-issue-actions.ts";
import type { LivingIssueConfig } from "./config.ts";
import { isRefused } from "./is-due.ts";
import { digestOf, type Lists } from "./lists.ts";
import type { LivingIssueRecord } from "./living-issue-record.ts";
import { livingIssueTitle, partsOfIssue } from "./messages/parts-of-issue.ts";
import { introOf, notKept, outroOf } from "./messages/around-parts.ts";

/** Facts of a look at the living issue; without lists where its mode is off. */
export interface LivingIssueFacts {
  readonly record: LivingIssueRecord | undefined;
  readonly lists: Lists | undefined;
}

/** Writes the issue, or closes it where it is turned off. */
export function decideLivingIssue(
  repository: RepositoryRef,
  { record, lists }: LivingIssueFacts,
  { config, now }: { readonly config: LivingIssueConfig; readonly now: Date },
): LivingIssuePlan {
  if (config.mode === "off" || !lists) return turnOff(repository, record);
  // `off` and `on` again is how a new one is asked for.
  if (record?.state === "gone") return nothing("the living issue was deleted or moved away");
  if (record && isRefused(record, now)) return nothing("GitHub refused it within a day");
  const listed = digestOf(lists);
  const editEvery = secondsOf(config["edit-every"]);
  if (record?.number === undefined && !lists.isNews) {
    const kept = { state: "kept", listed, at: now.toISOString(), editEvery } as const;
    return {
      actions: [{ do: "keep-living-issue", repository, record: kept }],
      because: "there is nothing new to list, and nobody needs an issue for that",
    };
  }
  return {
    actions: [
      {
        do: "write-living-issue",
        repository,
        title: livingIssueTitle,
        intro: introOf(lists, { now, timeZone: config["time-zone"] }),
        parts: partsOfIssue(lists, config["time-zone"]),
        outro: outroOf(config["edit-every"]),
        isNews: lists.isNews,
        listed,
        at: now.toISOString(),
        editEvery,
      },
    ],
    because: `${lists.onUs.total} threads wait on us, ${lists.onAsker.total} on the asker`,
  };
}

function turnOff(repository: RepositoryRef, record: LivingIssueRecord | undefined): LivingIssuePlan {
  if (record?.state === "off") return nothing("living-issue.mode is off");
  if (record?.number === undefined || record.state === "gone") {
    return {
      actions: [{ do: "keep-living-issue", repository, record: { state: "off" } }],
      because: "living-issue.mode is off",
    };
  }
  return {
    actions: [{ do: "close-living-issue", repository, note: notKept }],
    because: "living-issue.mode was turned off",
  };
}
