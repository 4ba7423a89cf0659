import type { RepositoryRef } from "../../core/discussion.ts";
import type { Question } from "../../core/knowledge.ts";
import type { Meaning, Semantics } from "./semantics.ts";
import type { Current, Vectors } from "./vectors.ts";

/** What a language model has read of one repository: taken from the store on first use, and completed behind the finds. */
export class Acquaintance {
  readonly #semantics: Semantics;
  #vectors: Promise<Vectors> | undefined;
  /** The revision of which everything has been read. */
  #learnt = 0;
  #isLearning = false;

  constructor(semantics: Semantics) {
    this.#semantics = semantics;
  }

  get isLearning(): boolean {
    return this.#isLearning;
  }

  /** What a question is near to; undefined when the model cannot say in time. */
  async compare(repository: RepositoryRef, question: Question): Promise<Meaning | undefined> {
    return this.#semantics.compare(await this.#open(repository), question);
  }

  /** Has the model read what has changed, where it has not begun yet; what it cannot read now is left for the next call. */
  async learn(repository: RepositoryRef, revision: number, current: () => Iterable<Current>): Promise<void> {
    if (this.#isLearning || this.#learnt === revision || !this.#semantics.isAwake()) return;
    this.#isLearning = true;
    try {
      const isAll = await this.#semantics.learn(repository, await this.#open(repository), current());
      if (isAll) this.#learnt = revision;
    } finally {
      this.#isLearning = false;
    }
  }

  #open(repository: RepositoryRef): Promise<Vectors> {
    this.#vectors ??= this.#semantics.open(repository).catch((error: unknown) => {
      // The next one tries again.
      this.#vectors = undefined;
      throw error;
    });
    return this.#vectors;
  }
}
