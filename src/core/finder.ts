import type { RepositoryRef } from "./discussion.ts";
import type { Hit, Question, Section } from "./knowledge.ts";

/** Finds what answers a question in one repository's knowledge. */
export interface Finder {
  /** Best first, at most `limit`, without a threshold: deciding what is good enough is not the finder's job. */
  find(repository: RepositoryRef, question: Question, limit: number): Promise<readonly Hit[]>;
}

/** Splits Markdown pages into sections, off the event loop. */
export interface SectionSplitter {
  /** The sections of each page, in order. Never rejects because of what is in a page. */
  split(path: string, bytes: Uint8Array): Promise<readonly Section[]>;
}

/** Indexes as they were built, so that a restart need not build them again. They may be lost at any time. */
export interface IndexSnapshots {
  /** The last one kept, and the revision of the knowledge it holds. */
  findSnapshot(
    repository: RepositoryRef,
  ): Promise<{ readonly revision: number; readonly bytes: Uint8Array } | undefined>;
  /**
   * Takes the place of the one before. False, and nothing is kept, when the repository's knowledge is at another
   * revision by now: it may have been forgotten.
   */
  keepSnapshot(repository: RepositoryRef, revision: number, bytes: Uint8Array): Promise<boolean>;
}

/** Turns texts into vectors of a language model. Rejects when the model cannot be reached: search then goes without. */
export interface Embedder {
  /** Names the model: vectors of different ones cannot be compared. Rejects when it cannot be known now. */
  name(): Promise<string>;
  /** One vector a text, all of the same length. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}

/** The vectors of a repository's items, by the model that made them. They may be lost at any time. */
export interface ItemVectors {
  vectors(repository: RepositoryRef, model: string): Promise<readonly ItemVector[]>;
  /** Each takes the place of the item's earlier one. */
  keepVectors(repository: RepositoryRef, model: string, vectors: readonly ItemVector[]): Promise<void>;
  /** Drops those of other items, and all of other models. */
  keepOnly(repository: RepositoryRef, model: string, items: ReadonlySet<string>): Promise<void>;
}

/** The vector of one item. */
export interface ItemVector {
  readonly id: string;
  /** Tells the state of the item's texts that it was made of from other states. */
  readonly fingerprint: number;
  /** Unit length, each number times 127: a quarter of the memory, and a cosine that differs in the third digit. */
  readonly vector: Int8Array;
}
