import type { Finder } from "../../../src/core/finder.ts";
import type { KnowledgeChanges, KnowledgeItem } from "../../../src/core/knowledge.ts";
import type { Opinions } from "../../../src/core/suggestion.ts";
import type { RepositoryRef } from "../../../src/core/discussion.ts";
import { IndexPool } from "../../../src/search/index-pool.ts";

/** What the app knew of the project, as it grew, in memory; with the app's own finder over it. */
export class PastKnowledge implements Finder {
  readonly #items = new Map<string, KnowledgeItem>();
  readonly #groups = new Map<string, readonly KnowledgeItem[]>();
  readonly #pool: IndexPool;
  /** Changes that the index has not applied yet. */
  readonly #changed = new Set<string>();
  #revision = 1;

  constructor(opinions: (repository: RepositoryRef) => Promise<ReadonlyMap<string, Opinions>>) {
    this.#pool = new IndexPool({
      store: {
        changesSince: async () => this.#takeChanges(),
        items: async (_, ids) => ids.flatMap((id) => this.#items.get(id) ?? []),
      },
      snapshots: { findSnapshot: async () => undefined, keepSnapshot: async () => true },
      madeBy: "demo",
      yieldToEventLoop: async () => {},
      opinions,
      log: { warn: (facts) => process.emitWarning(JSON.stringify(facts)) },
    });
  }

  /** These items, in the place of all that the group had before. */
  put(group: string, items: readonly KnowledgeItem[]): void {
    for (const { id } of this.#groups.get(group) ?? []) this.#items.delete(id);
    for (const item of items) this.#items.set(item.id, item);
    this.#groups.set(group, items);
    this.#changed.add(group);
  }

  /** As the app finds it, and nothing goes on behind it: the same past gives the same hits. */
  async find(...asked: Parameters<Finder["find"]>): ReturnType<Finder["find"]> {
    const hits = await this.#pool.find(...asked);
    await this.#pool.settled();
    return hits;
  }

  #takeChanges(): KnowledgeChanges {
    const dropGroups = [...this.#changed];
    this.#changed.clear();
    this.#revision += 1;
    return { revision: this.#revision, dropGroups, put: dropGroups.flatMap((it) => this.#groups.get(it) ?? []) };
  }
}
