import { isFaqPath } from "../faq-file/faq-path.ts";
import { FaqConfig } from "../features/faq/config.ts";
import { findSite } from "../docs-site/resolve-site.ts";
import type { RepositoryFiles } from "../docs-site/generator.ts";
import { formFolder, type FileFinds } from "./repository-finds.ts";

const markdown = /\.(?:md|mdx|markdown)$/iu;

/** Names of folders that hold docs, wherever they are: `packages/core/docs`. */
const docsName = /^(?:docs?|documentation|manual|handbook|wiki)$/iu;

/** Folders with Markdown that is no docs of this project. */
const asideFolder =
  /^(?:node_modules|vendor|third[-_]?party|tests?|__tests__|e2e|specs?|fixtures?|__fixtures__|examples?|samples?|templates?|playgrounds?|benchmarks?|archived?)$/iu;

/** Markdown at the root that answers no question. */
const asideFile =
  /^(?:change[-_ ]?log|changes|history|releases?(?:[-_ ]notes)?|code[-_]of[-_]conduct|licen[cs]e|copying|authors|contributors|maintainers|governance|pull[-_]request[-_]template|issue[-_]template)\b[^/]*\.(?:md|mdx|markdown)$/iu;

/** Where Docusaurus keeps the docs of earlier versions: https://docusaurus.io/docs/versioning */
const oldVersions = /^(?:[\w-]+_)?versioned_docs$/iu;

/** So many folders are named in a config; a monorepo has hundreds. */
const maxFolders = 10;

/** So deep lies a folder of docs at most, in folders: `website/packages/docs`. */
const maxDepth = 4;

/** Finds docs, FAQ and forms among a repository's files. `files.text` is asked for the files of site generators alone. */
export function findFiles(files: RepositoryFiles): FileFinds {
  const pages = files.paths.filter((path) => markdown.test(path) && !isAside(path));
  const site = findSite(files, pages);
  const routes = site?.layout.routes.map(({ folder }) => folder) ?? [];
  const published = routes.filter((it) => it !== "" && !it.split("/").some((part) => oldVersions.test(part)));
  const docs = docsFolders(pages, published);
  const faq = findFaq(pages, docs);
  const url = site?.layout.url;
  return {
    docs,
    asides: files.paths.filter((path) => !path.includes("/") && asideFile.test(path)).toSorted(),
    ...(site && { site: { generator: site.generator, ...(isAddress(url) && { url }) } }),
    translations: translationsIn(pages, docs),
    ...(faq !== undefined && { faq }),
    forms: formsIn(files.paths),
  };
}

function isAside(path: string): boolean {
  const folders = path.split("/").slice(0, -1);
  return folders.some((it) => asideFolder.test(it) || (it.startsWith(".") && it !== ".vitepress"));
}

/** Folders that a site publishes, and those that are called docs; one within another is that other's. */
function docsFolders(pages: readonly string[], published: readonly string[]): FileFinds["docs"] {
  const named = pages.flatMap((path) => {
    const folders = path.split("/").slice(0, -1);
    const at = folders.findIndex((it) => docsName.test(it));
    return at === -1 || at >= maxDepth ? [] : [folders.slice(0, at + 1).join("/")];
  });
  const all = [...new Set([...published, ...named])];
  return all
    .filter((it) => !all.some((other) => it.startsWith(`${other}/`)))
    .map((folder) => ({ folder, pages: pages.filter((path) => path.startsWith(`${folder}/`)).length }))
    .filter((it) => it.pages > 0)
    .toSorted((a, b) => b.pages - a.pages || (a.folder < b.folder ? -1 : 1))
    .slice(0, maxFolders);
}

const languageTag = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/iu;

/**
 * Folders of docs that are called as a language, and whose pages are there under the same names without it or in another. Those
 * in English are left, or, where there are none and no pages without a language, those in the language with most.
 */
function translationsIn(pages: readonly string[], docs: FileFinds["docs"]): string[] {
  const byTag = new Map<string, string[]>();
  const names = new Map<string, Set<string>>();
  for (const path of pages) {
    const root = docs.find(({ folder }) => path.startsWith(`${folder}/`))?.folder;
    if (root === undefined) continue;
    const [first = "", ...rest] = path.slice(root.length + 1).split("/");
    const isTagged = rest.length > 0 && languageTag.test(first);
    const folder = isTagged ? `${root}/${first}` : root;
    const name = `${root}/${(isTagged ? rest : [first, ...rest]).join("/")}`;
    byTag.set(folder, [...(byTag.get(folder) ?? []), name]);
    names.set(name, (names.get(name) ?? new Set()).add(folder));
  }
  const roots = new Set(docs.map(({ folder }) => folder));
  const isMirrored = (name: string) => (names.get(name)?.size ?? 0) > 1;
  const tagged = [...byTag].filter(([folder, its]) => !roots.has(folder) && its.some(isMirrored));
  const ofRoot = (folder: string) => docs.find((it) => folder.startsWith(`${it.folder}/`))?.folder ?? "";
  const sizeOf = ([folder, its]: readonly [string, readonly string[]]) =>
    (/\/en(?:[-_][a-z]{2,4})?$/iu.test(folder) ? 1e9 : 0) + its.length;
  return tagged
    .filter(([folder]) => {
      const root = ofRoot(folder);
      if ((byTag.get(root) ?? []).some(isMirrored)) return true;
      const best = tagged.filter(([it]) => ofRoot(it) === root).toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
      return best?.[0] !== folder;
    })
    .map(([folder]) => folder)
    .toSorted();
}

/** The FAQ of the docs, nearest to the root: translations and FAQs of parts lie deeper. */
function findFaq(pages: readonly string[], docs: FileFinds["docs"]): string | undefined {
  const isDocs = (path: string) => docs.some(({ folder }) => path.startsWith(`${folder}/`));
  const depth = (path: string) => path.split("/").length;
  const [first] = pages
    .filter((path) => isFaqPath(path) && (isDocs(path) || !path.includes("/")))
    .filter((path) => FaqConfig.shape.file.safeParse(path).success)
    .toSorted((a, b) => depth(a) - depth(b) || a.length - b.length || (a < b ? -1 : 1));
  return first;
}

function formsIn(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!path.startsWith(`${formFolder}/`)) return [];
    const [, slug] = /^([^/]+)\.ya?ml$/iu.exec(path.slice(formFolder.length + 1)) ?? [];
    return slug === undefined ? [] : [slug];
  });
}

function isAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//iu.test(url) && URL.canParse(url);
}
