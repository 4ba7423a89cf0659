import type { RepositoryRef } from "../../core/discussion.ts";
import type { Question } from "../../core/knowledge.ts";
import type { QuestionSimilarity, SemanticSearch } from "./semantic-search.ts";
import type { ItemState, VectorIndex } from "./vector-index.ts";

/** The vectors of one repository: read from the store on first use, and completed in the background. */
export class EmbeddingSync {
  readonly #semanticSearch: SemanticSearch;
  #vectors: Promise<VectorIndex | undefined> | undefined;
  /** The revision of which every item has a vector. */
  #syncedRevision = 0;
  #isSyncing = false;

  constructor(semanticSearch: SemanticSearch) {
    this.#semanticSearch = semanticSearch;
  }

  get isSyncing(): boolean {
    return this.#isSyncing;
  }

  /** How similar the items are to a question; undefined when the model does not answer in time. */
  async compare(repository: RepositoryRef, question: Question): Promise<QuestionSimilarity | undefined> {
    const vectors = await this.#open(repository);
    return vectors && this.#semanticSearch.compare(vectors, question);
  }

  /** Embeds the items that have changed, unless that is under way. Items that the model fails on are left for the next call. */
  async sync(repository: RepositoryRef, revision: number, states: () => Iterable<ItemState>): Promise<void> {
    if (this.#isSyncing || this.#syncedRevision === revision || !this.#semanticSearch.isAvailable()) return;
    this.#isSyncing = true;
    try {
      const vectors = await this.#open(repository);
      if (vectors === undefined) return;
      const isComplete = await this.#semanticSearch.embedItems(repository, vectors, states());
      if (isComplete) this.#syncedRevision = revision;
    } finally {
      this.#isSyncing = false;
    }
  }

  /** After a failure the next call reads again. */
  #open(repository: RepositoryRef): Promise<VectorIndex | undefined> {
    this.#vectors ??= this.#semanticSearch.open(repository).then(
      (vectors) => {
        if (vectors === undefined) this.#vectors = undefined;
        return vectors;
      },
      (error: unknown) => {
        this.#vectors = undefined;
        throw error;
      },
    );
    return this.#vectors;
  }
}
