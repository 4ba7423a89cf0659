import { mustHaveArray, type Parts } from "../snapshot/parts.ts";
import { fields, fieldWeights } from "./fields.ts";

/**
 * What one occurrence of a word counts, at `field * stride + slot`. A field's weights stand together, since a search
 * reads mostly those of bodies, and as many as possible should fit into the processor's cache.
 */
export interface OccurrenceWeights {
  readonly values: Float32Array;
  readonly stride: number;
}

/** How long each document's fields are, and what one occurrence of a word counts there. */
export class FieldLengths {
  /** By slot and field, in terms; zeros where the document is gone. */
  #lengths = new Uint32Array(fields.length << 6);
  /** By field: terms in all documents, and how many documents have the field at all. */
  #totals = new Float64Array(fields.length);
  #holders = new Float64Array(fields.length);
  #weights: OccurrenceWeights = { values: new Float32Array(0), stride: 0 };
  #areWeightsFresh = false;

  of(slot: number, field: number): number {
    return this.#lengths[slot * fields.length + field] ?? 0;
  }

  /** Replaces a document's lengths; `lengths` by field. */
  set(slot: number, lengths: readonly number[]): void {
    if ((slot + 1) * fields.length > this.#lengths.length) {
      const size = Math.ceil((slot + 1) * 1.25) * fields.length;
      this.#lengths = new Uint32Array(this.#lengths.buffer.transfer(4 * size));
    }
    for (const field of fields.keys()) {
      this.#count(field, this.of(slot, field), -1);
      this.#lengths[slot * fields.length + field] = lengths[field] ?? 0;
      this.#count(field, this.of(slot, field), 1);
    }
    this.#areWeightsFresh = false;
  }

  /**
   * What one occurrence counts: `weight / (1 - b + b * length / average)`.
   * Every change moves the averages, so all are computed again after one, at the next call: a pass over an array.
   */
  weights(): OccurrenceWeights {
    if (this.#areWeightsFresh) return this.#weights;
    const stride = this.#lengths.length / fields.length;
    if (this.#weights.stride !== stride) this.#weights = { values: new Float32Array(this.#lengths.length), stride };
    const lengths = this.#lengths;
    const { values } = this.#weights;
    for (const [field, name] of fields.entries()) {
      const { weight, b } = fieldWeights[name];
      // Among the documents that have the field: most have no aliases, which must not make one alias long.
      const average = Math.max(1, this.#totals[field] ?? 0) / Math.max(1, this.#holders[field] ?? 0);
      for (let slot = 0; slot < stride; slot++) {
        const length = lengths[slot * fields.length + field] ?? 0;
        values[field * stride + slot] = weight / (1 - b + (b * length) / average);
      }
    }
    this.#areWeightsFresh = true;
    return this.#weights;
  }

  toParts(slots: number): Parts {
    return { lengths: this.#lengths.slice(0, slots * fields.length), totals: this.#totals, holders: this.#holders };
  }

  static fromParts(parts: Parts): FieldLengths {
    const lengths = new FieldLengths();
    lengths.#lengths = mustHaveArray(parts, "lengths", Uint32Array).slice();
    lengths.#totals = mustHaveArray(parts, "totals", Float64Array).slice();
    lengths.#holders = mustHaveArray(parts, "holders", Float64Array).slice();
    return lengths;
  }

  #count(field: number, length: number, sign: 1 | -1): void {
    this.#totals[field] = (this.#totals[field] ?? 0) + sign * length;
    this.#holders[field] = (this.#holders[field] ?? 0) + sign * Math.min(1, length);
  }
}
