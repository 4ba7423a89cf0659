import type { RepositoryRef } from "../core/discussion.ts";
import type { Hit, KnowledgeItem, Question } from "../core/knowledge.ts";
import type { Finder, KnowledgeStore } from "../core/ports.ts";
import { find } from "./find.ts";
import { SearchIndex } from "./index/search-index.ts";

export interface ShelfOptions {
  readonly store: Pick<KnowledgeStore, "changesSince">;
  /** Lets other work run, for instance by a zero timeout; awaited between slices of building. */
  readonly pause: () => Promise<void>;
  /** Items held in memory over all repositories before the least recently used index is dropped. */
  readonly mostItems?: number;
}

/** One repository's index and how far it has followed the store. */
interface Volume {
  index: SearchIndex;
  revision: number;
  /** The refresh that has not started yet, shared by all who come before it does. */
  queued: Promise<void> | undefined;
  /** Settles when the last refresh has ended; never rejects. */
  last: Promise<void>;
  /** Finds that hold on to it. */
  readers: number;
}

/** Characters indexed in one go: about five milliseconds of work, so that nothing else in the process waits long. */
const sliceCharacters = 30_000;

const defaultMostItems = 200_000;

/**
 * The finder over all repositories: one index each, built from the store on first use and brought up to date before
 * every find. Least recently used indexes are dropped when there are too many items; they come back when asked for.
 */
export class Shelf implements Finder {
  /** Least recently used first. */
  readonly #volumes = new Map<number, Volume>();
  readonly #options: ShelfOptions;

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  async find(repository: RepositoryRef, question: Question, limit: number): Promise<readonly Hit[]> {
    const volume = this.#take(repository.id);
    volume.readers++;
    try {
      await this.#bringUpToDate(repository, volume);
      return find(volume.index, question, limit);
    } finally {
      volume.readers--;
      this.#dropLeastUsed();
    }
  }

  /** Moves the repository's volume to the end of the row, making an empty one if there is none. */
  #take(id: number): Volume {
    const volume = this.#volumes.get(id) ?? emptyVolume();
    this.#volumes.delete(id);
    this.#volumes.set(id, volume);
    return volume;
  }

  /**
   * Resolves after a refresh that started no earlier than this call, so that what was stored before is found.
   * Refreshes run one after the other; those who come while one runs share the next.
   */
  #bringUpToDate(repository: RepositoryRef, volume: Volume): Promise<void> {
    if (volume.queued === undefined) {
      volume.queued = volume.last.then(() => {
        volume.queued = undefined;
        return this.#refresh(repository, volume);
      });
      volume.last = volume.queued.catch(() => {
        // Those who asked for this refresh get its error; the next one starts afresh.
      });
    }
    return volume.queued;
  }

  async #refresh(repository: RepositoryRef, volume: Volume): Promise<void> {
    try {
      let changes = await this.#options.store.changesSince(repository, volume.revision);
      if (changes.revision < volume.revision) {
        // The repository was forgotten and has come back: its revisions count from the start again.
        volume.index = new SearchIndex();
        changes = await this.#options.store.changesSince(repository, 0);
      }
      volume.index.dropGroups(changes.dropGroups);
      await this.#addInSlices(volume.index, changes.put);
      volume.revision = changes.revision;
    } catch (error) {
      // An index that took half of a change would answer from a state that never was.
      volume.index = new SearchIndex();
      volume.revision = 0;
      throw error;
    }
  }

  async #addInSlices(index: SearchIndex, items: readonly KnowledgeItem[]): Promise<void> {
    let characters = 0;
    for (const item of items) {
      index.add([item]);
      characters += item.title.length + item.body.length + item.code.length + item.answer.length;
      if (characters < sliceCharacters) continue;
      characters = 0;
      await this.#options.pause();
    }
  }

  #dropLeastUsed(): void {
    const most = this.#options.mostItems ?? defaultMostItems;
    let held = 0;
    for (const { index } of this.#volumes.values()) held += index.size;
    for (const [id, volume] of [...this.#volumes].slice(0, -1)) {
      if (held <= most) return;
      if (volume.readers > 0) continue;
      held -= volume.index.size;
      this.#volumes.delete(id);
    }
  }
}

function emptyVolume(): Volume {
  return { index: new SearchIndex(), revision: 0, queued: undefined, last: Promise.resolve(), readers: 0 };
}
