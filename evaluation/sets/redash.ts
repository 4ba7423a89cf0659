import { docsDocuments } from "./docs-documents.ts";
import type { EvaluationSet, ExtractedSet, SetDocument } from "./evaluation-set.ts";
import { type ForumPost, forumSet, type ForumThread } from "./forum-set.ts";
import type { GitTree } from "./git-tree.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { SetError } from "./set-error.ts";
import { treeAt } from "./tree-at.ts";

const site = "https://redash.io/help/";
const pagesFolder = "src/pages/kb/";

/** Categories in which people ask, and one of requests, which are answered with how it is done today. */
const questionCategories = new Set(["Support", "Self Hosted Redash Support", "Usage Support", "Uncategorized"]);
const kept = new Set([...questionCategories, "Feature Requests", "Tips, Tricks & Query Examples", "Development"]);

/** Questions of the forum of a dashboard for databases, answered by its help pages and by earlier threads. */
export const redash: EvaluationSet = {
  name: "redash",
  description:
    "Questions of the forum of Redash, a web application for queries and dashboards, answered by its help pages and by earlier threads.",
  sources: [
    {
      repository: "getredash/discourse-archive",
      commit: "9e1f5c2e26477e58986043c289e1630eaccd22f8",
      licence: "none given; the posts are their authors'",
      use: "threads of the forum as pages of HTML, 2014 to 2023",
    },
    {
      repository: "getredash/website",
      commit: "76cd1d1690bfe5418c290e1c7b01b19460e95a27",
      licence: "none given for the texts",
      use: "the help pages, src/pages/kb",
    },
  ],
  relation:
    "Relevant is what others than the asker linked in their first five replies: a section of the help with its anchor, a page of it (grade 1), an earlier thread. Addresses of the older help site lead to the page that names them. Threads before 2019-07 are the corpus and the train split.",
  checked:
    "28 pairs were read. 13 of 14 pages answer or say where to look; of 14 earlier threads 13 do, and one is of the same cause only.",
  extract: (trees) => extractRedash(treeAt(trees, 0), treeAt(trees, 1)),
};

async function extractRedash(archive: GitTree, website: GitTree): Promise<ExtractedSet> {
  const files = (await website.files(pagesFolder)).filter(({ path }) => path.endsWith(".md"));
  const pages = (await website.readAll(files)).map(({ path, text }) => ({
    path,
    text: withoutTags(text),
    name: path.slice(pagesFolder.length, -".md".length),
    aliases: [...text.matchAll(/^helpscout_url: *(\S+)/gmu)].flatMap(([, address = ""]) => articleOf(address) ?? []),
  }));
  const docs = pages
    .filter(({ name }) => !name.endsWith("_category"))
    .flatMap(({ path, text, name }): readonly SetDocument[] =>
      docsDocuments({ path, text, name, url: `${site}${name}` }),
    );
  const articles = new Map(
    pages.flatMap(({ name, aliases }) => aliases.map((article) => [article, `docs:${name}`] as const)),
  );
  return forumSet({
    docs,
    threads: await readThreads(archive),
    cut: "2019-07-01",
    withoutPages: new Set([
      "docs:user-guide/integrations-and-api/api",
      "docs:user-guide/querying/query-filters",
      "docs:open-source/dev-guide/write-a-query-runner",
    ]),
    documentAt: (address) => threadAt(address) ?? pageAt(address) ?? articles.get(articleOf(address) ?? ""),
  });
}

/** Liquid's tags: `{% callout info %}`. */
function withoutTags(text: string): string {
  return text.replaceAll(/\{%[^%\n]*%\}/gu, "");
}

/** Addresses of the first help site: `https://help.redash.io/article/43-download-query-results`. */
function articleOf(address: string): string | undefined {
  return /^https?:\/\/help\.redash\.io\/article\/(\d+)/u.exec(address)?.[1];
}

function pageAt(address: string): string | undefined {
  const [, page = "", anchor = ""] =
    /^https?:\/\/(?:www\.)?redash\.io\/help\/([^#?]*)(?:\?[^#]*)?(#[\w-]+)?/u.exec(address) ?? [];
  const name = page.replace(/(?:\.html)?\/?$/u, "");
  return name === "" ? undefined : `docs:${name}${anchor}`;
}

function threadAt(address: string): string | undefined {
  const [, id] =
    /^(?:https?:\/\/discuss\.redash\.io)?\/t\/(?:[^/\s]+\/)?(\d+)(?:[/?#]|$)/u.exec(address) ??
    /^(?:\.\.\/)+(?:t\/)?[^/\s]+\/(\d+)\.html/u.exec(address) ??
    [];
  return id === undefined ? undefined : `thread:${id}`;
}

async function readThreads(archive: GitTree): Promise<readonly ForumThread[]> {
  const files = (await archive.files("t")).filter(({ path }) => /^t\/[^/]+\/\d+\.html$/u.test(path));
  const threads = await archive.readAll(files);
  return threads.flatMap(({ path, text }) => readThread(path, text) ?? []);
}

/** A page of the archive as a thread; undefined for one of another category, and for a page that lists users or tags. */
function readThread(path: string, html: string): ForumThread | undefined {
  const category = metaOf("articleSection", html);
  if (!kept.has(category)) return undefined;
  const title = metaOf("headline", html);
  const posts = html
    .split('<div class="topic-body crawler-post"')
    .slice(1)
    .flatMap((post) => readPost(post) ?? []);
  if (title === "" || posts.length === 0) throw new SetError(`${path} is not a thread of Discourse.`);
  const [, slug = "", id = ""] = /^t\/([^/]+)\/(\d+)\.html$/u.exec(path) ?? [];
  return {
    id,
    title,
    url: `https://discuss.redash.io/t/${slug}/${id}`,
    posts,
    isQuestion: questionCategories.has(category),
  };
}

/** Undefined for what the forum itself says, as "closed": it has no text. */
function readPost(html: string): ForumPost | undefined {
  const author = /<span itemprop="name">([^<]*)<\/span>/u.exec(html)?.[1];
  const date = /datetime="([^"]+)"/u.exec(html)?.[1];
  const [, body] =
    /<div class="post" itemprop="(?:text|articleBody)">([\s\S]*?)<\/div>\s*<div itemprop="interactionStatistic"/u.exec(
      html,
    ) ?? [];
  if (author === undefined || date === undefined || body === undefined) return undefined;
  const links = [...body.matchAll(/<a [^>]*href="([^"]+)"/gu)].map(([, address = ""]) => entities(address));
  return { author, date, text: htmlToMarkdown(body), links };
}

/** In apostrophes where it holds a quotation mark. */
function metaOf(name: string, html: string): string {
  const found = new RegExp(`<meta content=("[^"]*"|'[^']*') itemprop="${name}"/>`, "u").exec(html)?.[1] ?? "";
  return entities(found.slice(1, -1));
}

function entities(text: string): string {
  const names: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/gu, (_all, name: string) => names[name] ?? "");
}
