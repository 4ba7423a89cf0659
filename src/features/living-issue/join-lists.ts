import type { RepositoryRef } from "../../core/discussion.ts";
import { fullName } from "../../core/repository-name.ts";
import type { AllLists, Listed, ListedSession, ListedThread, Lists, WaitingThread } from "./lists.ts";

/** Of one list; no issue has room for more. */
const maxItems = 400;

/**
 * One list for all repositories, each part in its order, with the repositories' names. `publicIds`: ids of repositories
 * that everybody may read. What of the others may not be told is counted alone.
 */
export function joinLists(holder: RepositoryRef, { own, others }: AllLists, publicIds: ReadonlySet<number>): Lists {
  if (others.length === 0) return own;
  const all = [
    named(holder, own),
    ...others.map(({ repository, privateTitles, lists }) => {
      const isShown = publicIds.has(repository.id) || (privateTitles && !publicIds.has(holder.id));
      return isShown ? named(repository, lists) : hidden(lists);
    }),
  ];
  return {
    onUs: join(
      all.map((it) => it.onUs),
      byTimeLeft,
    ),
    onAsker: join(
      all.map((it) => it.onAsker),
      bySince,
    ),
    toBeMarked: join(
      all.map((it) => it.toBeMarked),
      bySince,
    ),
    toBeDecided: join(
      all.map((it) => it.toBeDecided),
      (one, other) => other.votes - one.votes,
    ),
    faq: own.faq,
    breaches: join(
      all.map((it) => it.breaches),
      (one, other) => other.dueAt.getTime() - one.dueAt.getTime(),
    ),
    withoutOutcome: join(
      all.map((it) => it.withoutOutcome),
      byStart,
    ),
    withoutHost: join(
      all.map((it) => it.withoutHost),
      byStart,
    ),
    hiddenOverdue: all.reduce((sum, it) => sum + (it.hiddenOverdue ?? 0), 0),
    isNews: all.some(({ isNews }) => isNews),
  };
}

function join<Item>(lists: readonly Listed<Item>[], order: (one: Item, other: Item) => number): Listed<Item> {
  const hidden = lists.reduce((sum, it) => sum + (it.hidden ?? 0), 0);
  return {
    items: lists
      .flatMap(({ items }) => items)
      .toSorted(order)
      .slice(0, maxItems),
    total: lists.reduce((sum, it) => sum + it.total, 0),
    ...(hidden > 0 && { hidden }),
  };
}

/** As the threads of one repository are: those with a target first, by when it is due. */
function byTimeLeft(one: WaitingThread, other: WaitingThread): number {
  const [a, b] = [one.due?.at.getTime() ?? Infinity, other.due?.at.getTime() ?? Infinity];
  return a === b ? bySince(one, other) : a - b;
}

function bySince(one: { readonly since: Date }, other: { readonly since: Date }): number {
  return one.since.getTime() - other.since.getTime();
}

/** Those without a time, which are written in words, come last. */
function byStart({ at: one }: ListedSession, { at: other }: ListedSession): number {
  return (one?.getTime() ?? Infinity) - (other?.getTime() ?? Infinity) || 0;
}

function named(repository: RepositoryRef, lists: Lists): Lists {
  return changed(lists, ({ items, total }) => ({
    items: items.map((it) => ({ ...it, repository: fullName(repository) })),
    total,
  }));
}

/** Nothing but how many there are leaves the repository. */
function hidden(lists: Lists): Lists {
  return {
    ...changed(lists, ({ total }) => ({ items: [], total, hidden: total })),
    hiddenOverdue: lists.onUs.items.filter(({ due }) => due?.isOver).length,
  };
}

function changed(lists: Lists, to: <Item extends ListedThread>(list: Listed<Item>) => Listed<Item>): Lists {
  return {
    ...lists,
    onUs: to(lists.onUs),
    onAsker: to(lists.onAsker),
    toBeMarked: to(lists.toBeMarked),
    toBeDecided: to(lists.toBeDecided),
    breaches: to(lists.breaches),
    withoutOutcome: to(lists.withoutOutcome),
    withoutHost: to(lists.withoutHost),
  };
}
