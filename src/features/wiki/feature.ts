import { wikiActions, type WikiPlan } from "./actions.ts";
import { pageKey, type PageRef } from "../../core/knowledge.ts";
import { nothing } from "../../core/plan.ts";
import type { DocsSite } from "../../core/docs-site.ts";
import type { Reads } from "../../core/reads.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { resolveSite, siteFiles } from "../../docs-site/resolve-site.ts";
import { decodeText } from "../../text/decode-page.ts";
import { docsGlob } from "../../text/docs-glob.ts";
import { feature } from "../feature.ts";
import type { DocsConfig } from "./config.ts";

interface Facts {
  /** Head of the default branch; undefined for an empty repository. */
  readonly head: string | undefined;
  readonly pages: readonly PageRef[];
  /** Where they are published; undefined where the config names no site. */
  readonly site: DocsSite | undefined;
  readonly published: Awaited<ReturnType<Reads["knowledge"]["findPublished"]>>;
  /** Whether the repository was served under another name until now, which its pages' addresses still hold. */
  readonly isRenamed: boolean;
  /** How many pages had to be read and split, for the log. */
  readonly newPages: number;
}

/** What the wiki reads: beside what everybody may, which files answers were promoted to. */
interface ReadsWithPromotions extends Reads {
  readonly faq: { promotedFiles(repository: RepositoryRef): Promise<readonly string[]> };
}

/** Keeps the docs of the default branch searchable, split into sections. */
export const wiki = feature({
  name: "wiki",
  summary: "Reads the repository's docs on each push and cuts them into sections that can be found.",
  on: ["repository-added", "default-branch-moved"],
  slice: "docs",
  actions: wikiActions,

  async gather({ repository }, { config, reads }: { config: DocsConfig; reads: ReadsWithPromotions }): Promise<Facts> {
    const [head, published, served] = await Promise.all([
      reads.github.findHead(repository),
      reads.knowledge.findPublished(repository),
      reads.records.repositories(),
    ]);
    const before = served.find(({ id }) => id === repository.id);
    const isRenamed = before !== undefined && (before.owner !== repository.owner || before.name !== repository.name);
    if (head === undefined) return { head, pages: [], site: undefined, published, isRenamed, newPages: 0 };
    const isDocs = docsGlob(config);
    // An entry that nobody finds answers nobody: a file that answers were promoted to is part of the docs.
    const promoted = new Set(await reads.faq.promotedFiles(repository));
    const isAllowed = docsGlob({ include: ["**"], exclude: config.exclude });
    const tree = await reads.github.tree(repository, head);
    const files = tree.filter(({ path }) => isDocs(path) || (promoted.has(path) && isAllowed(path)));
    const newPages = await readPages(repository, head, files, reads);
    const pages = files.map(pageRef);
    const site = await siteOf(config, repository, head, { tree, pages }, reads);
    return { head, pages, site, published, isRenamed, newPages };
  },

  decide({ repository }, { head, pages, site, published, isRenamed, newPages }): WikiPlan {
    if (head === undefined) return nothing("the repository is empty");
    if (published && !isRenamed && samePages(published.pages, pages) && sameSite(published.site, site)) {
      return nothing(`none of ${pages.length} docs pages changed`);
    }
    return {
      actions: [{ do: "publish-docs", repository, commit: head, site, pages }],
      because: `the docs at ${head.slice(0, 7)} have ${pages.length} pages, ${newPages} of them new to us`,
    };
  },
});

/**
 * Splits the pages that are not stored yet and stores their sections, so that a restart goes on where it was.
 * A file that GitHub does not hand out as text (binary, LFS pointer, too large) is kept as a page without sections.
 */
async function readPages(
  repository: RepositoryRef,
  head: string,
  files: readonly (PageRef & { readonly size: number })[],
  { github, knowledge, splitter }: Reads,
): Promise<number> {
  const known = await knowledge.knownPages(files.map(pageRef));
  const missing = new Map(files.filter((it) => !known.has(pageKey(it))).map((it) => [pageKey(it), it]));
  const count = missing.size;
  for await (const page of github.contents(repository, head, [...missing.values()])) {
    await knowledge.putPage(pageRef(page), await splitter.split(page.path, page.bytes));
    missing.delete(pageKey(page));
  }
  for (const page of missing.values()) await knowledge.putPage(pageRef(page), []);
  return count;
}

type SizedFile = PageRef & { readonly size: number };

/** No config that a person wrote is larger. */
const maxConfigBytes = 512 * 1024;

/** Where the docs are published, by the config and by what the repository's own files say of its site. */
async function siteOf(
  { site }: DocsConfig,
  repository: RepositoryRef,
  head: string,
  { tree, pages }: { readonly tree: readonly SizedFile[]; readonly pages: readonly PageRef[] },
  { github }: Reads,
): Promise<DocsSite | undefined> {
  if (site === undefined) return undefined;
  const paths = tree.map(({ path }) => path);
  const named = new Set(siteFiles(paths, site.generator));
  const wanted = tree.filter(({ path, size }) => named.has(path) && size <= maxConfigBytes);
  const texts = new Map<string, string>();
  for await (const { path, bytes } of github.contents(repository, head, wanted)) texts.set(path, decodeText(bytes));
  const files = { paths, text: (path: string) => texts.get(path) };
  return resolveSite(
    site,
    files,
    pages.map(({ path }) => path),
  );
}

function pageRef({ path, sha }: PageRef): PageRef {
  return { path, sha };
}

function samePages(some: readonly PageRef[], others: readonly PageRef[]): boolean {
  const keys = new Set(some.map(pageKey));
  return some.length === others.length && others.every((it) => keys.has(pageKey(it)));
}

/** What is stored was written as JSON. */
function sameSite(one: DocsSite | undefined, other: DocsSite | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
