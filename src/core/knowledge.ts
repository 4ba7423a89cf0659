// Over 200 lines, half of them docstrings: what is known of a repository, in types that refer to each other.

/**
 * A docs section: what stands under one heading of one page, up to the next heading.
 * Text before the first heading is a section of its own with no anchor.
 */
export interface Section {
  /** Path of the page inside the repository, with `/`. */
  readonly path: string;
  /**
   * The fragment GitHub gives the heading, without `#`; empty for the top of a page. Of a FAQ entry, the id that people
   * gave it comes first.
   */
  readonly anchor: string;
  /** The fragment GitHub gives it, where that is another than `anchor`. */
  readonly slug?: string;
  /** Headings from the page's title down to this one, as plain text. */
  readonly headings: readonly string[];
  /** The section's own heading, or the page's title at the top of a page. */
  readonly title: string;
  /** Prose as plain text; code blocks are apart. */
  readonly text: string;
  /** The content of fenced and indented code blocks. */
  readonly code: string;
  /** Link targets: repository paths (with anchor) where they are relative, else absolute URLs. */
  readonly links: readonly string[];
  /**
   * Other names: of the page (front matter `aliases`, `keywords`) on its first section, of a FAQ entry the other titles
   * under which it was asked.
   */
  readonly aliases: readonly string[];
  /** First line of the section in the file, from 1. */
  readonly line: number;
  /** Set where the page is kept for the record only: its links are still known, but it is not suggested. */
  readonly retired?: "archived";
  /** Whether it is an entry of a FAQ: its title is the question, its text the answer. */
  readonly isFaq?: true;
  /** Of a FAQ entry: the day on which a person last found it right, `2026-11-26`. */
  readonly verified?: string;
  /** Of a FAQ entry: the number of the thread it was promoted from. */
  readonly source?: number;
  /** Of a FAQ entry: versions that it mentions, without `v`. */
  readonly versions?: readonly string[];
  /** What stands as inline code in the text, each once. */
  readonly inlineCode?: readonly string[];
  /** Where the blocks of `code` stand: how long `text` is before each, and where it begins in `code`; ascending. */
  readonly codeAt?: readonly CodePlace[];
  /** On the first section of a page. */
  readonly outline?: PageOutline;
}

/** Offset in a section's text behind which a block of code stands, and the block's offset in the section's code. */
export type CodePlace = readonly [after: number, from: number];

/** What a docs site makes a page's address and its anchors from. */
export interface PageOutline {
  /** What front matter says of the address: `slug`, `permalink`, `id` and the like. */
  readonly fields?: Readonly<Record<string, string>>;
  /** All headings in order, those in quotes and lists too: they take anchors from those after them. */
  readonly headings: readonly PageHeading[];
}

/** A heading as a site generator reads it. */
export interface PageHeading {
  /** 1 to 6. */
  readonly depth: number;
  /** Without the ids that its author gave it. */
  readonly text: string;
  /** The fragment GitHub gives it, which its section has, too. */
  readonly anchor: string;
  /** The id that its author gave it: `{#id}`. */
  readonly id?: string;
  /** Ids of anchors in it or right before it: `<a name="id"></a>`. */
  readonly others?: readonly string[];
  /** Those that are kept only so that links to what it was called before still lead to it. */
  readonly old?: readonly string[];
  /** Written as HTML: most generators give it no anchor. */
  readonly isHtml?: true;
}

/** A file of the docs at one content. */
export interface PageRef {
  readonly path: string;
  /** Git's blob id of the content. */
  readonly sha: string;
}

/** Names a page at one content: what a store may remember it under. */
export function pageKey({ path, sha }: PageRef): string {
  return `${sha}:${path}`;
}

/** An answered thread as the index keeps it. */
export interface AnsweredThread {
  readonly number: number;
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly url: string;
  readonly category: string;
  /** Where the answer's links point: absolute URLs. */
  readonly links: readonly string[];
  /** ISO 8601 in UTC: threads travel inside plans, which are stored as JSON. */
  readonly askedAt: string;
  readonly answeredAt: string;
}

