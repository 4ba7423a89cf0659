import { pageKey, type PageRef } from "../../core/knowledge.ts";
import { nothing, type DocsSite } from "../../core/plan.ts";
import type { Reads } from "../../core/ports.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { docsGlob } from "../../text/docs-glob.ts";
import { feature } from "../feature.ts";
import type { DocsConfig } from "./config.ts";

interface Facts {
  /** Head of the default branch; undefined for an empty repository. */
  readonly head: string | undefined;
  readonly pages: readonly PageRef[];
  readonly published: Awaited<ReturnType<Reads["knowledge"]["findPublished"]>>;
  /** Whether the repository was served under another name until now, which its pages' addresses still hold. */
  readonly isRenamed: boolean;
  /** How many pages had to be read and cut, for the log. */
  readonly cut: number;
}

/** Keeps the docs of the default branch cut into sections and searchable. */
export const wiki = feature({
  name: "wiki",
  summary: "Reads the repository's docs on each push and cuts them into sections that can be found.",
  on: ["repository-added", "default-branch-moved"],
  slice: "docs",

  async gather({ repository }, { config, reads }: { config: DocsConfig; reads: Reads }): Promise<Facts> {
    const [head, published, served] = await Promise.all([
      reads.github.findHead(repository),
      reads.knowledge.findPublished(repository),
      reads.records.repositories(),
    ]);
    const before = served.find(({ id }) => id === repository.id);
    const isRenamed = before !== undefined && (before.owner !== repository.owner || before.name !== repository.name);
    if (head === undefined) return { head, pages: [], published, isRenamed, cut: 0 };
    const isDocs = docsGlob(config);
    // An entry that nobody finds answers nobody: a file that answers were promoted to is part of the docs.
    const promoted = new Set((await reads.faq.promotions(repository, {})).map(({ file }) => file));
    const isAllowed = docsGlob({ include: ["**"], exclude: config.exclude });
    const files = (await reads.github.tree(repository, head)).filter(
      ({ path }) => isDocs(path) || (promoted.has(path) && isAllowed(path)),
    );
    const cut = await readPages(repository, head, files, reads);
    return { head, pages: files.map(pageRef), published, isRenamed, cut };
  },

  decide({ repository }, { head, pages, published, isRenamed, cut }, { config }) {
    if (head === undefined) return nothing("the repository is empty");
    const site: DocsSite | undefined = config.site;
    if (published && !isRenamed && samePages(published.pages, pages) && sameSite(published.site, site)) {
      return nothing(`none of ${pages.length} docs pages changed`);
    }
    return {
      actions: [{ do: "publish-docs", repository, commit: head, site, pages }],
      because: `the docs at ${head.slice(0, 7)} have ${pages.length} pages, ${cut} of them new to us`,
    };
  },
});

/**
 * Cut the pages we have not met before and keep what came of it, so that a restart goes on where it was.
 * A file that GitHub does not hand out as text (binary, LFS pointer, too large) is kept as a page without sections.
 */
async function readPages(
  repository: RepositoryRef,
  head: string,
  files: readonly (PageRef & { readonly size: number })[],
  { github, knowledge, cutter }: Reads,
): Promise<number> {
  const known = await knowledge.knownPages(files.map(pageRef));
  const missing = new Map(files.filter((it) => !known.has(pageKey(it))).map((it) => [pageKey(it), it]));
  const count = missing.size;
  for await (const page of github.contents(repository, head, [...missing.values()])) {
    await knowledge.putPage(pageRef(page), await cutter.cut(page.path, page.bytes));
    missing.delete(pageKey(page));
  }
  for (const page of missing.values()) await knowledge.putPage(pageRef(page), []);
  return count;
}

function pageRef({ path, sha }: PageRef): PageRef {
  return { path, sha };
}

function samePages(some: readonly PageRef[], others: readonly PageRef[]): boolean {
  const keys = new Set(some.map(pageKey));
  return some.length === others.length && others.every((it) => keys.has(pageKey(it)));
}

function sameSite(one: DocsSite | undefined, other: DocsSite | undefined): boolean {
  return one?.url === other?.url && one?.root === other?.root && one?.ending === other?.ending;
}
