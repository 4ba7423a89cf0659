/**
 * What it takes to read docs: how many sections a second are split off, and what an import and a push cost in requests and
 * points. `node bench/indexing.ts [folder]` takes a real docs tree; without one, 2,000 pages are made up.
 */
import { readFolder } from "local-github-server/git";
import { createWorkerSplitter } from "../src/section-thread/worker-splitter.ts";
import { openDesk, type Desk } from "./desk.ts";
import { print } from "./figures.ts";
import { generatedDocs, type Page } from "./generated-docs.ts";

const folder = process.argv[2];
const docs = folder === undefined ? generatedDocs(2_000, { bytes: 4_000 }) : await readPages(folder);
console.log(folder === undefined ? "2,000 made-up pages of 4 kB\n" : `the docs in ${folder}\n`);
await split(docs);
await importAndPush(docs);

console.log("\n10,000 made-up pages of 1 kB\n");
const many = generatedDocs(10_000, { bytes: 1_000 });
await importAndPush(many, generatedDocs(10_000, { bytes: 1_000, edition: 2 }));

async function readPages(root: string): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const { path, mode, content } of readFolder(root)) {
    if (mode === "120000" || !/\.(?:md|mdx|markdown)$/i.test(path)) continue;
    pages.push({ path: `docs/${path}`, content: Buffer.from(content).toString("utf8") });
  }
  return pages;
}

/** On the app's own thread for it, one page after the other. */
async function split(pages: readonly Page[]): Promise<void> {
  const splitter = createWorkerSplitter();
  const start = performance.now();
  let sections = 0;
  let bytes = 0;
  for (const { path, content } of pages) {
    const page = Buffer.from(content);
    bytes += page.length;
    sections += (await splitter.split(path, page)).length;
  }
  const seconds = (performance.now() - start) / 1_000;
  await splitter.close();
  print(
    `split ${pages.length} pages, ${(bytes / 1e6).toFixed(1)} MB, ${sections} sections`,
    `${seconds.toFixed(1)} s: ${Math.round(sections / seconds)} sections/s, ${Math.round(bytes / 1e3 / seconds)} kB/s`,
  );
}

async function importAndPush(pages: readonly Page[], next?: readonly Page[]): Promise<void> {
  const desk = await openDesk(pages);
  try {
    await cost(desk, `first import of ${pages.length} pages`, async () => desk.install());
    for (const count of [1, 10]) {
      const changed = pages.slice(0, count).map((it) => ({ ...it, content: `${it.content}\nChanged ${count}.\n` }));
      await cost(desk, `a push that changes ${count}`, () => desk.push(changed));
    }
    if (next !== undefined) await cost(desk, `a push that changes ${next.length}`, () => desk.push(next));
  } finally {
    await desk.close();
  }
}

/** Time until the app is through with it, and its requests by operation. */
async function cost({ github, settle }: Desk, what: string, act: () => Promise<void>): Promise<void> {
  await settle();
  github.ledger.clear();
  const start = performance.now();
  await act();
  await settle();
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  const entries = github.ledger.list();
  const byOperation = Map.groupBy(entries, ({ operation }) => operation);
  const graphql = github.ledger.points({ kind: "graphql" });
  const rest = github.ledger.points({ kind: "rest" });
  print(what, `${seconds} s, ${entries.length} requests: ${graphql} points of GraphQL, ${rest} of REST`);
  console.log(`  ${[...byOperation].map(([name, { length }]) => `${length} × ${name}`).join(", ")}`);
}