/** An issue or a feature request as the index keeps it. */
export interface KnownIssue {
  readonly number: number;
  readonly kind: "issue" | "feature-request";
  readonly title: string;
  readonly question: string;
  /** What the project said last: a fix, a workaround, the reason for a no. Empty where nobody said anything. */
  readonly answer: string;
  readonly url: string;
  /** Where the answer's links point: absolute URLs. */
  readonly links: readonly string[];
  readonly outcome: Outcome;
  readonly retired?: "duplicate";
  /** ISO 8601 in UTC: issues travel inside plans, which are stored as JSON. */
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly closedAt?: string;
}

/** What can be suggested. */
export type KnowledgeKind = "docs" | "faq" | "thread" | "issue" | "feature-request";

/** One thing the finder knows. `group` names what is replaced or dropped together: a page, a thread. */
export interface KnowledgeItem {
  /** Unique within a repository: `docs:docs/a.md#install`, `thread:12`. */
  readonly id: string;
  readonly group: string;
  readonly kind: KnowledgeKind;
  readonly title: string;
  /** Heading path or category; empty for none. */
  readonly context: readonly string[];
  readonly aliases: readonly string[];
  readonly body: string;
  readonly code: string;
  /** Of docs, whose body is plain text: what was inline code in it. */
  readonly inlineCode?: readonly string[];
  /** Of docs: where the blocks of `code` stand in `body`, as in a {@link Section}. */
  readonly codeAt?: readonly CodePlace[];
  /** What settled it: a thread's answer; empty for docs. */
  readonly answer: string;
  readonly links: readonly string[];
  /** When it was written, where known. */
  readonly date?: Date;
  /** Where a person reads it. */
  readonly url: string;
  /** Of issues and feature requests: what became of it. */
  readonly outcome?: Outcome;
  /** Of a FAQ entry: the number of the thread it was promoted from. */
  readonly source?: number;
  /** Why it must not be suggested; it still teaches what its links lead to. */
  readonly retired?: "stale" | "archived" | "duplicate" | "outdated";
}

/** What became of an issue or a feature request. */
export interface Outcome {
  readonly state: "open" | "completed" | "not-planned";
  /** The release or milestone that holds it, where known. */
  readonly shippedIn?: string;
  /** Whether the project's labels call it a bug; of other issues we do not claim that. */
  readonly isBug?: boolean;
}

/** An item without its texts: what an index keeps in memory of each. */
export type KnowledgeEntry = Omit<
  KnowledgeItem,
  "aliases" | "body" | "code" | "inlineCode" | "codeAt" | "answer" | "source"
>;

/** What changed in a repository's knowledge since a revision. Apply `dropGroups` first, then `put`. */
export interface KnowledgeChanges {
  readonly revision: number;
  readonly dropGroups: readonly string[];
  readonly put: readonly KnowledgeItem[];
}

/** A FAQ entry as it stands in its file, and as it is found. */
export interface KnownEntry {
  readonly item: KnowledgeItem;
  readonly section: Section;
}

/** How much other answers lean on an answered thread. */
export interface LinkedThread {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  /** Answers of other threads that link to it. */
  readonly links: number;
}

/** What somebody asks. */
export interface Question {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** The thread it comes from, which is never suggested to itself. */
  readonly thread?: number;
  /** Name of the thread's category. */
  readonly category?: string;
  /** Names of the thread's labels. */
  readonly labels?: readonly string[];
}

/** Something found, with the reasons for it as data. */
export interface Hit {
  readonly item: KnowledgeItem;
  readonly score: number;
  /** What each part of the ranking (`lexical`, `asked`, `votes`, …) added to `score`; together they are it. */
  readonly parts: Readonly<Record<string, number>>;
  /** Chance that this helps, 0 to 1. */
  readonly confidence: number;
  /** The question's words that matched, strongest first, and where. */
  readonly terms: readonly { readonly term: string; readonly fields: readonly string[]; readonly score: number }[];
  /** What of the item best answers the question: one line of plain text of at most 240 characters, code in backticks. */
  readonly excerpt: string;
}
