import type { RepositoryRef } from "../core/discussion.ts";
import type { KnowledgeChanges, KnowledgeItem } from "../core/knowledge.ts";
import type { IndexSnapshots, KnowledgeStore } from "../core/ports.ts";
import { SearchIndex } from "./index/search-index.ts";
import { LatentSpace } from "./latent/latent-space.ts";
import { shouldRefit } from "./latent/should-refit.ts";
import type { Current } from "./semantic/vectors.ts";
import { packVolume, unpackVolume } from "./snapshot/pack-volume.ts";
import { SerialQueue } from "../core/serial-queue.ts";
import type { Volume } from "./volume.ts";

/** What a book is written from, and where it is kept. */
export interface BookOptions {
  readonly store: Pick<KnowledgeStore, "changesSince">;
  readonly snapshots: IndexSnapshots;
  /** Names what reads and splits texts here: snapshots of others are built again. */
  readonly madeBy: string;
  /** Lets other work run; awaited between slices of long work. */
  readonly pause: () => Promise<void>;
}

/** Characters indexed in one go: about five milliseconds of work, so that nobody else waits long. */
const sliceCharacters = 30_000;

/** A snapshot is written again when a tenth changed: what came since is read from the store in a moment. */
const saveShare = 1 / 10;

/** The volume of one repository: how it comes to be, follows the store, and is kept. */
export class Book {
  readonly #options: BookOptions;
  readonly #queue = new SerialQueue();
  #index = new SearchIndex();
  #latent: LatentSpace | undefined;
  #revision = 0;
  /** Whether there may be a snapshot to begin with. */
  #mayRestore = true;
  #changedSinceFit = 0;
  #changedSinceSave = 0;
  #refresh: Promise<void> | undefined;
  #fit = { isStopped: true };

  constructor(options: BookOptions) {
    this.#options = options;
  }

  /** As it is at the end of `bringUpToDate`, until the next `await`. */
  get volume(): Volume {
    return { index: this.#index, latent: this.#latent };
  }

  /** Of the knowledge that is in it. */
  get revision(): number {
    return this.#revision;
  }

  get size(): number {
    return this.#index.size;
  }

  /** Its items, each with what tells this state of its texts from others. */
  *current(): Generator<Current> {
    for (let slot = 0; slot < this.#index.slots; slot++) {
      const id = this.#index.entryAt(slot)?.id;
      if (id !== undefined) yield { id, fingerprint: this.#index.fingerprint(slot) };
    }
  }

  get isWorthFitting(): boolean {
    return shouldRefit(this.size, this.#changedSinceFit);
  }

  get isWorthSaving(): boolean {
    return this.size > 0 && this.#changedSinceSave > this.size * saveShare;
  }

  /**
   * Resolves after a refresh that started no earlier than this call, so that what was stored before is found.
   * Refreshes run one after the other; those who come before one has started share it.
   */
  bringUpToDate(repository: RepositoryRef): Promise<void> {
    this.#refresh ??= this.#queue.run(() => {
      this.#refresh = undefined;
      return this.#follow(repository);
    });
    return this.#refresh;
  }

  /** Fits the latent space to what is there. Stops without having done so when the knowledge changes meanwhile. */
  async fit(): Promise<void> {
    // In an object, since a promise would hold up the next turn until the space is fitted.
    const { space } = await this.#queue.run(() => ({ space: this.#startFit() }));
    await space;
  }

  /** Keeps a snapshot. What changes while it is written is not in it, and will be read from the store. */
  async save(repository: RepositoryRef): Promise<void> {
    const { bytes, revision } = await this.#queue.run(() => {
      this.#changedSinceSave = 0;
      return { bytes: this.#pack(), revision: this.#revision };
    });
    const isKept = await this.#options.snapshots.keepSnapshot(repository, revision, bytes);
    if (!isKept) this.#changedSinceSave = this.size;
  }

  #pack(): Uint8Array {
    const { madeBy } = this.#options;
    return packVolume({ ...this.volume, revision: this.#revision, changedSinceFit: this.#changedSinceFit, madeBy });
  }

  async #follow(repository: RepositoryRef): Promise<void> {
    const { store } = this.#options;
    try {
      if (this.#mayRestore) await this.#restore(repository);
      this.#mayRestore = false;
      const changes = await store.changesSince(repository, this.#revision);
      if (changes.revision >= this.#revision) return await this.#apply(changes);
      // Ours is of a time that the store knows nothing of, since another one took its place.
      this.#empty();
      await this.#apply(await store.changesSince(repository, 0));
    } catch (error) {
      // An index that took half of a change would answer from a state that never was. The next one is built anew.
      this.#mayRestore = false;
      this.#empty();
      throw error;
    }
  }

  async #restore(repository: RepositoryRef): Promise<void> {
    const { snapshots, madeBy } = this.#options;
    const kept = await snapshots.findSnapshot(repository);
    const volume = kept && unpackVolume(kept.bytes, madeBy);
    if (volume === undefined || volume.revision !== kept?.revision) return;
    this.#index = volume.index;
    this.#latent = volume.latent;
    this.#revision = volume.revision;
    this.#changedSinceFit = volume.changedSinceFit;
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
      await this.#options.pause();
    }
  }

  async #startFit(): Promise<void> {
    const fit = { isStopped: false };
    this.#fit = fit;
    const changed = this.#changedSinceFit;
    try {
      const latent = await LatentSpace.fit(this.#index, () => this.#pauseFit(fit));
      if (fit.isStopped) return;
      this.#latent = latent;
      this.#changedSinceFit -= changed;
      this.#changedSinceSave = this.size;
    } catch (error) {
      // What it was fitted to has changed under it: the one way to stop it.
      if (!fit.isStopped) throw error;
    }
  }

  async #pauseFit(fit: { readonly isStopped: boolean }): Promise<void> {
    await this.#options.pause();
    if (fit.isStopped) throw new Error("The items have changed.");
  }

  #empty(): void {
    this.#fit.isStopped = true;
    this.#index = new SearchIndex();
    this.#latent = undefined;
    this.#revision = 0;
    this.#changedSinceFit = 0;
    this.#changedSinceSave = 0;
  }
}
