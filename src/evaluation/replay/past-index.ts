import type { RepositoryRef } from "../../core/discussion.ts";
import type { KnowledgeChanges, KnowledgeItem, KnowledgeKind, Question } from "../../core/knowledge.ts";
import { RepositoryIndex } from "../../search/repository-index.ts";
import { find } from "../../search/find.ts";
import type { Target, Targets } from "./targets.ts";

/** Something that would have been found, with how sure the finder was. */
export interface Suggestion {
  readonly id: string;
  /** Names its page or thread. */
  readonly group: string;
  readonly kind: KnowledgeKind;
  readonly title: string;
  readonly url: string;
  readonly confidence: number;
  /** The question's words that matched, strongest first. */
  readonly terms: readonly string[];
  /** Of a thread: the pages and threads that its answer links to. */
  readonly leadsTo: readonly string[];
  /** Since when it was known; missing for what counts as known from the start. */
  readonly knownSince?: Date;
}

/** How many matched words a report shows. */
const maxTerms = 6;

/** An index serves one repository; the replay has no other. */
const anywhere: RepositoryRef = { id: 0, owner: "", name: "", installation: 0 };

/**
 * The index at one moment of the replay. It takes the place of the app's database, and is searched by the same finder
 * over the same `RepositoryIndex`: changes are applied before each question, and the latent space is fitted when the app
 * would fit it.
 */
export class PastIndex {
  readonly #index: RepositoryIndex;
  readonly #targets: Targets;
  readonly #groups = new Map<string, { readonly since: Date | undefined; readonly isRetired: boolean }>();
  /** Changes that the index has not applied yet. */
  readonly #drop = new Set<string>();
  readonly #put = new Map<string, readonly KnowledgeItem[]>();
  #revision = 0;

  /** `yieldToEventLoop` is awaited every few milliseconds of long work. */
  constructor(targets: Targets, yieldToEventLoop: () => Promise<void>) {
    this.#targets = targets;
    this.#index = new RepositoryIndex({
      store: { changesSince: async () => this.#takeChanges() },
      snapshots: { findSnapshot: async () => undefined, keepSnapshot: async () => false },
      madeBy: "back-test",
      yieldToEventLoop,
    });
  }

  /** Puts all items of a group, which is known from `since` on, in place of earlier ones. */
  put(group: string, items: readonly KnowledgeItem[], since: Date | undefined): void {
    this.remove(group);
    if (items.length === 0) return;
    this.#put.set(group, items);
    this.#groups.set(group, { since, isRetired: items.every(({ retired }) => retired !== undefined) });
  }

  remove(group: string): void {
    if (!this.#groups.delete(group)) return;
    // A put that is not applied yet needs no drop.
    if (!this.#put.delete(group)) this.#drop.add(group);
  }

  /** Whether what a link leads to is known by now, and may be suggested. */
  has({ group }: Target): boolean {
    return this.#groups.get(group)?.isRetired === false;
  }

  /** What the app's finder would find for a question now, best first. */
  async find(question: Question, limit: number): Promise<Suggestion[]> {
    await this.#index.bringUpToDate(anywhere);
    if (this.#index.needsFit) await this.#index.fit();
    return find(this.#index.view, question, limit).map(({ entry, confidence, terms }) => {
      const since = this.#groups.get(entry.group)?.since;
      return {
        id: entry.id,
        group: entry.group,
        kind: entry.kind,
        title: entry.title,
        url: entry.url,
        confidence,
        terms: terms.slice(0, maxTerms).map(({ term }) => term),
        leadsTo: entry.kind === "thread" ? this.#groupsOf(entry.links) : [],
        ...(since !== undefined && { knownSince: since }),
      };
    });
  }

  #groupsOf(links: readonly string[]): string[] {
    return [...new Set(this.#targets.of({ links, threads: [] }).map(({ group }) => group))];
  }

  #takeChanges(): KnowledgeChanges {
    const changes = { revision: ++this.#revision, dropGroups: [...this.#drop], put: [...this.#put.values()].flat() };
    this.#drop.clear();
    this.#put.clear();
    return changes;
  }
}
