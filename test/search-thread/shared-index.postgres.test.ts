import { expect, it } from "vitest";
import type { Section } from "../../src/core/knowledge.ts";
import { createWorkerFinder } from "../../src/search-thread/worker-finder.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { KnowledgeStore } from "../../src/storage/knowledge-store.ts";
import { SnapshotStore } from "../../src/storage/snapshot-store.ts";
import { newPostgresDatabase } from "../helpers/test-postgres.ts";

const widgets = { id: 7, owner: "acme", name: "widgets", installation: 1 };
const webUrl = "https://github.com";
const proxy = { title: "How do I install behind a proxy?", body: "The installer cannot reach anything." };

function section(path: string, title: string, text: string): Section {
  return { path, anchor: "", headings: [title], title, text, code: "", links: [], aliases: [], line: 1 };
}

it("is built by whoever is asked, and what one process learns or forgets holds for all", async () => {
  const { url, drop } = await newPostgresDatabase();
  const place = { dataFolder: "", databaseUrl: url };
  const database = await openDatabase(place);
  const store = new KnowledgeStore(database, webUrl, () => new Date());
  const warnings: string[] = [];
  const log = { warn: (_: object, message: string) => warnings.push(message) };
  // Each has its own connections and memory, as in a process of its own.
  const finders = [0, 1].map(() => createWorkerFinder({ ...place, webUrl, log }));
  const pathsFound = async () =>
    Promise.all(finders.map(async (it) => (await it.find(widgets, proxy, 3)).map(({ item }) => item.url)));
  const publish = async (commit: string, ...sections: readonly Section[]) => {
    for (const it of sections) await store.putPage({ path: it.path, sha: commit }, [it]);
    const pages = sections.map(({ path }) => ({ path, sha: commit }));
    await store.publishDocs(widgets, commit, undefined, pages);
  };
  try {
    await publish("c1", section("docs/install.md", "Install behind a proxy", "Set HTTPS_PROXY before you install."));
    const [first, second] = await pathsFound();
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);

    await publish("c2", section("docs/proxy.md", "Install behind a proxy", "Set HTTPS_PROXY before you install."));
    const moved = await pathsFound();
    expect(moved[0]).not.toEqual(first);
    expect(moved[1]).toEqual(moved[0]);

    await store.forgetRepository(widgets);
    await new SnapshotStore(database).forgetRepository(widgets);
    expect(await pathsFound()).toEqual([[], []]);
    expect(warnings).toEqual([]);
  } finally {
    await Promise.all(finders.map((it) => it.close()));
    await database.close();
    await drop();
  }
});
