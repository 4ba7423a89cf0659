import type { ItemVector } from "../../core/ports.ts";
import { top } from "../index/top.ts";

/** An item as it is now. */
export interface Current {
  readonly id: string;
  readonly fingerprint: number;
}

/** The vectors of one repository's items in memory, all made by one model. */
export class Vectors {
  readonly #byId = new Map<string, ItemVector>();

  put(vectors: Iterable<ItemVector>): void {
    for (const vector of vectors) this.#byId.set(vector.id, vector);
  }

  /** Forgets the vectors of items that are gone, and tells which of the others have none, or one of an earlier state. */
  missing(items: Iterable<Current>): string[] {
    const current = new Map(Array.from(items, ({ id, fingerprint }) => [id, fingerprint]));
    for (const id of this.#byId.keys()) if (!current.has(id)) this.#byId.delete(id);
    return [...current].filter(([id, print]) => this.#byId.get(id)?.fingerprint !== print).map(([id]) => id);
  }

  /** Cosine of an item's vector and a question's, −1 to 1; undefined for an item that has none yet. */
  similarity(id: string, question: Int8Array): number | undefined {
    const item = this.#byId.get(id)?.vector;
    return item === undefined || item.length !== question.length ? undefined : dot(item, question) / (scale * scale);
  }

  /** Ids of the items most like a question, best first. */
  nearest(question: Int8Array, limit: number): string[] {
    const ids = [...this.#byId.keys()];
    const likeness = ids.map((id) => this.similarity(id, question) ?? -1);
    const isBefore = (a: number, b: number): boolean => {
      const difference = (likeness[a] ?? -1) - (likeness[b] ?? -1);
      return difference === 0 ? (ids[a] ?? "") < (ids[b] ?? "") : difference > 0;
    };
    return top(ids.keys(), limit, isBefore).flatMap((at) => ids[at] ?? []);
  }
}

const scale = 127;

/** A vector as it is kept and compared; one without a direction is all zeros, and like nothing. */
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
