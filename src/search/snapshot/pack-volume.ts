import { indexFormat, SearchIndex } from "../index/search-index.ts";
import { latentFormat, LatentSpace } from "../latent/latent-space.ts";
import type { Volume } from "../volume.ts";
import { decodeParts } from "./decode-parts.ts";
import { encodeParts } from "./encode-parts.ts";
import { mustHaveArray, mustHaveParts, mustHaveText, type Parts, UnusablePartsError } from "./parts.ts";

/** Raised when what is kept beside index and latent space comes to mean something else. */
const packFormat = 1;

/** All formats in one number: a snapshot of which one is another is built again. */
const format = packFormat * 1_000_000 + indexFormat * 1_000 + latentFormat;

/** What is kept of a volume, and what its keeper has to know of it. */
export interface PackedVolume extends Volume {
  /** Of the knowledge that is in it. */
  readonly revision: number;
  /** Items that were put or dropped since the latent space was fitted. */
  readonly changedSinceFit: number;
  /** Whose tokens these are: a version that splits words in another way would look for other ones. */
  readonly madeBy: string;
}

/** A volume as bytes. Takes time that grows with the volume, in one go: nothing may change meanwhile. */
export function packVolume({ index, latent, revision, changedSinceFit, madeBy }: PackedVolume): Uint8Array {
  const numbers = new Float64Array([revision, changedSinceFit]);
  const parts: Parts = { madeBy, numbers, index: index.toParts(), ...(latent && { latent: latent.toParts() }) };
  return encodeParts(parts, format);
}

/** The volume that was packed; undefined for what is damaged, or was packed by somebody else. */
export function unpackVolume(bytes: Uint8Array, madeBy: string): PackedVolume | undefined {
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
