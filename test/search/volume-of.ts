import type { KnowledgeItem } from "../../src/core/knowledge.ts";
import { SearchIndex } from "../../src/search/index/search-index.ts";
import { LatentSpace } from "../../src/search/latent/latent-space.ts";
import type { Volume } from "../../src/search/volume.ts";

/** These items, ready for questions; without a latent space, as before one has been fitted. */
export function volumeOf(items: readonly KnowledgeItem[]): Volume {
  const index = new SearchIndex();
  index.add(items);
  return { index, latent: undefined };
}

/** The same with a latent space. */
export async function fittedVolumeOf(items: readonly KnowledgeItem[]): Promise<Volume> {
  const { index } = volumeOf(items);
  return { index, latent: await LatentSpace.fit(index, () => Promise.resolve()) };
}
