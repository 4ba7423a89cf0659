import { secondsOf } from "../../business-time/duration.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { nothing } from "../../core/plan.ts";
import { fullName } from "../../core/repository-name.ts";
import type { LivingIssuePlan } from "./actions/living-issue-actions.ts";
import type { LivingIssueConfig } from "./config.ts";
import { isRefused } from "./is-due.ts";
import type { Holder } from "./gather/find-holder.ts";
import { joinLists } from "./join-lists.ts";
import { digestOf, type AllLists } from "./lists.ts";
import type { LivingIssueRecord } from "./living-issue-record.ts";
import { livingIssueTitle, partsOfIssue } from "./messages/parts-of-issue.ts";
import { introOf, keptElsewhere, notKept, outroOf } from "./messages/around-parts.ts";

/** Facts of a look at the living issue; without lists where its mode is off, or another repository's issue lists it. */
export interface LivingIssueFacts extends Holder {
  readonly record: LivingIssueRecord | undefined;
  readonly lists: AllLists | undefined;
  /** Ids of repositories that everybody may read; asked for where others are listed with this one. */
  readonly publicIds: ReadonlySet<number>;
}

/** Writes the issue, or closes it where it is turned off. */
export function decideLivingIssue(
  repository: RepositoryRef,
  { record, lists: all, holder, because: whyOwn, publicIds }: LivingIssueFacts,
  { config, now }: { readonly config: LivingIssueConfig; readonly now: Date },
): LivingIssuePlan {
  if (config.mode === "off") return turnOff(repository, record);
  if (holder) return listElsewhere(repository, record, { holder, config });
  if (!all) throw new Error("nothing was collected for an issue that is kept");
  // `off` and `on` again is how a new one is asked for.
  if (record?.state === "gone") return nothing("the living issue was deleted or moved away");
  if (record && isRefused(record, now)) return nothing("GitHub refused it within a day");
  const lists = joinLists(repository, all, publicIds);
  const listed = digestOf(all);
  const wanted = config.in === undefined ? {} : { in: config.in };
  const note = whyOwn === undefined ? "" : `; ${whyOwn}, so I keep one here`;
  const editEvery = secondsOf(config["edit-every"]);
  if (record?.number === undefined && !lists.isNews) {
    const kept = { state: "kept", listed, at: now.toISOString(), editEvery, ...wanted } as const;
    return {
      actions: [{ do: "keep-living-issue", repository, record: kept }],
      because: `there is nothing new to list, and nobody needs an issue for that${note}`,
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
        ...wanted,
      },
    ],
    because: `${lists.onUs.total} threads wait on us, ${lists.onAsker.total} on the asker${note}`,
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
    actions: [{ do: "close-living-issue", repository, note: notKept, record: { state: "off" } }],
    because: "living-issue.mode was turned off",
  };
}

/** Its own issue, where it had one, says so and is closed; the holder's is brought up to date by what we remember here. */
function listElsewhere(
  repository: RepositoryRef,
  known: LivingIssueRecord | undefined,
  { holder, config }: { readonly holder: RepositoryRef; readonly config: LivingIssueConfig },
): LivingIssuePlan {
  const record: LivingIssueRecord = {
    state: "elsewhere",
    listedIn: holder.id,
    ...(config.in !== undefined && { in: config.in }),
    ...(config["private-titles"] && { privateTitles: true }),
  };
  const because = `the issue of ${fullName(holder)} lists it`;
  if (known?.state === "elsewhere") {
    const { number } = known;
    const isSame =
      known.listedIn === record.listedIn && known.in === record.in && known.privateTitles === record.privateTitles;
    if (isSame) return nothing(because);
    const kept = { ...record, ...(number !== undefined && { number }) };
    return { actions: [{ do: "keep-living-issue", repository, record: kept }], because };
  }
  if (known?.number === undefined || known.state === "gone") {
    return { actions: [{ do: "keep-living-issue", repository, record }], because };
  }
  return { actions: [{ do: "close-living-issue", repository, note: keptElsewhere, record }], because };
}
