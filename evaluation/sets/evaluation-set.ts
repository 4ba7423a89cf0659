import type { DocumentKind } from "../../src/evaluation/sets/shapes.ts";
import type { GitTree } from "./git-tree.ts";

/** A public repository that a set is made from. */
export interface SetSource {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  /** The commit that is read, forty hexadecimal digits: the same commit makes the same set. */
  readonly commit: string;
  /** What its licence, or its terms, say of the texts that are taken. */
  readonly licence: string;
  /** What is taken from it. */
  readonly use: string;
}

/** A line of `corpus.jsonl`. */
export interface SetDocument {
  /** `docs:page#section`, `faq:…`, `thread:…`. What stands before the first `#` is the page. */
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  /** Headings above it, outermost first. */
  readonly context?: readonly string[];
  /** Markdown, with code in fences. */
  readonly body: string;
  readonly answer?: string;
  /** Ids of documents that its answer links to. */
  readonly links?: readonly string[];
  /** ISO 8601. */
  readonly date?: string;
  readonly url?: string;
}

/** A line of `queries.jsonl`. */
export interface SetQuery {
  /** `q:…`; the question's own thread is `thread:…` with the same rest. */
  readonly id: string;
  readonly title: string;
  readonly body?: string;
  /** ISO 8601. */
  readonly date?: string;
  /** `test` unless it is said. */
  readonly split?: "train" | "test";
}

/** A line of `qrels.tsv`. */
export interface SetLabel {
  readonly query: string;
  readonly document: string;
  /** 2: this section, entry or thread answers. 1: the page does. */
  readonly grade: 1 | 2;
}

/** A line of `answerable.tsv`: whether a question is known to have an answer of a kind, or known to have none. */
export interface Answerable {
  readonly query: string;
  readonly kind: DocumentKind;
  readonly isAnswerable: boolean;
}

/** What a set consists of, in any order. */
export interface ExtractedSet {
  readonly documents: readonly SetDocument[];
  readonly queries: readonly SetQuery[];
  readonly labels: readonly SetLabel[];
  /** Missing: each question has an answer of the kinds of its labels, and nothing is known otherwise. */
  readonly answerable?: readonly Answerable[];
}

/** How a set is made; each is a file of its own, listed in `all-sets.ts`. */
export interface EvaluationSet {
  /** Kebab-case; the argument of `make.ts`. */
  readonly name: string;
  /** One sentence: whose questions about what. */
  readonly description: string;
  readonly sources: readonly SetSource[];
  /** What counts as relevant, and what was left out. */
  readonly relation: string;
  /** How many pairs were read by hand and how many of them were right, and what was wrong with the others. */
  readonly checked: string;
  /** The trees stand in the order of the sources. */
  readonly extract: (trees: readonly GitTree[]) => Promise<ExtractedSet>;
}
