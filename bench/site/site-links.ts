import type { DocsSite } from "../../src/core/docs-site.ts";
import type { PageOutline, Section } from "../../src/core/knowledge.ts";
import { splitPage } from "../../src/section-thread/split-page.ts";
import { generatorNamed } from "../../src/docs-site/generators/index.ts";
import { pageAddress } from "../../src/docs-site/section-links.ts";
import { folderOf, joinPaths } from "../../src/docs-site/paths.ts";
import { siteAnchors } from "../../src/docs-site/section-links.ts";
import { decodePage } from "../../src/text/decode-page.ts";
import { pagePieces } from "../../src/text/page-pieces.ts";
import { parseMarkdown } from "../../src/text/parse-markdown.ts";
import { percentDecode } from "../../src/text/percent-decode.ts";

/** A page of the site, as we cut it. */
interface Page {
  readonly path: string;
  readonly text: string;
  /** Path of its address, without `.html`, `index` and slashes at its ends. */
  readonly at: string;
  readonly outline: PageOutline | undefined;
  /** Fragments that lead to one of its sections, as authors of other pages write them. */
  readonly anchors: ReadonlySet<string>;
  readonly firsts: ReadonlySet<string>;
}

/** A link that somebody wrote from one page to a place on another, or the same. */
export interface WrittenLink {
  readonly from: string;
  readonly url: string;
  readonly to: string;
  /**
   * `section`: to one of our anchors. `missed`: to a heading of the page, but not by an anchor of ours. `elsewhere`: to
   * an id that stands in the page's source, but at no heading. `dead`: to what is not on the page at all.
   */
  readonly leads: "section" | "missed" | "elsewhere" | "dead";
  /** Whether it is the very anchor that we link to, where several lead to the section. */
  readonly isOurs: boolean;
}

/** What links between the pages of a site tell of our rules. */
export interface LinksOfSite {
  /** All with a fragment whose target page there is. */
  readonly anchored: readonly WrittenLink[];
  /** Those by a path from the site's root, and those of them to which there is no page of ours. */
  readonly byAddress: number;
  readonly unknown: readonly string[];
}

