import type { RepositoryRef } from "../../core/discussion.ts";
import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";
import { livingIssueActions, type LivingIssuePlan } from "./actions/living-issue-actions.ts";
import type { LivingIssueConfig } from "./config.ts";
import { decideLivingIssue, type LivingIssueFacts } from "./decide.ts";
import { collectAllLists } from "./gather/collect-all-lists.ts";
import { findHolder } from "./gather/find-holder.ts";
import { isDue } from "./is-due.ts";
import { digestOf } from "./lists.ts";
import type { ReadsWithLivingIssues } from "./reads.ts";
import type { LivingIssueRecord } from "./living-issue-record.ts";
import { LivingIssueStore } from "./store/living-issue-store.ts";
import { localeOf } from "../../words/locale-of.ts";

type Facts =
  | ({ readonly found: "lists" } & LivingIssueFacts)
  /** Of these repositories the issues have to be looked at, after something has happened. */
  | { readonly found: "signs"; readonly of: readonly RepositoryRef[] };

/** Keeps one issue in which anybody sees who waits on whom. */
export const livingIssue = feature({
  name: "living-issue",
  summary:
    "Shows who waits on whom in one issue that is edited in place: threads by time left, answers to be marked, requests to be decided, the FAQ's review, targets missed, and sessions without an outcome or a host.",
  on: ["repository-added", "default-branch-moved", "issue-changed", "update-living-issue"],
  slice: "living-issue",
  actions: livingIssueActions,
  openStores: (database) => ({ livingIssues: new LivingIssueStore(database) }),
  schedules: [
    {
      every: ["minutes"],
      async isDue(repository, { reads, now }: { readonly reads: ReadsWithLivingIssues; readonly now: Date }) {
        const record = await reads.livingIssues.findLivingIssue(repository);
        if (!record) return true;
        if (record.state === "off") return false;
        // The repository that lists it may be gone, or lists it from now on.
        if ((await findHolder(repository, record.in, reads)).holder?.id !== record.listedIn) return true;
        if (record.state !== "kept") return false;
        return isDue(record, digestOf(await collectAllLists(repository, reads, now)), now);
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
        // Who may read it may have changed, and with it what of it may be told.
        return { found: "signs", of: await affectedBy(repository, record, { config, reads }) };
      case "default-branch-moved":
        return { found: "signs", of: isAsConfigured(record, config) ? [] : [repository] };
      case "issue-changed":
        return { found: "signs", of: record?.state === "closed" && record.number === event.number ? [repository] : [] };
      case "update-living-issue":
        return { found: "lists", record, ...(await gatherLists(repository, { config, reads, now })) };
      default:
        return unreachable(event);
    }
  },

  decide(event, facts, { config, shared, now }): LivingIssuePlan {
    if (facts.found === "lists")
      return decideLivingIssue(event.repository, facts, { config, now, locale: localeOf(shared) });
    if (facts.of.length === 0) return nothing("the living issue has nothing to do with it");
    return {
      actions: facts.of.map((repository) => ({
        do: "follow-up",
        key: `living-issue:${repository.id}`,
        event: { kind: "update-living-issue", repository },
      })),
      because: "the living issue may have to be opened, closed or written again",
    };
  },
});

type Look = { readonly config: LivingIssueConfig; readonly reads: ReadsWithLivingIssues };

async function gatherLists(
  repository: RepositoryRef,
  { config, reads, now }: Look & { readonly now: Date },
): Promise<Omit<LivingIssueFacts, "record">> {
  if (config.mode === "off") return { lists: undefined };
  const home = await findHolder(repository, config.in, reads);
  return { ...home, lists: home.holder ? undefined : await collectAllLists(repository, reads, now) };
}

/** The repository itself where its config is new, and the one whose issue lists it with others. */
async function affectedBy(
  repository: RepositoryRef,
  record: LivingIssueRecord | undefined,
  { config, reads }: Look,
): Promise<readonly RepositoryRef[]> {
  const { holder } = await findHolder(repository, record?.in, reads);
  const isHolder = record?.state === "kept" && record.in !== undefined && !holder;
  const own = isHolder || !isAsConfigured(record, config) ? [repository] : [];
  return record?.state === "elsewhere" && holder ? [...own, holder] : own;
}

/** Whether the config says what it said when we last looked. */
function isAsConfigured(record: LivingIssueRecord | undefined, config: LivingIssueConfig): boolean {
  const isOn = record !== undefined && record.state !== "off";
  if (!isOn || config.mode === "off") return !isOn && config.mode === "off";
  return record.in === config.in && (record.state !== "elsewhere" || record.privateTitles === titlesOf(config));
}

function titlesOf(config: LivingIssueConfig): true | undefined {
  return config["private-titles"] ? true : undefined;
}
