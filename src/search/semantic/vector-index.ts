import type { ItemVector } from "../../core/finder.ts";
import { selectTop } from "../index/select-top.ts";

/** An item in its present state. */
export interface ItemState {
  readonly id: string;
  readonly fingerprint: number;
}

/** The vectors of one repository's items in memory, all made by one model. */
export class VectorIndex {
  readonly #byId = new Map<string, ItemVector>();

  put(vectors: Iterable<ItemVector>): void {
    for (const vector of vectors) this.#byId.set(vector.id, vector);
  }

  /** Drops the vectors of items that are gone, and returns the ids of items without a vector of their present state. */
  missing(items: Iterable<ItemState>): string[] {
    const states = new Map(Array.from(items, ({ id, fingerprint }) => [id, fingerprint]));
    for (const id of this.#byId.keys()) if (!states.has(id)) this.#byId.delete(id);
    return [...states].filter(([id, print]) => this.#byId.get(id)?.fingerprint !== print).map(([id]) => id);
  }

  /** Cosine of an item's vector and a question's, −1 to 1; undefined for an item that has none yet. */
  similarity(id: string, question: Int8Array): number | undefined {
    const item = this.#byId.get(id)?.vector;
    return item === undefined || item.length !== question.length ? undefined : dot(item, question) / (scale * scale);
  }

  /** Ids of the items most similar to a question, best first. */
  nearest(question: Int8Array, limit: number): string[] {
    const ids = [...this.#byId.keys()];
    const similarities = ids.map((id) => this.similarity(id, question) ?? -1);
    const isBefore = (a: number, b: number): boolean => {
      const difference = (similarities[a] ?? -1) - (similarities[b] ?? -1);
      return difference === 0 ? (ids[a] ?? "") < (ids[b] ?? "") : difference > 0;
    };
    return selectTop(ids.keys(), limit, isBefore).flatMap((at) => ids[at] ?? []);
  }
}

const scale = 127;

/** A vector as it is stored and compared. One without a direction becomes all zeros, and is similar to nothing. */
export function quantise(vector: Float32Array): Int8Array {
  const length = Math.hypot(...vector);
  if (!(length > 0) || !Number.isFinite(length)) return new Int8Array(vector.length);
  return Int8Array.from(vector, (x) => Math.round((x / length) * scale));
}

function dot(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
