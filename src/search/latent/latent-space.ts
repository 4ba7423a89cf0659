import { mustHaveParts, type Parts } from "../snapshot/parts.ts";
import { ByteVectors } from "./byte-vectors.ts";
import { mainDirections } from "./main-directions.ts";
import { idf, sample, type TermSource } from "./sample.ts";

/** Directions of the space: with nearly as many as documents no two documents would come nearer to each other. */
const maxDirections = 100;
const documentsPerDirection = 8;

/** A smaller corpus has no latent space: its directions would be the documents themselves. */
const minSize = 30;

/** Documents and terms that are placed between two turns of the event loop. */
const documentsPerStep = 100;
const termsPerStep = 1_000;

/** Raised when the numbers in `toParts` come to mean something else. */
export const latentFormat = 1;

/**
 * A vector space (latent semantic analysis) in which terms of the same texts are near each other: "crash" is near
 * "segfault" where the same texts hold both. It is fitted to one index by a truncated singular value decomposition of
 * its tf-idf matrix; documents that are added later are placed by their terms, until it is fitted again.
 *
 * @see Deerwester et al.: Indexing by Latent Semantic Analysis (1990)
 */
export class LatentSpace {
  readonly #source: TermSource;
  /** By term id. */
  readonly #terms: ByteVectors;
  /** By slot, of length 1. */
  readonly #documents: ByteVectors;

  constructor(source: TermSource, terms: ByteVectors, documents: ByteVectors) {
    this.#source = source;
    this.#terms = terms;
    this.#documents = documents;
  }

  /**
   * Fits a space to the present items of an index; `yieldToEventLoop` is awaited every few milliseconds. The index must
   * not change meanwhile. Undefined for an index of a few documents only.
   */
  static async fit(source: TermSource, yieldToEventLoop: () => Promise<void>): Promise<LatentSpace | undefined> {
    if (source.size < minSize) return undefined;
    const steps = fitInSteps(source);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      await yieldToEventLoop();
    }
  }

  /** The space that gave these parts, over the index it was fitted to. Throws `UnusablePartsError` when they are damaged. */
  static fromParts(parts: Parts, source: TermSource): LatentSpace {
    const terms = ByteVectors.fromParts(mustHaveParts(parts, "terms"));
    return new LatentSpace(source, terms, ByteVectors.fromParts(mustHaveParts(parts, "documents")));
  }

  toParts(): Parts {
    return { terms: this.#terms.toParts(), documents: this.#documents.toParts() };
  }

  /** Gives a new document its place. */
  add(slot: number): void {
    const place = new Float64Array(this.#terms.width);
    for (const term of this.#source.termIdsOf(slot)) {
      if (this.#terms.has(term)) this.#terms.addTo(place, term, idf(this.#source, term));
    }
    this.#documents.set(slot, toLengthOne(place));
  }

  drop(slot: number): void {
    this.#documents.drop(slot);
  }

  /** How near documents are to weighted terms: the cosine, −1 to 1, by slot; 0 where either has no place. */
  similarity(terms: readonly { readonly term: string; readonly weight: number }[]): (slot: number) => number {
    const place = new Float64Array(this.#terms.width);
    for (const { term, weight } of terms) {
      const id = this.#source.termIdOf(term);
      if (id !== undefined && this.#terms.has(id)) this.#terms.addTo(place, id, weight);
    }
    const question = toLengthOne(place);
    return (slot) => (this.#documents.has(slot) ? this.#documents.dot(question, slot) : 0);
  }
}

function* fitInSteps(source: TermSource): Generator<void, LatentSpace> {
  const { terms, matrix } = yield* sample(source);
  const directions = yield* mainDirections(
    matrix,
    Math.min(maxDirections, Math.ceil(source.size / documentsPerDirection)),
  );
  const { width } = directions;
  const places = new ByteVectors(width);
  places.makeRoomFor(source.termCount - 1);
  for (const [column, term] of terms.entries()) {
    if (column % termsPerStep === 0) yield;
    places.set(term, directions.values.subarray(column * width, (column + 1) * width));
  }
  const space = new LatentSpace(source, places, new ByteVectors(width));
  for (let slot = 0; slot < source.slots; slot++) {
    if (slot % documentsPerStep === 0) yield;
    if (source.termIdsOf(slot).length > 0) space.add(slot);
  }
  return space;
}

/** Zeros stay zeros. */
function toLengthOne(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  return length === 0 ? vector : vector.map((x) => x / length);
}

/** Below this share of changed items, new items are placed in the space as it was fitted. */
const refitShare = 1 / 5;

/**
 * Whether a latent space should be fitted (again): when more than a fifth of the items was put or dropped since. For
 * one that was never fitted, all items are changed.
 */
export function shouldRefit(size: number, changedSinceFit: number): boolean {
  return changedSinceFit > size * refitShare;
}
