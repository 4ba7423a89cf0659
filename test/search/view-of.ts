import type { KnowledgeItem } from "../../src/core/knowledge.ts";
import { SearchIndex } from "../../src/search/index/search-index.ts";
import { LatentSpace } from "../../src/search/latent/latent-space.ts";
import type { IndexView } from "../../src/search/index-view.ts";

/** These items, ready for questions; without a latent space, as before one has been fitted. */
export function viewOf(items: readonly KnowledgeItem[]): IndexView {
  const index = new SearchIndex();
  index.add(items);
  return { index, latent: undefined };
}

/** The same with a latent space. */
export async function fittedViewOf(items: readonly KnowledgeItem[]): Promise<IndexView> {
  const { index } = viewOf(items);
  return { index, latent: await LatentSpace.fit(index, () => Promise.resolve()) };
}
