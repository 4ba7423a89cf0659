import type { Person } from "../../core/discussion.ts";
import type { Issue } from "../../core/issue.ts";
import type { KnownIssue, Outcome } from "../../core/knowledge.ts";
import { findLinks } from "../../text/find-links.ts";
import type { IssuesConfig } from "./config.ts";

/** Indexed of a body and of an answer, in UTF-16 units: the rest is a log. */
const maxLength = { question: 20_000, answer: 10_000 };

/** Labels of bots that close inactive issues; what they close is neither fixed nor declined. */
const staleLabels = ["abandoned", "auto-closed", "autoclosed", "inactive", "rotten", "stale"];

/**
 * The issue as the search index holds it, or the reason why it is not indexed. An open one tells that the problem is
 * known, a closed one its outcome. A duplicate is indexed for what its answer links to, and never suggested.
 */
export function toKnownIssue(issue: Issue, config: IssuesConfig): KnownIssue | { readonly unfit: string } {
  const { labels, closedAt } = issue;
  if (isBot(issue.author)) return { unfit: "a bot wrote it" };
  if (hasLabel(labels, config["exclude-labels"])) return { unfit: "its labels say that it helps nobody who asks" };
  const kind = hasLabel(labels, config["feature-labels"]) ? "feature-request" : "issue";
  const outcome = outcomeOf(issue, kind, config);
  const answer = answerOf(issue).slice(0, maxLength.answer);
  const isDuplicate = issue.closed === "duplicate" || hasLabel(labels, ["duplicate"]);
  const unfit = isDuplicate ? undefined : whyUnfit(issue, kind, outcome, answer);
  if (unfit !== undefined) return { unfit };
  return {
    number: issue.number,
    kind,
    title: issue.title,
    question: issue.body.slice(0, maxLength.question).toWellFormed(),
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
 * The last comment of the project. Where a closed issue has none, its author's: people tell what helped them. Others'
 * last comments are mostly "same here".
 */
function answerOf({ author, closed, lastComments }: Issue): string {
  const comments = lastComments.filter((it) => !isBot(it.author) && !it.isMinimized && it.body.trim() !== "");
  const byProject = comments.findLast(({ isOfProject }) => isOfProject);
  const byAuthor = comments.findLast((it) => author !== undefined && it.author?.login === author.login);
  return (byProject ?? (closed ? byAuthor : undefined))?.body ?? "";
}

/** Apps, and the accounts of people under which bots run: `renovate-bot`, `k8s-ci-robot`. */
function isBot(person: Person | undefined): boolean {
  return person !== undefined && (person.isBot || /(?:^|[-_])(?:ro)?bot$/i.test(person.login));
}

/** Whether one of an issue's labels is among these, as a person would say. */
function hasLabel(labels: readonly string[], wanted: readonly string[]): boolean {
  const names = new Set(wanted.map(toPlainLabel));
  return labels.some(
    (label) => names.has(toPlainLabel(label)) || names.has(toPlainLabel(label.split(/[:/]/u).at(-1) ?? "")),
  );
}

/** Without case, emoji, and which sign stands between words: `✨ Feature Request` is `feature-request`. */
function toPlainLabel(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
