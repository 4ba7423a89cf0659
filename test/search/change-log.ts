import { setImmediate as pause } from "node:timers/promises";
import type { RepositoryRef } from "../../src/core/discussion.ts";
import type { KnowledgeChanges, KnowledgeItem } from "../../src/core/knowledge.ts";
import type { IndexSnapshots } from "../../src/core/finder.ts";

interface Change {
  readonly put: readonly KnowledgeItem[];
  readonly dropGroups: readonly string[];
}

/** A store of one log of changes per repository, which notes from which revision it was read. */
export class ChangeLog {
  readonly reads: string[] = [];
  readonly #logs = new Map<number, readonly Change[]>();
  failing = false;

  write(id: number, put: readonly KnowledgeItem[], dropGroups: readonly string[] = []): void {
    this.#logs.set(id, [...this.#log(id), { put, dropGroups }]);
  }

  forget(id: number): void {
    this.#logs.delete(id);
  }

  async changesSince(repository: RepositoryRef, revision: number): Promise<KnowledgeChanges> {
    this.reads.push(`${repository.id}@${revision}`);
    const log = this.#log(repository.id);
    await pause();
    if (this.failing) throw new Error("The store is away.");
    const news = log.slice(revision);
    return {
      revision: log.length,
      dropGroups: news.flatMap(({ dropGroups }) => dropGroups),
      put: present(news),
    };
  }

  async items(repository: RepositoryRef, ids: readonly string[]): Promise<readonly KnowledgeItem[]> {
    const items = new Map(present(this.#log(repository.id)).map((item) => [item.id, item]));
    await pause();
    return ids.flatMap((id) => items.get(id) ?? []);
  }

  #log(id: number): readonly Change[] {
    return this.#logs.get(id) ?? [];
  }
}

/** What was put and not dropped later. */
function present(changes: readonly Change[]): readonly KnowledgeItem[] {
  return changes.flatMap(({ put }, at) => {
    const later = new Set(changes.slice(at + 1).flatMap(({ dropGroups }) => dropGroups));
    return put.filter(({ group }) => !later.has(group));
  });
}

/** Snapshots as a store keeps them. */
export class SnapshotStore implements IndexSnapshots {
  readonly kept = new Map<number, { readonly revision: number; readonly bytes: Uint8Array }>();
  failing = false;

  async findSnapshot({
    id,
  }: RepositoryRef): Promise<{ readonly revision: number; readonly bytes: Uint8Array } | undefined> {
    await pause();
    return this.kept.get(id);
  }

  async keepSnapshot({ id }: RepositoryRef, revision: number, bytes: Uint8Array): Promise<boolean> {
    await pause();
    if (this.failing) throw new Error("The disk is full.");
    this.kept.set(id, { revision, bytes: bytes.slice() });
    return true;
  }

  /** Changes one bit of a snapshot. */
  damage(id: number): void {
    const bytes = this.kept.get(id)?.bytes;
    if (bytes?.[200] !== undefined) bytes[200] ^= 4;
  }
}
