import { holds } from "../access/viewer.ts";
import { refusal } from "../world/error-texts.ts";
import type { Discussion } from "../world/objects.ts";
import { nameWithOwner } from "../world/repositories.ts";
import { sameName } from "../world/world.ts";
import type { GraphQLContext } from "./context.ts";

type Test = (discussion: Discussion, value: string) => boolean;

/**
 * Qualifiers of GitHub's search in discussions that are understood here.
 * https://docs.github.com/en/search-github/searching-on-github/searching-discussions
 */
const qualifiers: Readonly<Record<string, Test>> = {
  repo: ({ repository }, value) => sameName(nameWithOwner(repository), value),
  org: ({ repository }, value) => sameName(repository.owner.login, value),
  user: ({ repository }, value) => sameName(repository.owner.login, value),
  author: ({ author }, value) => sameName(author?.login ?? "ghost", value),
  category: ({ category }, value) => sameName(category.name, value) || sameName(category.slug, value),
  label: ({ labels }, value) => labels.some(({ name }) => sameName(name, value)),
  commenter: ({ comments }, value) =>
    comments.some((top) => [top, ...top.replies].some(({ author }) => sameName(author?.login ?? "ghost", value))),
  "answered-by": ({ answer }, value) => answer !== null && sameName(answer.author?.login ?? "ghost", value),
  is: (discussion, value) => isIt(discussion, value),
  created: ({ createdAt }, value) => isInRange(createdAt, value),
  updated: ({ updatedAt }, value) => isInRange(updatedAt, value),
};

/** Discussions the viewer may see that fit a query, newest first, at most 1,000 as on GitHub. Words must all occur. */
export function searchDiscussions({ world, viewer }: GraphQLContext, query: string): Discussion[] {
  const terms = [...query.matchAll(/(-?)(?:([\w-]{1,50}):)?(?:"([^"]*)"|(\S+))/gu)].map(
    ([, minus, name, quoted, plain]) => ({
      isWanted: minus === "",
      name,
      value: quoted ?? plain ?? "",
    }),
  );
  const places = terms
    .filter(({ name }) => name === "in")
    .map(({ value }) => value.split(","))
    .flat();
  const tests = terms
    .filter(({ name }) => name !== "in" && name !== "sort")
    .map(({ isWanted, name, value }) => {
      const test = name === undefined ? hasWord(places) : qualifiers[name];
      if (test === undefined) throw refusal("searchNotEmulated", { what: `by ${name ?? ""}:` });
      return (discussion: Discussion) => test(discussion, value) === isWanted;
    });
  return world
    .all("Discussion")
    .filter((discussion) => holds(viewer, discussion.repository, "discussions", "read"))
    .filter((discussion) => tests.every((test) => test(discussion)))
    .toReversed()
    .slice(0, 1000);
}

function hasWord(places: readonly string[]): Test {
  const looksIn = (place: string): boolean => places.length === 0 || places.includes(place);
  return ({ title, body, comments }, value) => {
    const texts = [
      looksIn("title") ? title : "",
      looksIn("body") ? body : "",
      ...(looksIn("comments") ? comments.flatMap((top) => [top.body, ...top.replies.map((reply) => reply.body)]) : []),
    ];
    return texts.join("\n").toLowerCase().includes(value.toLowerCase());
  };
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

/** `>=2026-01-31`, `2026-01-01..2026-01-31`, `*..2026-01-31`, `2026-01-31`: times compare as ISO texts. */
function isInRange(at: string, range: string): boolean {
  const [from = "", to = ""] = range.split("..");
  if (from !== "" && to !== "") return (from === "*" || at >= from) && (to === "*" || at <= endOfDay(to));
  const [, sign, value = ""] = /^(>=|<=|>|<)?(.+)$/u.exec(range) ?? [];
  if (sign === ">=") return at >= value;
  if (sign === "<=") return at <= endOfDay(value);
  if (sign === ">") return at > endOfDay(value);
  if (sign === "<") return at < value;
  return at.startsWith(value);
}

function endOfDay(value: string): string {
  return value.length === 10 ? `${value}T23:59:59Z` : value;
}
