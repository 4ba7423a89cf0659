import type { SearchIndex } from "./index/search-index.ts";
import type { LatentSpace } from "./latent/latent-space.ts";

/** What a question is ranked on: the index of one repository, and the latent space fitted to it. */
export interface IndexView {
  readonly index: SearchIndex;
  /** Missing until it is fitted, and for a repository of a few items. */
  readonly latent: LatentSpace | undefined;
}
