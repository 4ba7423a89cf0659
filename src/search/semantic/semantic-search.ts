import type { RepositoryRef } from "../../core/discussion.ts";
import type { KnowledgeItem, Question } from "../../core/knowledge.ts";
import type { Clock } from "../../core/clock.ts";
import type { Embedder, ItemVectors } from "../../core/finder.ts";
import type { Log } from "../../core/log.ts";
import { type ItemState, quantise, VectorIndex } from "./vector-index.ts";

export interface SemanticSearchOptions {
  /** Embeds questions while a find waits: it should give up soon. */
  readonly questionEmbedder: Embedder;
  /** Embeds items by the same model in the background: it may take its time. */
  readonly itemEmbedder: Embedder;
  readonly store: ItemVectors;
  readonly items: (repository: RepositoryRef, ids: readonly string[]) => Promise<readonly KnowledgeItem[]>;
  readonly clock: Clock;
  readonly log: Pick<Log, "warn">;
}

/** How similar the items of a repository are to a question, by their vectors. */
export interface QuestionSimilarity {
  /** Cosine, −1 to 1; undefined for an item without a vector. */
  readonly similarity: (id: string) => number | undefined;
  /** Ids of the items nearest to the question, best first; they need not share a word with it. */
  readonly nearest: readonly string[];
}

/** Items embedded between two writes to the store. */
const batchSize = 32;

const maxNearest = 30;

/** After a failure the model is not called for so long, in milliseconds, and search goes without. */
const retryAfterMs = 60_000;

/**
 * Search by the vectors of a language model, which a server or this process computes. It only adds to what words find:
 * while the model cannot be reached, or items have no vectors yet, search goes on without.
 */
export class SemanticSearch {
  readonly #options: SemanticSearchOptions;
  #unavailableUntil = 0;
  /** Those that failed the last time: of one failure after the other, the first is told. */
  readonly #failing = new Set<Embedder>();

  constructor(options: SemanticSearchOptions) {
    this.#options = options;
  }

  /** The vectors in the store; undefined when the model fails. */
  async open(repository: RepositoryRef): Promise<VectorIndex | undefined> {
    const name = await this.#name();
    if (name === undefined) return undefined;
    const vectors = new VectorIndex();
    vectors.put(await this.#options.store.vectors(repository, name));
    return vectors;
  }

  /**
   * Embeds every item that has no vector of its present state. Resolves to true when all have one, or to false when the
   * model fails: the next call embeds what is missing.
   */
  async embedItems(repository: RepositoryRef, vectors: VectorIndex, states: Iterable<ItemState>): Promise<boolean> {
    const all = [...states];
    const missing = vectors.missing(all);
    const prints = new Map(all.map(({ id, fingerprint }) => [id, fingerprint]));
    const name = await this.#name();
    if (name === undefined) return false;
    await this.#options.store.keepOnly(repository, name, new Set(prints.keys()));
    for (let start = 0; start < missing.length; start += batchSize) {
      if (!this.isAvailable()) return false;
      const items = await this.#options.items(repository, missing.slice(start, start + batchSize));
      const made = await this.#embed(this.#options.itemEmbedder, items.map(itemText));
      if (made === undefined) return false;
      const found = items.map(({ id }, i) => ({
        id,
        fingerprint: prints.get(id) ?? 0,
        vector: quantise(made[i] ?? new Float32Array()),
      }));
      await this.#options.store.keepVectors(repository, name, found);
      vectors.put(found);
    }
    return true;
  }

  /** How similar the items are to a question; undefined when the model does not answer in time. */
  async compare(vectors: VectorIndex, question: Question): Promise<QuestionSimilarity | undefined> {
    if (!this.isAvailable()) return undefined;
    const [made] = (await this.#embed(this.#options.questionEmbedder, [questionText(question)])) ?? [];
    if (made === undefined) return undefined;
    const vector = quantise(made);
    return { similarity: (id) => vectors.similarity(id, vector), nearest: vectors.nearest(vector, maxNearest) };
  }

  /** Whether the model is called: not for a while after a failure. */
  isAvailable(): boolean {
    return this.#options.clock().getTime() >= this.#unavailableUntil;
  }

  async #name(): Promise<string | undefined> {
    const { itemEmbedder } = this.#options;
    return this.isAvailable() ? this.#try(itemEmbedder, () => itemEmbedder.name()) : undefined;
  }

  async #embed(embedder: Embedder, texts: readonly string[]): Promise<readonly Float32Array[] | undefined> {
    const made = await this.#try(embedder, () => embedder.embed(texts));
    if (made !== undefined) this.#failing.delete(embedder);
    return made;
  }

  async #try<Result>(embedder: Embedder, request: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await request();
    } catch (error) {
      this.#unavailableUntil = this.#options.clock().getTime() + retryAfterMs;
      const reason = error instanceof Error ? error.message : String(error);
      if (!this.#failing.has(embedder)) {
        this.#options.log.warn({ reason }, "search goes without the language model, which is tried again every minute");
      }
      this.#failing.add(embedder);
      return undefined;
    }
  }
}

/**
 * How much of a text is sent to the language model, in bytes of UTF-8: about 400 tokens in any script, which small
 * models of 512 tokens can still read. What comes first in a section or a question says what it is about.
 */
const maxBytes = 1_600;

/** The text of an item that is embedded: its headings, its aliases, and how it begins. */
function itemText(item: KnowledgeItem): string {
  const heading = [...item.context, item.title].join(" > ");
  return cut([heading, ...item.aliases, item.body, item.answer].filter(Boolean).join("\n"));
}

/** The text of a question that is embedded. */
function questionText({ title, body }: Question): string {
  return cut(`${title}\n${body}`);
}

/** Cuts between characters, never inside one. */
function cut(text: string): string {
  const buffer = new Uint8Array(maxBytes);
  const { read } = new TextEncoder().encodeInto(text, buffer);
  return text.slice(0, read);
}
