import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Section } from "../../src/core/knowledge.ts";
import type { FinderSettings } from "../../src/search-thread/compose-finder.ts";
import { createWorkerFinder, type WorkerFinder } from "../../src/search-thread/worker-finder.ts";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { KnowledgeStore } from "../../src/storage/knowledge-store.ts";
import { makeModelFolder, modelOf, type TestModelFolder } from "../helpers/sentence-model/model-folder.ts";
import { dataFolder, type DataFolder } from "../contracts/data-folder.ts";

const widgets = { id: 7, owner: "acme", name: "widgets", installation: 1 };
const webUrl = "https://github.com";
const proxy = { title: "How do I install behind a proxy?", body: "The installer cannot reach anything." };

let data: DataFolder;
let database: Database;
let store: KnowledgeStore;
let warnings: string[];
const open: WorkerFinder[] = [];

beforeEach(async () => {
  data = await dataFolder();
  database = await openDatabase({ dataFolder: data.folder });
  store = new KnowledgeStore(database, webUrl, () => new Date());
  warnings = [];
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((it) => it.close()));
  await database.close();
  await data.remove();
});

function finder(more: Partial<FinderSettings> = {}): WorkerFinder {
  const log = { warn: (_: object, message: string) => warnings.push(message) };
  const made = createWorkerFinder({ dataFolder: data.folder, webUrl, log, ...more });
  open.push(made);
  return made;
}

function section(path: string, title: string, text: string): Section {
  return { path, anchor: "", headings: [title], title, text, code: "", links: [], aliases: [], line: 1 };
}

/** Publishes pages of one section each, in place of those before. */
async function publish(commit: string, ...sections: readonly Section[]): Promise<void> {
  const pages = sections.map(({ path }) => ({ path, sha: commit }));
  for (const it of sections) await store.putPage({ path: it.path, sha: commit }, [it]);
  await store.publishDocs(widgets, commit, undefined, pages);
}

const install = section("docs/install.md", "Install behind a proxy", "Set HTTPS_PROXY before you run the installer.");
const logging = section("docs/logging.md", "Change the log level", "Pass --log-level debug to see every request.");

describe("a model in the process", () => {
  let model: TestModelFolder;
  const theme = section("docs/theme.md", "Theme", "Choose the dark one.");
  const question = { title: "Can I have it black at night?", body: "" };

  beforeEach(async () => {
    model = await makeModelFolder();
    await publish("c1", theme, install, logging);
  });
  afterEach(() => model.remove());

  const nearest = async (its: WorkerFinder) => (await its.find(widgets, question, 1))[0];
  /** What is found once the model has read the items. */
  async function found(its: WorkerFinder) {
    for (;;) {
      const hit = await nearest(its);
      if (hit?.parts["semantic"] !== undefined) return hit;
      await sleep(5);
    }
  }

  it("finds what other words say, and reads nothing twice over restarts", async () => {
    // No word of the question is in the docs.
    expect(await nearest(finder())).toBeUndefined();
    const hit = await found(finder({ embeddings: { folder: model.folder } }));
    expect(hit.item.id).toBe("docs:docs/theme.md#");
    const kept = () => database.db.selectFrom("item_vectors").selectAll().orderBy("item").execute();
    const before = await kept();
    expect(before).toHaveLength(3);
    // The first find of another thread has them already.
    expect((await nearest(finder({ embeddings: { folder: model.folder } })))?.item.id).toBe("docs:docs/theme.md#");
    expect(await kept()).toEqual(before);
    expect(warnings).toEqual([]);
  });

  it("makes its vectors anew when another model lies in the folder", async () => {
    await found(finder({ embeddings: { folder: model.folder } }));
    const topics = [["dark", "night", "black"], ["invoice"], ["bill", "receipt"]];
    await model.write({ "onnx/model.onnx": modelOf(topics) });
    const its = finder({ embeddings: { folder: model.folder } });
    // The vectors of the other model are of no use, and those of this one have a number more.
    const lengths = async () =>
      (await database.db.selectFrom("item_vectors").select("vector").execute()).map((it) => it.vector.byteLength);
    await found(its);
    while ((await lengths()).some((it) => it !== 3)) await sleep(5);
    expect(await lengths()).toEqual([3, 3, 3]);
  });

  it("may be gone: the finds go on without, and it is told once", async () => {
    await model.remove();
    const its = finder({ embeddings: { folder: model.folder } });
    for (let i = 0; i < 3; i++) {
      expect((await its.find(widgets, proxy, 1))[0]?.item.id).toBe("docs:docs/install.md#");
    }
    expect(warnings).toEqual(["search goes without the language model, which is tried again every minute"]);
  });

  it.each([0, 50])("closes %d ms into its reading, and leaves the process alone", async (ms) => {
    const pages = Array.from({ length: 300 }, (_, i) =>
      section(`docs/${i}.md`, `Part ${i}`, "Dark night. ".repeat(150)),
    );
    await publish("c2", ...pages, theme);
    const its = finder({ embeddings: { folder: model.folder } });
    await nearest(its);
    await sleep(ms);
    await its.close();
    // Another thread goes on where this one was.
    expect((await found(finder({ embeddings: { folder: model.folder } }))).parts["semantic"]).toBeGreaterThan(0);
  });

  it("serves two threads at once", async () => {
    const both = [0, 1].map(() => found(finder({ embeddings: { folder: model.folder } })));
    for (const hit of await Promise.all(both)) expect(hit.item.id).toBe("docs:docs/theme.md#");
  });
});
