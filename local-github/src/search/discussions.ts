import { holds } from "../access/viewer.ts";
import type { Viewer } from "../access/viewer.ts";
import { refusal } from "../world/error-texts.ts";
import type { Discussion } from "../world/objects.ts";
import { nameWithOwner } from "../world/repositories.ts";
import { sameName } from "../world/world.ts";
import type { World } from "../world/world.ts";
import { isBy, isInRange, orderOf, toTest, type Qualifiers } from "./terms.ts";

/**
 * Qualifiers of GitHub's search in discussions that are understood here.
 * https://docs.github.com/en/search-github/searching-on-github/searching-discussions
 */
const qualifiers: Qualifiers<Discussion> = {
  repo: ({ repository }, value) => sameName(nameWithOwner(repository), value),
  org: ({ repository }, value) => sameName(repository.owner.login, value),
  user: ({ repository }, value) => sameName(repository.owner.login, value),
  author: ({ author }, value) => isBy(author, value),
  category: ({ category }, value) => sameName(category.name, value) || sameName(category.slug, value),
  label: ({ labels }, value) => labels.some(({ name }) => sameName(name, value)),
  commenter: ({ comments }, value) =>
    comments.some((top) => [top, ...top.replies].some(({ author }) => isBy(author, value))),
  "answered-by": ({ answer }, value) => answer !== null && isBy(answer.author, value),
  is: (discussion, value) => isIt(discussion, value),
  type: (_discussion, value) => value === "discussions",
  created: ({ createdAt }, value) => isInRange(createdAt, value),
  updated: ({ updatedAt }, value) => isInRange(updatedAt, value),
};

/** Discussions the viewer may see that fit a query, newest first unless asked otherwise, at most 1,000 as on GitHub. */
export function searchDiscussions(world: World, viewer: Viewer, query: string): Discussion[] {
  const fits = toTest(query, qualifiers, ({ title, body, comments }) => ({
    title,
    body,
    comments: comments.flatMap((top) => [top.body, ...top.replies.map((reply) => reply.body)]).join("\n"),
  }));
  const { by, isAscending } = orderOf(query);
  const found = world
    .all("Discussion")
    .filter((discussion) => holds(viewer, discussion.repository, "discussions", "read") && fits(discussion))
    .sort((one, other) => one[by].localeCompare(other[by]) || one.databaseId - other.databaseId);
  return (isAscending ? found : found.toReversed()).slice(0, 1000);
}

function isIt(discussion: Discussion, what: string): boolean {
  switch (what) {
    case "open":
      return !discussion.closed;
    case "closed":
      return discussion.closed;
    case "answered":
      return discussion.answer !== null;
    case "unanswered":
      return discussion.category.isAnswerable && discussion.answer === null;
    case "locked":
      return discussion.locked;
    case "unlocked":
      return !discussion.locked;
    case "public":
      return !discussion.repository.isPrivate;
    case "private":
      return discussion.repository.isPrivate;
    default:
      throw refusal("searchNotEmulated", { what: `is:${what}` });
  }
}