/** Looks where the links between the pages of a site lead. `address`: the site's own, if it says. */
export function linksOfSite(
  site: DocsSite,
  files: ReadonlyMap<string, Uint8Array>,
  address: string | undefined,
): LinksOfSite {
  const pages = [...files].flatMap(([path, bytes]) => toPage(site, path, bytes) ?? []);
  const byFile = new Map(pages.map((page) => [page.path, page]));
  const byAddress = new Map(pages.map((page) => [page.at, page]));
  const folders = (site.routes ?? []).map(({ folder }) => folder);
  const paths = pages.flatMap((from) => urlsOf(from).map((url) => pathOf(withoutSite(url, address)))).filter(isAddress);
  const unknown = paths.filter((path) => !byAddress.has(bare(path)));
  const anchored = pages.flatMap((from) =>
    urlsOf(from).flatMap((url): WrittenLink[] => {
      const local = withoutSite(url, address);
      const [, path = "", fragment = ""] = /^([^#?]*)(?:\?[^#]*)?#(.+)$/su.exec(local) ?? [];
      if (fragment === "" || /^[a-z][a-z0-9+.-]*:|^\/\//iu.test(path) || fragment.startsWith(":~:")) return [];
      const target = targetOf(from, percentDecode(path), folders, byFile, byAddress);
      if (target === undefined) return [];
      const labelled =
        path === "" && site.generator === "sphinx" ? labelledPage(target, percentDecode(fragment), pages) : target;
      return [
        {
          from: from.path,
          url,
          to: labelled.path,
          leads: leads(labelled, percentDecode(fragment)),
          isOurs: labelled.firsts.has(percentDecode(fragment)),
        },
      ];
    }),
  );
  return { anchored, byAddress: paths.length, unknown };
}

function pathOf(url: string): string {
  return percentDecode(url.replace(/[?#].*$/su, ""));
}

/** A path from the root that is a page's, and no picture's. */
function isAddress(path: string): boolean {
  return /^\/(?!\/)/u.test(path) && !/\.(?!html$)[a-z0-9]{2,5}$/iu.test(path);
}

function toPage(site: DocsSite, path: string, bytes: Uint8Array): Page | undefined {
  const decoded = decodePage(bytes);
  if (!("text" in decoded)) return undefined;
  const sections: readonly Section[] = splitPage(path, bytes);
  const outline = sections.find((it) => it.outline !== undefined)?.outline;
  const address = pageAddress({ ...site, url: "https://site.example" }, path, outline);
  if (address === undefined) return undefined;
  const targets = outline ? generatorNamed(site.generator).targets?.(outline.headings) : undefined;
  const labels = (outline?.headings ?? []).flatMap(({ others = [] }) => others);
  const firsts = new Set([...siteAnchors(site, outline).values()].map(([first = ""]) => first).concat(targets ?? []));
  const anchors = [...siteAnchors(site, outline).values()].flat().concat(targets ?? [], labels);
  return {
    path,
    text: decoded.text,
    at: bare(percentDecode(new URL(address).pathname)),
    outline,
    anchors: new Set(anchors),
    firsts,
  };
}

function bare(path: string): string {
  return joinPaths(path)
    .replace(/\.html$/u, "")
    .replace(/(?:^|\/)index$/u, "");
}

/** Links as they are written, with what Jekyll's templates make of them. */
function urlsOf({ path, text }: Page): readonly string[] {
  const plain = text
    .replaceAll(/\{\{\s*["'](\/[^"']*)["']\s*\|\s*(?:relative|absolute)_url\s*\}\}/gu, "$1")
    .replaceAll(/\{\{\s*site\.(?:baseurl|url)\s*\}\}/gu, "")
    .replaceAll(/\{%-?\s*link\s+(\S+?)\s*-?%\}/gu, "/$1");
  const tree = parseMarkdown(plain, { mdx: /\.mdx$/iu.test(path) });
  return pagePieces(tree).flatMap((piece) => (piece.kind === "link" ? [piece.url] : []));
}

function withoutSite(url: string, address: string | undefined): string {
  const own = address?.replace(/\/+$/u, "");
  return own && url.startsWith(`${own}/`) ? url.slice(own.length) : url;
}

/** By the path of a file, as it stands or from a folder of the site, or else by an address. */
function targetOf(
  from: Page,
  path: string,
  folders: readonly string[],
  byFile: ReadonlyMap<string, Page>,
  byAddress: ReadonlyMap<string, Page>,
): Page | undefined {
  if (path === "") return from;
  const roots = path.startsWith("/") ? ["", ...folders] : [folderOf(from.path)];
  const asFile = roots.flatMap((root) => byFile.get(joinPaths(root, path)) ?? [])[0];
  if (asFile !== undefined) return asFile;
  const page = path.replace(/\.(?:md|mdx|markdown)$/u, "");
  const beside = path.startsWith("/")
    ? []
    : ["md", "mdx"].flatMap((it) => byFile.get(joinPaths(folderOf(from.path), `${page}.${it}`)) ?? []);
  const bases = path.startsWith("/") ? [""] : [folderOf(from.at), from.at];
  return beside[0] ?? bases.flatMap((base) => byAddress.get(bare(joinPaths(base, page))) ?? [])[0];
}

/** In MyST a label leads to it from any page: https://myst-parser.readthedocs.io/en/latest/syntax/cross-referencing.html */
function labelledPage(own: Page, label: string, pages: readonly Page[]): Page {
  if (own.anchors.has(label)) return own;
  const isThere = ({ anchors, text }: Page): boolean => anchors.has(label) || text.includes(`(${label})=`);
  return pages.find(isThere) ?? own;
}

function leads({ anchors, text, outline }: Page, fragment: string): WrittenLink["leads"] {
  if (anchors.has(fragment)) return "section";
  const id = fragment.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  const written = new RegExp(
    String.raw`(?:\b(?:id|name|label)[=:]\s*["'{]*|[{ ]:?\s*#|\[#|^\()${id}(?:["'\s>})\]]|$)`,
    "mu",
  );
  if (written.test(text)) return "elsewhere";
  const name = letters(fragment);
  const isHeading = (outline?.headings ?? []).some((it) => [it.text, it.anchor].some((said) => letters(said) === name));
  return isHeading ? "missed" : "dead";
}

/** What is left of a heading whatever rule makes an anchor of it; a number at the end tells equal ones apart. */
function letters(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  return plain.replace(/\d+$/u, "") || plain;
}
