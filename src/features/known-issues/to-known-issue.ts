import type { Person } from "../../core/discussion.ts";
import type { Issue } from "../../core/issue.ts";
import type { KnownIssue, Outcome } from "../../core/knowledge.ts";
import { findLinks } from "../../text/find-links.ts";
import type { IssuesConfig } from "./config.ts";
import { hasLabel } from "./has-label.ts";

/** Kept of a body and of an answer, in UTF-16 units: what comes after is a log. */
const longest = { question: 20_000, answer: 10_000 };

/** Bots that close what nobody looked at for long; what they close is neither fixed nor declined. */
const staleLabels = ["abandoned", "auto-closed", "autoclosed", "inactive", "rotten", "stale"];

/**
 * The issue as knowledge, or the reason why it is none. It has to help who asks: an open one tells that the trouble is
 * known, a closed one what became of it. A duplicate stays for what its answer links to, and is never suggested.
 */
export function toKnownIssue(issue: Issue, config: IssuesConfig): KnownIssue | { readonly unfit: string } {
  const { labels, closedAt } = issue;
  if (isBot(issue.author)) return { unfit: "a bot wrote it" };
  if (hasLabel(labels, config["exclude-labels"])) return { unfit: "its labels say that it helps nobody who asks" };
  const kind = hasLabel(labels, config["feature-labels"]) ? "feature-request" : "issue";
  const outcome = outcomeOf(issue, kind, config);
  const answer = lastWordOf(issue).slice(0, longest.answer);
  const isDuplicate = issue.closed === "duplicate" || hasLabel(labels, ["duplicate"]);
  const unfit = isDuplicate ? undefined : whyUnfit(issue, kind, outcome, answer);
  if (unfit !== undefined) return { unfit };
  return {
    number: issue.number,
    kind,
    title: issue.title,
    question: issue.body.slice(0, longest.question).toWellFormed(),
    answer: answer.toWellFormed(),
    url: issue.url,
    links: findLinks(answer).filter((it) => /^https?:/i.test(it)),
    outcome,
    ...(isDuplicate && { retired: "duplicate" }),
    openedAt: issue.createdAt.toISOString(),
    updatedAt: issue.updatedAt.toISOString(),
    ...(closedAt && { closedAt: closedAt.toISOString() }),
  };
}

function outcomeOf({ closed, labels, milestone }: Issue, kind: KnownIssue["kind"], config: IssuesConfig): Outcome {
  const isBug = kind === "issue" && hasLabel(labels, config["bug-labels"]);
  const bug = isBug ? { isBug } : {};
  if (closed === undefined) return { state: "open", ...bug };
  // Issues closed before 2022 have no reason, and are told apart by GitHub's own label.
  if (closed !== "completed" || hasLabel(labels, ["wontfix", "wont-fix"])) return { state: "not-planned", ...bug };
  return { state: "completed", ...(milestone !== undefined && { shippedIn: milestone }), ...bug };
}

function whyUnfit(
  { closed, labels }: Issue,
  kind: KnownIssue["kind"],
  { state, shippedIn, isBug }: Outcome,
  answer: string,
): string | undefined {
  if (closed && hasLabel(labels, staleLabels)) return "it was closed because nothing happened";
  if (state === "not-planned") {
    if (kind === "issue") return "it was closed as not planned";
    return answer === "" ? "it was declined without a reason" : undefined;
  }
  const tellsNothing = state === "completed" && kind === "issue" && !isBug && shippedIn === undefined && answer === "";
  return tellsNothing ? "it was closed without a word" : undefined;
}

/**
 * What the project said last. Where a closed issue has no such word, its author's: people tell what helped them.
 * Others' last words are mostly "same here".
 */
function lastWordOf({ author, closed, lastComments }: Issue): string {
  const words = lastComments.filter((it) => !isBot(it.author) && !it.isMinimized && it.body.trim() !== "");
  const byProject = words.findLast(({ isOfProject }) => isOfProject);
  const byAuthor = words.findLast((it) => author !== undefined && it.author?.login === author.login);
  return (byProject ?? (closed ? byAuthor : undefined))?.body ?? "";
}

/** Apps, and the accounts of people under which bots run: `renovate-bot`, `k8s-ci-robot`. */
function isBot(person: Person | undefined): boolean {
  return person !== undefined && (person.isBot || /(?:^|[-_])(?:ro)?bot$/i.test(person.login));
}
