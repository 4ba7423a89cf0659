import { holds } from "../access/viewer.ts";
import type { Viewer } from "../access/viewer.ts";
import { refusal } from "../world/error-texts.ts";
import type { Issue, PullRequest } from "../world/objects.ts";
import { nameWithOwner } from "../world/repositories.ts";
import { sameName } from "../world/world.ts";
import type { World } from "../world/world.ts";
import { isBy, isInRange, orderOf, toTest, type Qualifiers } from "./terms.ts";

type Thread = Issue | PullRequest;

/**
 * Qualifiers of GitHub's search in issues and pull requests that are understood here.
 * https://docs.github.com/en/search-github/searching-on-github/searching-issues-and-pull-requests
 */
const qualifiers: Qualifiers<Thread> = {
  repo: ({ repository }, value) => sameName(nameWithOwner(repository), value),
  org: ({ repository }, value) => sameName(repository.owner.login, value),
  user: ({ repository }, value) => sameName(repository.owner.login, value),
  author: ({ author }, value) => isBy(author, value),
  assignee: ({ assignees }, value) => (value === "*" ? assignees.length > 0 : assignees.some((it) => isBy(it, value))),
  commenter: ({ comments }, value) => comments.some(({ author }) => isBy(author, value)),
  involves: (thread, value) =>
    [thread.author, ...thread.assignees, ...thread.comments.map((it) => it.author)].some((it) => isBy(it, value)),
  // A comma is "or".
  label: ({ labels }, value) =>
    value.split(",").some((wanted) => labels.some(({ name }) => sameName(name, unquoted(wanted)))),
  milestone: ({ milestone }, value) => milestone !== null && (value === "*" || sameName(milestone.title, value)),
  no: (thread, value) => hasNo(thread, value),
  is: (thread, value) => isIt(thread, value),
  type: (thread, value) => isIt(thread, value),
  state: ({ state }, value) => (value === "open") === (state === "OPEN"),
  reason: (thread, value) =>
    thread.__typename === "Issue" && sameName(thread.stateReason?.replace("_", " ") ?? "", value),
  head: (thread, value) => thread.__typename === "PullRequest" && thread.headRefName.startsWith(value),
  base: (thread, value) => thread.__typename === "PullRequest" && thread.baseRefName.startsWith(value),
  draft: (thread, value) => thread.__typename === "PullRequest" && String(thread.isDraft) === value,
  created: ({ createdAt }, value) => isInRange(createdAt, value),
  updated: ({ updatedAt }, value) => isInRange(updatedAt, value),
  closed: ({ closedAt }, value) => closedAt !== null && isInRange(closedAt, value),
};

/** Issues and pull requests the viewer may see that fit a query, newest first unless asked otherwise, at most 1,000. */
export function searchIssues(world: World, viewer: Viewer, query: string): Thread[] {
  const fits = toTest(query, qualifiers, ({ title, body, comments }) => ({
    title,
    body,
    comments: comments.map((it) => it.body).join("\n"),
  }));
  const { by, isAscending } = orderOf(query);
  const mayRead = ({ repository, __typename }: Thread): boolean =>
    holds(viewer, repository, __typename === "Issue" ? "issues" : "pull_requests", "read");
  const found = [...world.all("Issue"), ...world.all("PullRequest")]
    .filter((thread) => mayRead(thread) && fits(thread))
    .sort((one, other) => one[by].localeCompare(other[by]) || one.databaseId - other.databaseId);
  return (isAscending ? found : found.toReversed()).slice(0, 1000);
}

function isIt(thread: Thread, what: string): boolean {
  const pull = thread.__typename === "PullRequest" ? thread : undefined;
  switch (what) {
    case "issue":
      return pull === undefined;
    case "pr":
    case "pull-request":
      return pull !== undefined;
    case "open":
      return thread.state === "OPEN";
    case "closed":
      return thread.state !== "OPEN";
    case "merged":
      return pull?.merged === true;
    case "unmerged":
      return pull?.merged === false;
    case "draft":
      return pull?.isDraft === true;
    case "locked":
      return thread.locked;
    case "unlocked":
      return !thread.locked;
    case "public":
      return !thread.repository.isPrivate;
    case "private":
      return thread.repository.isPrivate;
    default:
      throw refusal("searchNotEmulated", { what: `is:${what}` });
  }
}

function hasNo({ labels, milestone, assignees }: Thread, what: string): boolean {
  switch (what) {
    case "label":
      return labels.length === 0;
    case "milestone":
      return milestone === null;
    case "assignee":
      return assignees.length === 0;
    default:
      throw refusal("searchNotEmulated", { what: `no:${what}` });
  }
}

function unquoted(text: string): string {
  return text.replace(/^"|"$/gu, "");
}
