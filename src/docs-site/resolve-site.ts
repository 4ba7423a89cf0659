import type { DocsSite, GeneratorName, PageEnding } from "../core/docs-site.ts";
import { generators } from "./generators/index.ts";
import type { Generator, RepositoryFiles, SiteLayout } from "./generator.ts";
import { below, folderOf, joinPaths } from "./paths.ts";

/** What a project says of its site; what it leaves out is taken from the files of its generator. */
export interface SiteSettings {
  readonly url: string;
  readonly generator: GeneratorName | "auto";
  readonly root?: string | undefined;
  readonly ending?: PageEnding | undefined;
}

/** Most files by which generators are known that are looked into: those nearest to the root. */
const maxConfigFiles = 12;
/** Folders that hold other people's sites, or pretended ones. */
const asides =
  /(?:^|\/)(?:node_modules|vendor|tests?|__tests__|e2e|fixtures?|__fixtures__|examples?|templates?|playground)\//iu;

/** Paths of the files that tell how a repository's site is built, of all its paths. */
export function siteFiles(paths: readonly string[], wanted: GeneratorName | "auto"): readonly string[] {
  const configs = candidates(paths, wanted).map(({ path }) => path);
  const others = paths.filter((path) => isAside(path) && configs.some((it) => isNear(folderOf(path), it)));
  return [...new Set([...configs, ...others])];
}

function isAside(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return generators.some(({ otherFiles }) => otherFiles?.test(name));
}

/** In the folder of a config file, or at the root of the repository. */
function isNear(folder: string, config: string): boolean {
  return folder === "" || folder === folderOf(config);
}

interface Candidate {
  readonly generator: Generator;
  readonly path: string;
  readonly folder: string;
}

/** Files by which a generator is known, nearest to the root first. */
function candidates(paths: readonly string[], wanted: GeneratorName | "auto"): readonly Candidate[] {
  const possible = generators.filter(({ name }) => wanted === "auto" || name === wanted);
  const found = paths.flatMap((path) => (asides.test(path) ? [] : possible.flatMap((it) => candidate(it, path) ?? [])));
  const depth = ({ path }: Candidate): number => path.split("/").length;
  return found.toSorted((a, b) => depth(a) - depth(b)).slice(0, maxConfigFiles);
}

/** A config file may lie in a folder of its own: `.vitepress/config.ts`. */
function candidate(generator: Generator, path: string): Candidate | undefined {
  const parts = path.split("/");
  for (let depth = 1; depth <= Math.min(3, parts.length); depth += 1) {
    if (!generator.configFile.test(parts.slice(-depth).join("/"))) continue;
    return { generator, path, folder: parts.slice(0, -depth).join("/") };
  }
  return undefined;
}

/** A site that a repository's files tell of. */
export interface FoundSite {
  readonly generator: GeneratorName;
  readonly layout: SiteLayout;
}

/** The site that publishes most of these pages, by the repository's own files; of equal ones the nearest to the root. */
export function findSite(
  files: RepositoryFiles,
  pages: readonly string[],
  wanted: GeneratorName | "auto" = "auto",
): FoundSite | undefined {
  const found = candidates(files.paths, wanted).flatMap(({ generator, path, folder }) => {
    const text = files.text(path);
    const layout = text === undefined ? undefined : generator.layout({ folder, path, text }, files);
    if (layout === undefined) return [];
    const count = pages.filter((page) => layout.routes.some((route) => below(route.folder, page) !== undefined)).length;
    return [{ generator: generator.name, layout, count }];
  });
  const maxCount = Math.max(0, ...found.map(({ count }) => count));
  return found.find(({ count }) => count === maxCount && (maxCount > 0 || wanted !== "auto"));
}

/** Where the docs are published, by what the project says and what its generator's files say. */
export function resolveSite(settings: SiteSettings, files: RepositoryFiles, pages: readonly string[]): DocsSite {
  const { root, ending, generator } = settings;
  const found = findSite(files, pages, generator);
  const name = found?.generator ?? (generator === "auto" ? "github" : generator);
  const layout = found?.layout;
  if (layout === undefined) {
    return { url: settings.url, root: root ?? "docs", ending: ending ?? defaultEnding(name), generator: name };
  }
  const routes = root === undefined ? layout.routes : withRoot(layout, joinPaths(root));
  const main = routes[0] ?? { folder: "", path: "" };
  return {
    url: siteUrl(settings.url, layout, main.path),
    root: main.folder,
    ending: ending ?? layout.ending,
    generator: name,
    routes: ending === undefined ? routes : routes.map(({ folder, path }) => ({ folder, path })),
    ...(layout.slugs && { slugs: layout.slugs }),
  };
}

/** A root that the project names is published at the site's address, unless the generator's files say where. */
function withRoot({ routes }: SiteLayout, root: string): SiteLayout["routes"] {
  const own = routes.filter(({ folder }) => folder === root || below(root, folder) !== undefined);
  return own.some(({ folder }) => folder === root) ? own : [{ folder: root, path: "" }, ...own];
}

function defaultEnding(name: GeneratorName): PageEnding {
  if (name === "mkdocs" || name === "starlight") return "/";
  return name === "mdbook" || name === "sphinx" || name === "vitepress" || name === "jekyll" ? ".html" : "";
}

/**
 * The site's own address. People name that of the docs as well, such as `https://acme.example/docs` where pages stand
 * below `docs`, or leave out the path that the site is built for.
 */
function siteUrl(url: string, { base }: SiteLayout, docs: string): string {
  if (!URL.canParse(url)) return url;
  const { origin, pathname } = new URL(url);
  const path = joinPaths(pathname);
  const built = base?.startsWith("/") ? joinPaths(base) : undefined;
  if (path === built) return url;
  if (docs !== "" && `/${path}`.endsWith(`/${docs}`)) return joinUrl(origin, path.slice(0, path.length - docs.length));
  return path === "" && built !== undefined ? joinUrl(origin, built) : url;
}

function joinUrl(origin: string, path: string): string {
  const plain = joinPaths(path);
  return plain === "" ? origin : `${origin}/${plain}`;
}
