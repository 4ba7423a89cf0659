import { secondsOf } from "../../business-time/duration.ts";
import type { Locale } from "../../core/language.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { nothing } from "../../core/plan.ts";
import { fullName } from "../../core/repository-name.ts";
import type { LivingIssuePlan } from "./actions/living-issue-actions.ts";
import type { LivingIssueConfig } from "./config.ts";
import { isRefused } from "./is-due.ts";
import type { Holder } from "./gather/find-holder.ts";
import { digestOf, type AllLists, type Lists } from "./lists.ts";
import type { LivingIssueRecord } from "./living-issue-record.ts";
import { partsOfIssue } from "./messages/parts-of-issue.ts";
import { introOf, keptElsewhere, livingIssueTitle, notKept, outroOf } from "./messages/around-parts.ts";

/** Facts of a look at the living issue; without lists where its mode is off, or another repository's issue lists it. */
export interface LivingIssueFacts extends Holder {
  readonly record: LivingIssueRecord | undefined;
  readonly lists: AllLists | undefined;
}

/** Writes the issue, or closes it where it is turned off. */
export function decideLivingIssue(
  repository: RepositoryRef,
  { record, lists: all, holder, because: whyOwn }: LivingIssueFacts,
  { config, now, locale }: { readonly config: LivingIssueConfig; readonly now: Date; readonly locale: Locale },
): LivingIssuePlan {
  if (config.mode === "off") return turnOff(repository, record, locale);
  if (holder) return listElsewhere(repository, record, { holder, config, locale });
  if (!all) throw new Error("nothing was collected for an issue that is kept");
  // `off` and `on` again is how a new one is asked for.
  if (record?.state === "gone") return nothing("the living issue was deleted or moved away");
  if (record && isRefused(record, now)) return nothing("GitHub refused it within a day");
  const { own, others } = all;
  const each = [own, ...others.map(({ lists }) => lists)];
  const isNews = each.some((it) => it.isNews);
  const listed = digestOf(all);
  const wanted = config.in === undefined ? {} : { in: config.in };
  const note = whyOwn === undefined ? "" : `; ${whyOwn}, so I keep one here`;
  const editEvery = secondsOf(config["edit-every"]);
  if (record?.number === undefined && !isNews) {
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
        title: livingIssueTitle(locale),
        text:
          others.length === 0
            ? ownText(own, config["time-zone"], now, locale)
            : { joinedInZone: config["time-zone"], locale },
        outro: outroOf(config["edit-every"])(locale),
        isNews,
        listed,
        at: now.toISOString(),
        editEvery,
        ...wanted,
        locale,
      },
    ],
    because: `${countOf(each, "onUs")} threads wait on us, ${countOf(each, "onAsker")} on the asker${note}`,
  };
}

function ownText(lists: Lists, timeZone: string, now: Date, locale: Locale) {
  return { intro: introOf(lists, { now, timeZone })(locale), parts: partsOfIssue(lists, timeZone, locale) };
}

function countOf(each: readonly Lists[], part: "onUs" | "onAsker"): number {
  return each.reduce((sum, it) => sum + it[part].total, 0);
}

function turnOff(repository: RepositoryRef, record: LivingIssueRecord | undefined, locale: Locale): LivingIssuePlan {
  if (record?.state === "off") return nothing("living-issue.mode is off");
  if (record?.number === undefined || record.state === "gone") {
    return {
      actions: [{ do: "keep-living-issue", repository, record: { state: "off" } }],
      because: "living-issue.mode is off",
    };
  }
  return {
    actions: [{ do: "close-living-issue", repository, note: notKept(locale), record: { state: "off" } }],
    because: "living-issue.mode was turned off",
  };
}

/** Its own issue, where it had one, says so and is closed; the holder's is brought up to date by what we remember here. */
function listElsewhere(
  repository: RepositoryRef,
  known: LivingIssueRecord | undefined,
  {
    holder,
    config,
    locale,
  }: { readonly holder: RepositoryRef; readonly config: LivingIssueConfig; readonly locale: Locale },
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
  return { actions: [{ do: "close-living-issue", repository, note: keptElsewhere(locale), record }], because };
}
