import type { Discussion, DiscussionCategory, Repository } from "../world/objects.ts";

/** Which threads a list shows, and in which order. */
export interface DiscussionFilter {
  readonly category: DiscussionCategory | undefined;
  readonly state: "open" | "unanswered" | "answered" | "closed" | "all";
  readonly words: string;
  readonly sort: "new" | "active" | "top";
  /** From 1. */
  readonly page: number;
}

/** A filter from the query of a list's address. What is not understood counts as not given. */
export function toDiscussionFilter(query: URLSearchParams, category: DiscussionCategory | undefined): DiscussionFilter {
  return {
    category,
    state: oneOf(["open", "unanswered", "answered", "closed", "all"], query.get("state")),
    words: query.get("q") ?? "",
    sort: oneOf(["new", "active", "top"], query.get("sort")),
    page: Math.max(1, Math.trunc(Number(query.get("page"))) || 1),
  };
}

function oneOf<const T extends string>(values: readonly [T, ...T[]], given: string | null): T {
  return values.find((value) => value === given) ?? values[0];
}

/** How many threads a page of the list has. */
export const pageSize = 50;

/** The threads a filter lets through, in its order, of all pages. */
export function filterDiscussions(repository: Repository, filter: DiscussionFilter): readonly Discussion[] {
  const words = filter.words.toLowerCase().split(/\s+/u).filter(Boolean);
  return repository.discussions
    .filter((discussion) => filter.category === undefined || discussion.category === filter.category)
    .filter((discussion) => isIn(discussion, filter.state))
    .filter(({ title, body }) => words.every((word) => `${title}\n${body}`.toLowerCase().includes(word)))
    .toSorted(orders[filter.sort]);
}

const orders: Readonly<Record<DiscussionFilter["sort"], (one: Discussion, other: Discussion) => number>> = {
  new: (one, other) => other.number - one.number,
  active: (one, other) => other.updatedAt.localeCompare(one.updatedAt) || other.number - one.number,
  top: (one, other) => other.upvoters.size - one.upvoters.size || other.number - one.number,
};

function isIn(discussion: Discussion, state: DiscussionFilter["state"]): boolean {
  switch (state) {
    case "open":
      return !discussion.closed;
    case "unanswered":
      return !discussion.closed && discussion.category.isAnswerable && discussion.answer === null;
    case "answered":
      return discussion.answer !== null;
    case "closed":
      return discussion.closed;
    case "all":
      return true;
  }
}
