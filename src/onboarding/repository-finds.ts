import type { Category } from "../core/discussion.ts";
import type { GeneratorName } from "../core/docs-site.ts";

/** What was found in a repository's files. */
export interface FileFinds {
  /** Folders with docs, by their paths without a slash at the end, those with most pages first. */
  readonly docs: readonly { readonly folder: string; readonly pages: number }[];
  /** Markdown at the root that is no docs: changelogs, codes of conduct. */
  readonly asides: readonly string[];
  /** The site that the docs are built into, and where it is published, as far as its own files say. */
  readonly site?: { readonly generator: GeneratorName; readonly url?: string };
  /** Folders of them that hold translations. */
  readonly translations: readonly string[];
  /** Path of a FAQ file. */
  readonly faq?: string;
  /** Slugs of categories with a form: the names of the files in `.github/DISCUSSION_TEMPLATE`. */
  readonly forms: readonly string[];
}

/** What was found of a repository on GitHub. What could not be read is missing. */
export interface GitHubFinds {
  readonly categories?: readonly Category[];
  /** Names. */
  readonly labels?: readonly string[];
  /** Open ones. `due`: `YYYY-MM-DD`. */
  readonly milestones?: readonly { readonly title: string; readonly due?: string }[];
  /** Open ones of the organization. */
  readonly boards?: readonly { readonly number: number; readonly title: string }[];
}

/** What the first config and the forms of a repository are made of. */
export interface Finds extends FileFinds, GitHubFinds {
  /** Slugs of the categories for questions and for ideas; none where there are none. */
  readonly questions: readonly string[];
  readonly ideas: readonly string[];
}

/** A file that is proposed, or written. */
export interface MadeFile {
  readonly path: string;
  readonly text: string;
}

/** Where GitHub looks for the forms of discussion categories. */
export const formFolder = ".github/DISCUSSION_TEMPLATE";
