import { indexFormat, SearchIndex } from "../index/search-index.ts";
import { latentFormat, LatentSpace } from "../latent/latent-space.ts";
import type { IndexView } from "../index-view.ts";
import { decodeParts } from "./decode-parts.ts";
import { encodeParts } from "./encode-parts.ts";
import { mustHaveArray, mustHaveParts, mustHaveText, type Parts, UnusablePartsError } from "./parts.ts";

/** Raised when what is kept beside index and latent space comes to mean something else. */
const snapshotFormat = 1;

/** All formats in one number: a snapshot of which one is another is built again. */
const format = snapshotFormat * 1_000_000 + indexFormat * 1_000 + latentFormat;

/** What a snapshot holds: the view, and what `RepositoryIndex` has to know of it. */
export interface IndexSnapshot extends IndexView {
  /** Revision of the knowledge in the index. */
  readonly revision: number;
  /** Items that were put or dropped since the latent space was fitted. */
  readonly changedSinceFit: number;
  /** Which version split the texts into terms: another version would search for other terms. */
  readonly madeBy: string;
}

/** A snapshot as bytes. Takes time that grows with the index, in one go: nothing may change meanwhile. */
export function encodeSnapshot({ index, latent, revision, changedSinceFit, madeBy }: IndexSnapshot): Uint8Array {
  const numbers = new Float64Array([revision, changedSinceFit]);
  const parts: Parts = { madeBy, numbers, index: index.toParts(), ...(latent && { latent: latent.toParts() }) };
  return encodeParts(parts, format);
}

/** The encoded snapshot; undefined for bytes that are damaged, or of another version. */
export function decodeSnapshot(bytes: Uint8Array, madeBy: string): IndexSnapshot | undefined {
  const parts = decodeParts(bytes, format);
  if (parts === undefined) return undefined;
  try {
    if (mustHaveText(parts, "madeBy") !== madeBy) return undefined;
    const [revision = 0, changedSinceFit = 0] = mustHaveArray(parts, "numbers", Float64Array);
    const index = SearchIndex.fromParts(mustHaveParts(parts, "index"));
    const isFitted = Object.hasOwn(parts, "latent");
    const latent = isFitted ? LatentSpace.fromParts(mustHaveParts(parts, "latent"), index) : undefined;
    return { index, latent, revision, changedSinceFit, madeBy };
  } catch (error) {
    if (error instanceof UnusablePartsError) return undefined;
    throw error;
  }
}
