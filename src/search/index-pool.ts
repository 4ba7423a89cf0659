import type { RepositoryRef } from "../core/discussion.ts";
import type { Hit, Question } from "../core/knowledge.ts";
import type { Finder } from "../core/finder.ts";
import type { KnowledgeReads } from "../core/knowledge-reads.ts";
import type { Log } from "../core/log.ts";
import { SerialQueue } from "../core/serial-queue.ts";
import type { Opinions } from "../core/suggestion.ts";
import { find, toHits } from "./find.ts";
import { RepositoryIndex, type RepositoryIndexOptions } from "./repository-index.ts";
import { EmbeddingSync } from "./semantic/embedding-sync.ts";
import type { SemanticSearch } from "./semantic/semantic-search.ts";

export interface IndexPoolOptions extends RepositoryIndexOptions {
  readonly store: Pick<KnowledgeReads, "changesSince" | "items">;
  /** What people thought of earlier suggestions, by item id. */
  readonly opinions: (repository: RepositoryRef) => Promise<ReadonlyMap<string, Opinions>>;
  /** Search by meaning; missing where no language model is set up. */
  readonly semanticSearch?: SemanticSearch;
  readonly log: Pick<Log, "warn">;
  /** Items held in memory over all repositories before the least recently used indexes are evicted. */
  readonly maxItems?: number;
}

/** An index of the pool, and what uses it at the moment. */
interface PooledIndex {
  readonly index: RepositoryIndex;
  readonly embeddingSync: EmbeddingSync | undefined;
  /** Finds under way. */
  readers: number;
  /** Whether it is being fitted and saved, or waits for that. */
  isInMaintenance: boolean;
}

const defaultMaxItems = 200_000;

/**
 * The finder over all repositories: one index each, restored from its snapshot or built from the store on first use, and
 * brought up to date before every find. The least recently used indexes are evicted when the pool holds too many items;
 * they are restored with the next find.
 */
export class IndexPool implements Finder {
  /** By repository id; least recently used first. */
  readonly #indexes = new Map<number, PooledIndex>();
  readonly #options: IndexPoolOptions;
  /** One index is maintained at a time: maintenance costs memory as well as time. */
  readonly #maintenance = new SerialQueue();
  #lastMaintenance: Promise<void> = Promise.resolve();

  constructor(options: IndexPoolOptions) {
    this.#options = options;
  }

  async find(repository: RepositoryRef, question: Question, limit: number): Promise<readonly Hit[]> {
    const pooled = this.#acquire(repository.id);
    pooled.readers++;
    try {
      const opinions = await this.#options.opinions(repository);
      const similarity = await pooled.embeddingSync?.compare(repository, question);
      // This is the last wait before the ranking: during another one the next refresh could begin.
      await pooled.index.bringUpToDate(repository);
      const found = find(pooled.index.view, question, limit, {
        opinions,
        ...(similarity && { semantic: similarity.similarity, alsoConsider: similarity.nearest }),
      });
      const ids = found.map(({ entry }) => entry.id);
      return toHits(found, await this.#options.store.items(repository, ids));
    } finally {
      pooled.readers--;
      this.#maintain(pooled, repository);
      this.#syncEmbeddings(pooled, repository);
      this.#evict();
    }
  }

  /** Resolves when no maintenance runs or waits: all that was worth fitting is fitted, and saved. */
  async settled(): Promise<void> {
    for (let last; last !== this.#lastMaintenance;) {
      last = this.#lastMaintenance;
      await last;
    }
  }

  /** Makes the repository's index the most recently used one, and creates an empty index where there is none. */
  #acquire(id: number): PooledIndex {
    const pooled = this.#indexes.get(id) ?? this.#create();
    this.#indexes.delete(id);
    this.#indexes.set(id, pooled);
    return pooled;
  }

  #create(): PooledIndex {
    const { semanticSearch } = this.#options;
    const embeddingSync = semanticSearch && new EmbeddingSync(semanticSearch);
    return { index: new RepositoryIndex(this.#options), embeddingSync, readers: 0, isInMaintenance: false };
  }

  /** Embeds new items in the background. It may take hours, so it runs outside of the maintenance queue. */
  #syncEmbeddings({ index, embeddingSync }: PooledIndex, repository: RepositoryRef): void {
    embeddingSync
      ?.sync(repository, index.revision, () => index.itemStates())
      .catch((err: unknown) => {
        this.#options.log.warn(
          { err, repository: repository.id },
          "what the language model has read could not be kept",
        );
      })
      .finally(() => this.#evict());
  }

  /** Fits and saves an index in the background where that is due. Finds use the index as it is meanwhile. */
  #maintain(pooled: PooledIndex, repository: RepositoryRef): void {
    const { index } = pooled;
    if (pooled.isInMaintenance || !(index.needsFit || index.needsSave)) return;
    pooled.isInMaintenance = true;
    this.#lastMaintenance = this.#maintenance
      .run(async () => {
        if (index.needsFit) await index.fit();
        // A fit that was interrupted runs again after the next find, and needs another snapshot then.
        if (!index.needsFit && index.needsSave) await index.save(repository);
      })
      .catch((err: unknown) => {
        this.#options.log.warn({ err, repository: repository.id }, "an index could not be fitted or kept");
      })
      .finally(() => {
        pooled.isInMaintenance = false;
        this.#evict();
      });
  }

  #evict(): void {
    const max = this.#options.maxItems ?? defaultMaxItems;
    let held = 0;
    for (const { index } of this.#indexes.values()) held += index.size;
    for (const [id, { index, embeddingSync, readers, isInMaintenance }] of [...this.#indexes].slice(0, -1)) {
      if (held <= max) return;
      if (readers > 0 || isInMaintenance || embeddingSync?.isSyncing === true) continue;
      held -= index.size;
      this.#indexes.delete(id);
    }
  }
}
