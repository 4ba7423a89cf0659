import type { PastThread } from "../../core/discussion.ts";
import type { Section } from "../../core/knowledge.ts";
import type { PageHome } from "../../core/page-url.ts";

/** A page of the docs with its sections as they are today. */
export interface DatedPage {
  readonly path: string;
  readonly sections: readonly Section[];
  /** When the page was added; missing where that is not known, and then it counts as there from the start. */
  readonly addedAt?: Date;
}

/** All that is replayed: a project's discussions in any order, and its docs. */
export interface History {
  readonly home: PageHome;
  readonly threads: readonly PastThread[];
  readonly pages: readonly DatedPage[];
}
