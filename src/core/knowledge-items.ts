import type { AnsweredThread, KnowledgeItem, KnownIssue, Section } from "./knowledge.ts";

const docsPrefix = "docs:";

/** Names what is replaced together when a page changes. */
export function pageGroup(path: string): string {
  return `page:${path}`;
}

/** Names what is replaced together when an answered thread changes. */
export function threadGroup(number: number): string {
  return `thread:${number}`;
}

/** Names what is replaced together when an issue changes. */
export function issueGroup(number: number): string {
  return `issue:${number}`;
}

/**
 * Paths of the pages an id may belong to; none where it is no section's. A path may hold a `#` itself, so an id with
 * several can name more than one.
 */
export function pathsNamedBy(id: string): string[] {
  if (!id.startsWith(docsPrefix)) return [];
  const rest = id.slice(docsPrefix.length);
  return [...rest.matchAll(/#/gu)].map(({ index }) => rest.slice(0, index));
}

/** The number of the answered thread an id belongs to; undefined where it is no thread's. */
export function threadNumberOf(id: string): number | undefined {
  const [, digits] = /^thread:([1-9]\d{0,14})$/u.exec(id) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The number of the issue or feature request an id belongs to; undefined where it is neither's. */
export function issueNumberOf(id: string): number | undefined {
  const [, digits] = /^issue:([1-9]\d{0,14})$/u.exec(id) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The id of a section's item, as long as no two sections of its page share an anchor. */
export function docsItemId({ path, anchor }: Pick<Section, "path" | "anchor">): string {
  return `${docsPrefix}${path}#${anchor}`;
}

/** What can be found of an answered thread. Its date is that of the answer, which is what may grow stale. */
export function toThreadItem(thread: AnsweredThread): KnowledgeItem {
  return {
    id: `thread:${thread.number}`,
    group: threadGroup(thread.number),
    kind: "thread",
    title: thread.title,
    context: [thread.category],
    aliases: [],
    body: thread.question,
    code: "",
    answer: thread.answer,
    links: thread.links,
    date: new Date(thread.answeredAt),
    url: thread.url,
  };
}

/**
 * What can be found of an issue. Its id stays when a label makes a feature request of it, and what people thought of
 * it stays with it. Its date is when it was settled, or else asked.
 */
export function toIssueItem(issue: KnownIssue): KnowledgeItem {
  return {
    id: `issue:${issue.number}`,
    group: issueGroup(issue.number),
    kind: issue.kind,
    title: issue.title,
    context: [],
    aliases: [],
    body: issue.question,
    code: "",
    answer: issue.answer,
    links: issue.links,
    date: new Date(issue.closedAt ?? issue.openedAt),
    url: issue.url,
    outcome: issue.outcome,
    ...(issue.retired && { retired: issue.retired }),
  };
}
