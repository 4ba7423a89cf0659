import type { RepositoryRef } from "../core/discussion.ts";
import type { KnowledgeChanges, KnowledgeItem } from "../core/knowledge.ts";
import type { IndexSnapshots } from "../core/finder.ts";
import type { KnowledgeReads } from "../core/knowledge-reads.ts";
import { SerialQueue } from "../core/serial-queue.ts";
import type { IndexView } from "./index-view.ts";
import { SearchIndex } from "./index/search-index.ts";
import { LatentSpace, shouldRefit } from "./latent/latent-space.ts";
import type { ItemState } from "./semantic/vector-index.ts";
import { decodeSnapshot, encodeSnapshot } from "./snapshot/index-snapshot.ts";

/** What an index is built from, and where its snapshots are stored. */
export interface RepositoryIndexOptions {
  readonly store: Pick<KnowledgeReads, "changesSince">;
  readonly snapshots: IndexSnapshots;
  /** Names the version of what reads and splits texts: a snapshot of another version is built again. */
  readonly madeBy: string;
  /** Awaited between slices of long work. */
  readonly yieldToEventLoop: () => Promise<void>;
}

/** Characters indexed between two turns of the event loop: about five milliseconds of work. */
const sliceCharacters = 30_000;

/** A snapshot is written again when a tenth of the items changed: fewer changes are read from the store quickly. */
const saveShare = 1 / 10;

/**
 * The search index of one repository. It is restored from a snapshot or built from the store, follows the store by
 * revisions, has a latent space fitted to it, and is saved.
 */
export class RepositoryIndex {
  readonly #options: RepositoryIndexOptions;
  readonly #queue = new SerialQueue();
  #index = new SearchIndex();
  #latent: LatentSpace | undefined;
  #revision = 0;
  /** Whether a snapshot may still be restored: only before the first refresh. */
  #mayRestore = true;
  #changedSinceFit = 0;
  #changedSinceSave = 0;
  #refresh: Promise<void> | undefined;
  #fit = { isStopped: true };

  constructor(options: RepositoryIndexOptions) {
    this.#options = options;
  }

  /** The state at the end of `bringUpToDate`. It is consistent until the next `await`. */
  get view(): IndexView {
    return { index: this.#index, latent: this.#latent };
  }

  /** Revision of the knowledge that the index holds. */
  get revision(): number {
    return this.#revision;
  }

  get size(): number {
    return this.#index.size;
  }

  /** All items, each with the fingerprint of its texts. */
  *itemStates(): Generator<ItemState> {
    for (let slot = 0; slot < this.#index.slots; slot++) {
      const id = this.#index.entryAt(slot)?.id;
      if (id !== undefined) yield { id, fingerprint: this.#index.fingerprint(slot) };
    }
  }

  get needsFit(): boolean {
    return shouldRefit(this.size, this.#changedSinceFit);
  }

  get needsSave(): boolean {
    return this.size > 0 && this.#changedSinceSave > this.size * saveShare;
  }

  /**
   * Resolves after a refresh that started no earlier than this call, so that what was stored before is found.
   * Refreshes run one after the other; calls that come before a refresh has started share it.
   */
  bringUpToDate(repository: RepositoryRef): Promise<void> {
    this.#refresh ??= this.#queue.run(() => {
      this.#refresh = undefined;
      return this.#refreshFromStore(repository);
    });
    return this.#refresh;
  }

  /** Fits the latent space to the present items. A change of the items meanwhile ends the fit without a result. */
  async fit(): Promise<void> {
    // The promise is wrapped in an object: the queue would wait for a bare promise.
    const { space } = await this.#queue.run(() => ({ space: this.#startFit() }));
    await space;
  }

  /** Stores a snapshot. Changes during the write are not in it, and are read from the store after a restore. */
  async save(repository: RepositoryRef): Promise<void> {
    const { bytes, revision } = await this.#queue.run(() => {
      this.#changedSinceSave = 0;
      return { bytes: this.#encode(), revision: this.#revision };
    });
    const isKept = await this.#options.snapshots.keepSnapshot(repository, revision, bytes);
    if (!isKept) this.#changedSinceSave = this.size;
  }

  #encode(): Uint8Array {
    const { madeBy } = this.#options;
    return encodeSnapshot({ ...this.view, revision: this.#revision, changedSinceFit: this.#changedSinceFit, madeBy });
  }

  async #refreshFromStore(repository: RepositoryRef): Promise<void> {
    const { store } = this.#options;
    try {
      if (this.#mayRestore) await this.#restore(repository);
      this.#mayRestore = false;
      const changes = await store.changesSince(repository, this.#revision);
      if (changes.revision >= this.#revision) return await this.#apply(changes);
      // The store was replaced by an older one, which does not know this revision.
      this.#reset();
      await this.#apply(await store.changesSince(repository, 0));
    } catch (error) {
      // After half of a change the index holds a state that never was in the store. The next refresh builds it anew.
      this.#mayRestore = false;
      this.#reset();
      throw error;
    }
  }

  async #restore(repository: RepositoryRef): Promise<void> {
    const { snapshots, madeBy } = this.#options;
    const stored = await snapshots.findSnapshot(repository);
    const snapshot = stored && decodeSnapshot(stored.bytes, madeBy);
    if (snapshot === undefined || snapshot.revision !== stored?.revision) return;
    this.#index = snapshot.index;
    this.#latent = snapshot.latent;
    this.#revision = snapshot.revision;
    this.#changedSinceFit = snapshot.changedSinceFit;
    this.#changedSinceSave = 0;
  }

  async #apply({ revision, dropGroups, put }: KnowledgeChanges): Promise<void> {
    if (dropGroups.length + put.length > 0) this.#fit.isStopped = true;
    const before = this.size;
    this.#index.dropGroups(dropGroups);
    const changed = Math.max(before - this.size, put.length);
    this.#changedSinceFit += changed;
    this.#changedSinceSave += changed;
    await this.#addInSlices(put);
    this.#revision = revision;
  }

  async #addInSlices(items: readonly KnowledgeItem[]): Promise<void> {
    let characters = 0;
    for (const item of items) {
      this.#index.add([item]);
      const slot = this.#index.slotOf(item.id);
      if (slot !== undefined) this.#latent?.add(slot);
      characters += item.title.length + item.body.length + item.code.length + item.answer.length;
      if (characters < sliceCharacters) continue;
      characters = 0;
      await this.#options.yieldToEventLoop();
    }
  }

  async #startFit(): Promise<void> {
    const fit = { isStopped: false };
    this.#fit = fit;
    const changed = this.#changedSinceFit;
    try {
      const latent = await LatentSpace.fit(this.#index, () => this.#yieldInFit(fit));
      if (fit.isStopped) return;
      this.#latent = latent;
      this.#changedSinceFit -= changed;
      this.#changedSinceSave = this.size;
    } catch (error) {
      // A stopped fit throws on purpose: its items have changed.
      if (!fit.isStopped) throw error;
    }
  }

  async #yieldInFit(fit: { readonly isStopped: boolean }): Promise<void> {
    await this.#options.yieldToEventLoop();
    if (fit.isStopped) throw new Error("The items have changed.");
  }

  #reset(): void {
    this.#fit.isStopped = true;
    this.#index = new SearchIndex();
    this.#latent = undefined;
    this.#revision = 0;
    this.#changedSinceFit = 0;
    this.#changedSinceSave = 0;
  }
}
