import type { KnowledgeItem, KnowledgeKind } from "../../../src/core/knowledge.ts";
import type { EvaluationQuery } from "../../../src/evaluation/sets/read-queries.ts";

/** What was written of an index, from which it can be had back. */
export type Snapshot = string | Uint8Array;

/** A search engine over some documents. What may be asynchronous is awaited. */
export interface Engine {
  /** Comes in batches, so that one can see how far a build has come. */
  add(items: readonly KnowledgeItem[]): void | Promise<void>;
  /** After the last document; part of the build. */
  finish?(): void | Promise<void>;
  /** Ids of at most `limit` documents of the kind, best first. */
  search(query: EvaluationQuery, kind: KnowledgeKind, limit: number): readonly string[] | Promise<readonly string[]>;
  save?(): Snapshot | Promise<Snapshot>;
  /** Bytes that it holds outside of V8's heap and of array buffers. */
  readonly outside?: number;
  close?(): void;
}

/** How an engine is made, and how it was treated. */
export interface EngineDeclaration {
  /** What was chosen for it, in a line for the report. */
  readonly treatment: string;
  /**
   * Whether documents of other kinds teach it something. Else it gets those of the kind asked for alone, which makes
   * it smaller, faster and no worse.
   */
  readonly learnsFromAll: boolean;
  create(): Engine | Promise<Engine>;
  /** Makes an engine again from what `save` gave. */
  restore?(snapshot: Snapshot): Engine | Promise<Engine>;
}

/** A document as libraries get it. More than two fields made none of them better, and all of them slower. */
export interface Texts {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export function textsOf({ id, title, context, aliases, body, code, answer }: KnowledgeItem): Texts {
  return { id, title, text: [...context, ...aliases, body, code, answer].join("\n") };
}

/** The whole post: what a desk has. */
export function postOf({ question }: EvaluationQuery): string {
  return `${question.title}\n${question.body}`;
}

/** How often each word stands there. A word that a long post repeats is what it is about. */
export function countWords(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
