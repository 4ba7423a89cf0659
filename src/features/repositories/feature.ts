import { dayMs } from "../../core/clock.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import { knownDeliveriesDays, usualRetention, type OldRecords, type Retention } from "../../core/retention.ts";
import { repositoryActions, type RepositoryAction, type RepositoryPlan } from "./actions.ts";
import { gatherRepositories, isShared } from "./gather-repositories.ts";
import { feature, type EventOf } from "../feature.ts";

/** Knows which repositories are served, and repairs what a lost webhook missed. */
export const repositories = feature({
  name: "repositories",
  summary: "Keeps track of the repositories the app is installed on, also of those it missed while it was down.",
  on: [
    "installation-changed",
    "repository-added",
    "repository-removed",
    "default-branch-moved",
    "discussion-removed",
    "issue-removed",
    "comment-deleted",
    "tick",
  ],
  actions: repositoryActions,

  gather: (event, { reads }) => gatherRepositories(event, reads),

  decide(event, { known, visible, retention = usualRetention }, { now }): RepositoryPlan {
    switch (event.kind) {
      case "repository-added":
        return remember(event.repository, known);
      case "repository-removed":
        return {
          actions: [{ do: "forget-repository", repository: event.repository }],
          because: "the app may no longer see this repository",
        };
      case "discussion-removed":
      case "issue-removed":
      case "comment-deleted":
        return forgetSaid(event);
      case "installation-changed": {
        const before = known.filter((it) => it.installation === event.installation);
        const { actions, because } = changes(before, visible, `installation ${event.installation} changed`);
        return { actions: [{ do: "renew-access", installation: event.installation }, ...actions], because };
      }
      case "default-branch-moved":
        return rereadSharedConfig(event, known);
      case "tick":
        return event.every === "day"
          ? forgetOld(now, retention)
          : changes(known, visible, "GitHub's list was compared with ours");
      default:
        return unreachable(event);
    }
  },
});

/** What must happen for `known` to become `visible`, each as an event of its own. */
function changes(known: readonly RepositoryRef[], visible: readonly RepositoryRef[], because: string): RepositoryPlan {
  const before = new Map(known.map((it) => [it.id, it]));
  const after = new Set(visible.map(({ id }) => id));
  const added = visible.filter((it) => !isSame(before.get(it.id), it));
  const removed = known.filter(({ id }) => !after.has(id));
  if (added.length + removed.length === 0) return nothing(`${because}: nothing came or went`);
  return {
    actions: [
      ...added.map((it) => followUp("repository-added", it)),
      ...removed.map((it) => followUp("repository-removed", it)),
    ],
    because: `${because}: ${added.length} came, ${removed.length} went`,
  };
}

function followUp(kind: "repository-added" | "repository-removed", repository: RepositoryRef): RepositoryAction {
  return { do: "follow-up", key: `${kind}:${repository.id}`, event: { kind, repository } };
}

function isSame(one: RepositoryRef | undefined, other: RepositoryRef): boolean {
  return one?.owner === other.owner && one.name === other.name && one.installation === other.installation;
}

/** What was deleted is no longer to be read in the inbox either. */
function forgetSaid(event: EventOf<"discussion-removed" | "issue-removed" | "comment-deleted">): RepositoryPlan {
  const { repository, number } = event;
  const about = event.kind === "comment-deleted" ? { about: event.comment.id } : {};
  return {
    actions: [{ do: "forget-said", repository, number, ...about }],
    because: "it is there no more",
  };
}

/** Whoever has the repository now is not to read what was written for others. */
function remember(repository: RepositoryRef, known: readonly RepositoryRef[]): RepositoryPlan {
  const before = known.find(({ id }) => id === repository.id);
  const isTransferred = before !== undefined && before.owner.toLowerCase() !== repository.owner.toLowerCase();
  return {
    actions: [
      ...(isTransferred ? [{ do: "forget-former-team" as const, repository }] : []),
      { do: "remember-repository", repository },
    ],
    because: isTransferred ? `it was ${before.owner}'s until now` : "the app may see this repository",
  };
}

function forgetOld(now: Date, { deliveries, threads, words }: Retention): RepositoryPlan {
  const before = (days: number) => new Date(now.getTime() - days * dayMs).toISOString();
  const old = (what: OldRecords) => ({ do: "forget-old-records" as const, what });
  return {
    actions: [
      { do: "prune-inbox", before: before(Math.max(deliveries, knownDeliveriesDays)) },
      ...(deliveries < knownDeliveriesDays ? [old({ of: "deliveries", before: before(deliveries) })] : []),
      ...(threads === undefined ? [] : [old({ of: "closed-threads", before: before(threads) })]),
      ...(words === undefined ? [] : [old({ of: "private-words", before: before(words) })]),
    ],
    because: `finished deliveries are kept for ${deliveries} days`,
  };
}

/** When the shared config may have changed, docs and config of each repository of the owner are read again. */
function rereadSharedConfig(
  { repository, head }: EventOf<"default-branch-moved">,
  known: readonly RepositoryRef[],
): RepositoryPlan {
  if (!isShared(repository)) return nothing("the repository is known");
  const others = known.filter(({ id, owner }) => owner === repository.owner && id !== repository.id);
  return {
    actions: others.map((it) => ({
      do: "follow-up",
      key: `shared-config:${it.id}`,
      event: { kind: "default-branch-moved", repository: it, head },
    })),
    because: `the config in ${repository.owner}/.github may have changed`,
  };
}
