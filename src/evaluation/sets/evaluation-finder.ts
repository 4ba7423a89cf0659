import type { KnowledgeItem, KnowledgeKind } from "../../core/knowledge.ts";
import { toConfidence } from "../../search/confidence/confidence.ts";
import { SearchIndex } from "../../search/index/search-index.ts";
import { LatentSpace } from "../../search/latent/latent-space.ts";
import { rank, type RankOptions } from "../../search/ranking/rank.ts";
import type { Parts } from "../../search/ranking/score.ts";
import { encodeSnapshot, decodeSnapshot } from "../../search/snapshot/index-snapshot.ts";
import type { IndexView } from "../../search/index-view.ts";
import type { EvaluationQuery } from "./read-queries.ts";

/** What was found for one question of a set: a line of a run file. */
export interface RunLine {
  readonly query: string;
  /** Best first. */
  readonly results: readonly RunResult[];
  /** Chance that one of the first three helps, 0 to 1. */
  readonly confidence: number;
}

export interface RunResult {
  readonly id: string;
  readonly score: number;
  /** What adds up to the score, by name. */
  readonly parts: Parts;
}

export interface AnswerOptions extends Pick<RankOptions, "semantic" | "alsoConsider"> {
  /** At most so many results. */
  readonly top: number;
  /** Kinds to find; all where missing. Other kinds still vote. */
  readonly kinds?: ReadonlySet<KnowledgeKind>;
  /** Whether only what is dated before the question counts, as result or as voter. What has no date always counts. */
  readonly isNowFromQuery?: boolean;
}

/** A snapshot is restored only by the process that saved it. */
const madeBy = "set";

/** The app's finder over the documents of a set: its index, latent space, ranking and confidence, without store and thread. */
export class EvaluationFinder {
  readonly #index: SearchIndex;
  #latent: LatentSpace | undefined;

  constructor(view: IndexView = { index: new SearchIndex(), latent: undefined }) {
    this.#index = view.index;
    this.#latent = view.latent;
  }

  /** How many documents there are. */
  get size(): number {
    return this.#index.size;
  }

  add(items: readonly KnowledgeItem[]): void {
    this.#index.add(items);
  }

  /** Fits the latent space to all documents. Call it after the last `add`. */
  async fit(): Promise<void> {
    this.#latent = await LatentSpace.fit(this.#index, async () => {});
  }

  answer(query: EvaluationQuery, { top, kinds, isNowFromQuery = false, ...byModel }: AnswerOptions): RunLine {
    const ranking = rank(this.#view, query.question, {
      ...byModel,
      limit: top,
      exclude: query.own,
      ...(kinds !== undefined && { kinds }),
      ...(isNowFromQuery && query.date !== undefined && { before: query.date }),
    });
    const [first] = ranking.results;
    return {
      query: query.id,
      results: ranking.results.map(({ entry, score, parts }) => ({ id: entry.id, score, parts })),
      confidence: first === undefined ? 0 : toConfidence(ranking)(first),
    };
  }

  /** As the app keeps it in its database. */
  save(): Uint8Array {
    return encodeSnapshot({ ...this.#view, revision: 0, changedSinceFit: 0, madeBy });
  }

  static restore(snapshot: Uint8Array): EvaluationFinder {
    const view = decodeSnapshot(snapshot, madeBy);
    if (view === undefined) throw new Error("The snapshot cannot be used.");
    return new EvaluationFinder(view);
  }

  get #view(): IndexView {
    return { index: this.#index, latent: this.#latent };
  }
}
