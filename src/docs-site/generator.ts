import type { GeneratorName, PageEnding, SiteRoute, SlugRule } from "../core/docs-site.ts";
import type { PageHeading, PageOutline } from "../core/knowledge.ts";

/**
 * What we know of a site generator. Its rules are written down from its own source code, which the files in
 * `generators/` cite.
 */
export interface Generator {
  readonly name: GeneratorName;
  /** The name of a file that tells that it is used, below the folder of the site: `mkdocs.yml`. */
  readonly configFile: RegExp;
  /** Other files that have to be read to know how it is set, by their names: `versions.json`. */
  readonly otherFiles?: RegExp;
  /** How the site is laid out; undefined where the file is not this generator's after all. */
  readonly layout: (config: ConfigFile, files: RepositoryFiles) => SiteLayout | undefined;
  /**
   * The path of a page below its route, without its ending, and with a slash at its end for a folder's own page.
   * A slash at its start: below the site's address. Undefined for a file that is no page of the site.
   */
  readonly pagePath: (page: SitePage) => string | undefined;
  /** The fragment it gives each heading: the heading's own id, or what it makes of its text; empty for none. */
  readonly anchors: (headings: readonly PageHeading[], slugs: SlugRule | undefined) => readonly string[];
  /** What becomes of an id that an author gave; it stays as it is by default. */
  readonly givenId?: (id: string) => string;
  /** How its pages are linked to from each other, where that is not by anchor: a target in the file, by heading. */
  readonly targets?: (headings: readonly PageHeading[]) => readonly string[];
}

/** A file by which a generator is known. */
export interface ConfigFile {
  /** The folder of the site: that of the file, or the one above its own. Without slashes at its ends. */
  readonly folder: string;
  readonly path: string;
  readonly text: string;
}

/** What is known of a repository's files: all paths, and the texts of those that generators are set by. */
export interface RepositoryFiles {
  readonly paths: readonly string[];
  text(path: string): string | undefined;
}

/** How a site is laid out, by the generator's own files. */
export interface SiteLayout {
  /** The first is that of the docs themselves. */
  readonly routes: readonly SiteRoute[];
  readonly ending: PageEnding;
  readonly slugs?: SlugRule;
  /** The site's address, where the files say it. */
  readonly url?: string;
  /** The path of the site's address, where the files say it: `/base/`. */
  readonly base?: string;
}

/** A page below its route. */
export interface SitePage {
  /** Path of the file below the route's folder. */
  readonly path: string;
  readonly fields: NonNullable<PageOutline["fields"]>;
}
