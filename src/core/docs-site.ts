/** What builds docs sites, as far as we know its rules. `github`: anchors as GitHub makes them. */
export const generatorNames = [
  "vitepress",
  "docusaurus",
  "mkdocs",
  "starlight",
  "nextra",
  "jekyll",
  "mdbook",
  "sphinx",
  "github",
] as const;
export type GeneratorName = (typeof generatorNames)[number];

/** How the address of a page ends. */
export type PageEnding = "" | "/" | ".html";

/** Where published docs live: with a `root` of `docs`, `docs/guide/x.md` becomes `<url>/guide/x`. */
export interface DocsSite {
  readonly url: string;
  /** Folder whose files are published, where there are no `routes`. */
  readonly root: string;
  readonly ending: PageEnding;
  /** What builds the site. Missing in what was stored before we asked: it counts as `github`. */
  readonly generator?: GeneratorName;
  /** Folders that are published, and where. */
  readonly routes?: readonly SiteRoute[];
  /** Which of its rules for anchors the generator is told to follow, where it has several. */
  readonly slugs?: SlugRule;
}

/** A folder of the repository, and the path below the site's address at which its pages stand. */
export interface SiteRoute {
  /** Without slashes at its ends; empty for the root of the repository. */
  readonly folder: string;
  /** Without slashes at its ends; empty for the site itself. */
  readonly path: string;
  /** Where it is not that of the site. */
  readonly ending?: PageEnding;
}

/** `unicode` and `pymdownx`: two ways of MkDocs to keep letters of all scripts. `kramdown`: Jekyll without GitHub's rules. */
export type SlugRule = "unicode" | "pymdownx" | "kramdown";
