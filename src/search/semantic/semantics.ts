import type { RepositoryRef } from "../../core/discussion.ts";
import type { KnowledgeItem, Question } from "../../core/knowledge.ts";
import type { Clock, Embedder, Log, VectorStore } from "../../core/ports.ts";
import { itemText, questionText } from "./embedded-text.ts";
import { quantise, Vectors, type Current } from "./vectors.ts";

export interface SemanticsOptions {
  /** Asked while somebody waits: it should give up soon. */
  readonly asking: Embedder;
  /** The same model, asked in the background: it may take its time. */
  readonly learning: Embedder;
  readonly store: VectorStore;
  readonly items: (repository: RepositoryRef, ids: readonly string[]) => Promise<readonly KnowledgeItem[]>;
  readonly clock: Clock;
  readonly log: Pick<Log, "warn">;
}

/** How a question compares with the items of a repository by meaning. */
export interface Meaning {
  /** −1 to 1; undefined where nothing is known of an item. */
  readonly similarity: (id: string) => number | undefined;
  /** Ids of the items nearest to the question, best first: words may have found none of them. */
  readonly nearest: readonly string[];
}

/** Items embedded between two writes to the store. */
const itemsAtOnce = 32;

const mostNearest = 30;

/** After a failure the server is left alone for so long, in milliseconds, and search goes without. */
const restMs = 60_000;

/**
 * Search by meaning, with a language model that somebody else runs. It only ever adds to what words find: when the
 * model cannot be reached, or has not read everything yet, search goes on without.
 */
export class Semantics {
  readonly #options: SemanticsOptions;
  #restUntil = 0;

  constructor(options: SemanticsOptions) {
    this.#options = options;
  }

  /** The vectors that were made before. */
  async open(repository: RepositoryRef): Promise<Vectors> {
    const vectors = new Vectors();
    vectors.put(await this.#options.store.vectors(repository, this.#options.learning.model));
    return vectors;
  }

  /**
   * Has the model read every item that it has not read in its present state. Resolves to true when it has, or to false
   * when the model fails: what is missing then is made up for by the next call.
   */
  async learn(repository: RepositoryRef, vectors: Vectors, current: Iterable<Current>): Promise<boolean> {
    const all = [...current];
    const missing = vectors.missing(all);
    const prints = new Map(all.map(({ id, fingerprint }) => [id, fingerprint]));
    await this.#options.store.keepOnly(repository, this.#options.learning.model, new Set(prints.keys()));
    for (let start = 0; start < missing.length; start += itemsAtOnce) {
      if (!this.isAwake()) return false;
      const items = await this.#options.items(repository, missing.slice(start, start + itemsAtOnce));
      const made = await this.#try((embedder) => embedder.embed(items.map(itemText)), this.#options.learning);
      if (made === undefined) return false;
      const found = items.map(({ id }, i) => ({
        id,
        fingerprint: prints.get(id) ?? 0,
        vector: quantise(made[i] ?? new Float32Array()),
      }));
      await this.#options.store.keepVectors(repository, this.#options.learning.model, found);
      vectors.put(found);
    }
    return true;
  }

  /** What a question is near to; undefined when the model cannot say in time. */
  async compare(vectors: Vectors, question: Question): Promise<Meaning | undefined> {
    if (!this.isAwake()) return undefined;
    const [made] = (await this.#try((it) => it.embed([questionText(question)]), this.#options.asking)) ?? [];
    if (made === undefined) return undefined;
    const vector = quantise(made);
    return { similarity: (id) => vectors.similarity(id, vector), nearest: vectors.nearest(vector, mostNearest) };
  }

  /** Whether the server is asked at all; it is left alone for a while after a failure. */
  isAwake(): boolean {
    return this.#options.clock().getTime() >= this.#restUntil;
  }

  async #try<Result>(ask: (embedder: Embedder) => Promise<Result>, embedder: Embedder): Promise<Result | undefined> {
    try {
      return await ask(embedder);
    } catch (error) {
      this.#restUntil = this.#options.clock().getTime() + restMs;
      const reason = error instanceof Error ? error.message : String(error);
      this.#options.log.warn({ model: embedder.model, reason }, "search goes without the language model for a minute");
      return undefined;
    }
  }
}
