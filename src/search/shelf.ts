import type { RepositoryRef } from "../core/discussion.ts";
import type { Hit, Question } from "../core/knowledge.ts";
import type { Finder, KnowledgeStore, Log } from "../core/ports.ts";
import type { Opinions } from "../core/suggestion.ts";
import { Book, type BookOptions } from "./book.ts";
import { find } from "./find.ts";
import { Acquaintance } from "./semantic/acquaintance.ts";
import type { Semantics } from "./semantic/semantics.ts";
import { toHits } from "./to-hits.ts";
import { SerialQueue } from "../core/serial-queue.ts";

export interface ShelfOptions extends BookOptions {
  readonly store: Pick<KnowledgeStore, "changesSince" | "items">;
  /** What people thought of earlier suggestions, by item id. */
  readonly opinions: (repository: RepositoryRef) => Promise<ReadonlyMap<string, Opinions>>;
  /** Search by meaning; missing where no language model is set up. */
  readonly semantics?: Semantics;
  readonly log: Pick<Log, "warn">;
  /** Items held in memory over all repositories before the least recently used are put away. */
  readonly mostItems?: number;
}

/** A book, and who is busy with it. */
interface Place {
  readonly book: Book;
  readonly acquaintance: Acquaintance | undefined;
  /** Finds that hold on to it. */
  readers: number;
  /** Whether it is being fitted and saved, or waits for that. */
  isInCare: boolean;
}

const defaultMostItems = 200_000;

/**
 * The finder over all repositories: one book each, taken from its snapshot or built from the store on first use, and
 * brought up to date before every find. The least recently used are put away when there are too many items; they come
 * back when asked for.
 */
export class Shelf implements Finder {
  /** Least recently used first. */
  readonly #places = new Map<number, Place>();
  readonly #options: ShelfOptions;
  /** One book is cared for at a time: it costs memory as well as time. */
  readonly #care = new SerialQueue();
  #lastCare: Promise<void> = Promise.resolve();

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  async find(repository: RepositoryRef, question: Question, limit: number): Promise<readonly Hit[]> {
    const place = this.#take(repository.id);
    place.readers++;
    try {
      const opinions = await this.#options.opinions(repository);
      const meaning = await place.acquaintance?.compare(repository, question);
      // The last thing to wait for: while one waits, the next refresh may be halfway through.
      await place.book.bringUpToDate(repository);
      const found = find(place.book.volume, question, limit, {
        opinions,
        ...(meaning && { semantic: meaning.similarity, alsoConsider: meaning.nearest }),
      });
      const ids = found.map(({ entry }) => entry.id);
      return toHits(found, await this.#options.store.items(repository, ids));
    } finally {
      place.readers--;
      this.#careFor(place, repository);
      this.#learn(place, repository);
      this.#putAway();
    }
  }

  /** Resolves when nothing is being done behind the finds: all that was worth fitting is fitted, and kept. */
  async settled(): Promise<void> {
    for (let last; last !== this.#lastCare;) {
      last = this.#lastCare;
      await last;
    }
  }

  /** Moves the repository's book to the end of the row, making an empty one if there is none. */
  #take(id: number): Place {
    const place = this.#places.get(id) ?? this.#newPlace();
    this.#places.delete(id);
    this.#places.set(id, place);
    return place;
  }

  #newPlace(): Place {
    const { semantics } = this.#options;
    const acquaintance = semantics && new Acquaintance(semantics);
    return { book: new Book(this.#options), acquaintance, readers: 0, isInCare: false };
  }

  /** Has the language model read what is new, behind the finds. It may take hours, so no other care waits for it. */
  #learn({ book, acquaintance }: Place, repository: RepositoryRef): void {
    acquaintance
      ?.learn(repository, book.revision, () => book.current())
      .catch((err: unknown) => {
        this.#options.log.warn(
          { err, repository: repository.id },
          "what the language model has read could not be kept",
        );
      })
      .finally(() => this.#putAway());
  }

  /** Fits and saves a book where that is worth it, behind the finds, which go on with what there is. */
  #careFor(place: Place, repository: RepositoryRef): void {
    const { book } = place;
    if (place.isInCare || !(book.isWorthFitting || book.isWorthSaving)) return;
    place.isInCare = true;
    this.#lastCare = this.#care
      .run(async () => {
        if (book.isWorthFitting) await book.fit();
        // A space that could not be fitted now is fitted after the next find, and worth another snapshot then.
        if (!book.isWorthFitting && book.isWorthSaving) await book.save(repository);
      })
      .catch((err: unknown) => {
        this.#options.log.warn({ err, repository: repository.id }, "an index could not be fitted or kept");
      })
      .finally(() => {
        place.isInCare = false;
        this.#putAway();
      });
  }

  #putAway(): void {
    const most = this.#options.mostItems ?? defaultMostItems;
    let held = 0;
    for (const { book } of this.#places.values()) held += book.size;
    for (const [id, { book, acquaintance, readers, isInCare }] of [...this.#places].slice(0, -1)) {
      if (held <= most) return;
      if (readers > 0 || isInCare || acquaintance?.isLearning === true) continue;
      held -= book.size;
      this.#places.delete(id);
    }
  }
}
