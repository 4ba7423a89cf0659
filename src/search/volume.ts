import type { SearchIndex } from "./index/search-index.ts";
import type { LatentSpace } from "./latent/latent-space.ts";

/** All that is known of one repository, made ready for questions. */
export interface Volume {
  readonly index: SearchIndex;
  /** Missing until it is fitted, and for a repository of a few items. */
  readonly latent: LatentSpace | undefined;
}
