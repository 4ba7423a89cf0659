import type { KnowledgeItem, Question } from "../../src/core/knowledge.ts";

/** The docs and answered threads of an invented static site builder, small as real young projects are. */

function section(path: string, context: string[], title: string, body: string, code = ""): KnowledgeItem {
  const anchor = context.length === 0 ? "" : title.toLowerCase().replace(/[^a-z0-9]+/gu, "-");
  const fragment = anchor === "" ? "" : `#${anchor}`;
  const url = `https://github.com/lantern/lantern/blob/HEAD/${path}${fragment}`;
  const id = `docs:${path}#${anchor}`;
  return {
    id,
    group: `page:${path}`,
    kind: "docs",
    title,
    context,
    aliases: [],
    body,
    code,
    answer: "",
    links: [],
    url,
  };
}

function thread(number: number, title: string, body: string, answer: string, links: string[] = []): KnowledgeItem {
  const id = `thread:${number}`;
  const url = `https://github.com/lantern/lantern/discussions/${number}`;
  return { id, group: id, kind: "thread", title, context: ["Q&A"], aliases: [], body, code: "", answer, links, url };
}

export const docs: readonly KnowledgeItem[] = [
  section(
    "docs/install.md",
    [],
    "Installation",
    "Lantern needs Node 20 or newer. Install the package and create a first site. Windows, macOS and Linux are supported.",
    "npm install --save-dev @lantern/cli\nnpx lantern init my-site",
  ),
  section(
    "docs/install.md",
    ["Installation"],
    "Behind a proxy",
    "When your company network uses a proxy, set HTTPS_PROXY before you install. Certificates of your own authority go into NODE_EXTRA_CA_CERTS.",
    "HTTPS_PROXY=http://proxy.example:3128 npm install",
  ),
  section(
    "docs/install.md",
    ["Installation"],
    "Upgrading from version 2",
    "Version 3 renamed the output folder from public to dist and dropped CommonJS plugins. Run the migration command once, then delete the cache.",
    "npx lantern migrate",
  ),
  section(
    "docs/configuration.md",
    [],
    "Configuration",
    "All settings live in lantern.config.ts at the root of the site. Unknown settings are refused with their position.",
    "export default defineConfig({ title: 'My site' })",
  ),
  section(
    "docs/configuration.md",
    ["Configuration"],
    "Base path",
    "If the site is not served from the root of its domain, as on GitHub Pages project sites, set basePath. Links and images are rewritten with this prefix; without it styles are missing after deployment.",
    "basePath: '/my-repository/'",
  ),
  section(
    "docs/configuration.md",
    ["Configuration"],
    "Environment variables",
    "Values from .env files are read at build time. Only names that start with LANTERN_PUBLIC_ reach the browser; everything else stays on the machine that builds.",
    "LANTERN_PUBLIC_ANALYTICS_ID=abc",
  ),
  section(
    "docs/content.md",
    [],
    "Writing content",
    "Pages are Markdown files in the content folder. Front matter sets the title, the date and whether the page is a draft.",
  ),
  section(
    "docs/content.md",
    ["Writing content"],
    "Drafts and scheduled posts",
    "A page with draft: true is left out of production builds and shown by the preview server. A date in the future keeps a post unpublished until the next build after it.",
  ),
  section(
    "docs/content.md",
    ["Writing content"],
    "Images",
    "Images beside a page are resized at build time and served as WebP and AVIF. Large photographs slow the first build; the results are cached in .lantern-cache.",
    "![A lighthouse](./lighthouse.jpg)",
  ),
  section(
    "docs/content.md",
    ["Writing content"],
    "Syntax highlighting",
    "Code fences are highlighted while building. Add languages and choose a dark and a light theme in the configuration.",
    "highlight: { themes: ['dusk', 'dawn'] }",
  ),
  section(
    "docs/plugins.md",
    [],
    "Plugins",
    "A plugin is a function that receives hooks. Plugins run in the order in which they are listed.",
    "plugins: [sitemap(), feed()]",
  ),
  section(
    "docs/plugins.md",
    ["Plugins"],
    "Search plugin",
    "Adds a search box. The index is made while building and loaded when the visitor opens the box, so that pages stay small.",
    "import { search } from '@lantern/search'",
  ),
  section(
    "docs/plugins.md",
    ["Plugins"],
    "Writing a plugin",
    "Use the hook onPageRendered to change the HTML of a page and onBuildFinished to write further files. The hook useContent gives components access to the parsed Markdown.",
    "export const shout = () => ({ onPageRendered: (page) => page })",
  ),
  section(
    "docs/deploy.md",
    [],
    "Deployment",
    "The dist folder is a plain static site. Any web server or object storage can serve it.",
  ),
  section(
    "docs/deploy.md",
    ["Deployment"],
    "GitHub Actions",
    "A workflow that builds on every push and publishes to GitHub Pages. Grant the workflow the pages: write permission.",
    "uses: lantern/deploy-action@v3",
  ),
  section(
    "docs/deploy.md",
    ["Deployment"],
    "Docker",
    "The image serves dist with nginx. Build it with --no-cache after an upgrade of the base image.",
    "docker build --no-cache -t my-site .",
  ),
  section(
    "docs/troubleshooting.md",
    [],
    "Troubleshooting",
    "First delete the .lantern-cache folder and build again with the --verbose flag.",
  ),
  section(
    "docs/troubleshooting.md",
    ["Troubleshooting"],
    "ERR_MODULE_NOT_FOUND",
    "Node reports this when an import has no file ending. Write the full file name, or set the module resolution of your editor to bundler.",
    "Error [ERR_MODULE_NOT_FOUND]: Cannot find module './theme'",
  ),
  section(
    "docs/troubleshooting.md",
    ["Troubleshooting"],
    "Out of memory",
    "Sites with more than ten thousand pages may exhaust the heap. Raise the limit or build in shards.",
    "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\nNODE_OPTIONS=--max-old-space-size=8192",
  ),
];

export const threads: readonly KnowledgeItem[] = [
  thread(
    11,
    "CSS gone after publishing to my project page",
    "Locally all is fine, but on github.io the styles and pictures give 404.",
    "Your site lives under a sub-folder there, so the prefix has to be set.",
    ["https://github.com/lantern/lantern/blob/main/docs/configuration.md#base-path"],
  ),
  thread(
    12,
    "Can I show a table of contents on each page?",
    "I would love a sidebar with the headings.",
    "Yes: put the Toc component into your layout; it reads the headings of the page.",
  ),
  thread(
    13,
    "Post with tomorrow's date is not shown",
    "I wrote an article dated tomorrow and it does not appear anywhere.",
    "Posts from the future wait for a build after their date; run a nightly workflow.",
    ["https://github.com/lantern/lantern/blob/main/docs/content.md#drafts-and-scheduled-posts"],
  ),
  thread(
    14,
    "Windows: watch mode uses 100 % of the processor",
    "The dev server burns a core when my antivirus is on.",
    "Exclude the cache folder from the antivirus and set watch.polling to false.",
  ),
];

export const lantern: readonly KnowledgeItem[] = [...docs, ...threads];

export function ask(title: string, body = "", thread?: number): Question {
  return { title, body, ...(thread !== undefined && { thread }) };
}
