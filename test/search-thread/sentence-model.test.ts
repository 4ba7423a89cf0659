import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type WorkerFinder } from "../../src/search-thread/worker-finder.ts";
import { makeModelFolder, modelOf, type TestModelFolder } from "../helpers/sentence-model/model-folder.ts";
import { finderWorld, install, logging, proxy, section, widgets } from "./finder-world.ts";

const world = finderWorld();

describe("a model in the process", () => {
  let model: TestModelFolder;
  const theme = section("docs/theme.md", "Theme", "Choose the dark one.");
  const question = { title: "Can I have it black at night?", body: "" };

  beforeEach(async () => {
    model = await makeModelFolder();
    await world.publish("c1", theme, install, logging);
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
    expect(await nearest(world.finder())).toBeUndefined();
    const hit = await found(world.finder({ embeddings: { folder: model.folder } }));
    expect(hit.item.id).toBe("docs:docs/theme.md#");
    const kept = () => world.database.db.selectFrom("item_vectors").selectAll().orderBy("item").execute();
    const before = await kept();
    expect(before).toHaveLength(3);
    // The first find of another thread has them already.
    expect((await nearest(world.finder({ embeddings: { folder: model.folder } })))?.item.id).toBe(
      "docs:docs/theme.md#",
    );
    expect(await kept()).toEqual(before);
    expect(world.warnings).toEqual([]);
  });

  it("makes its vectors anew when another model lies in the folder", async () => {
    await found(world.finder({ embeddings: { folder: model.folder } }));
    const topics = [["dark", "night", "black"], ["invoice"], ["bill", "receipt"]];
    await model.write({ "onnx/model.onnx": modelOf(topics) });
    const its = world.finder({ embeddings: { folder: model.folder } });
    // The vectors of the other model are of no use, and those of this one have a number more.
    const lengths = async () =>
      (await world.database.db.selectFrom("item_vectors").select("vector").execute()).map((it) => it.vector.byteLength);
    await found(its);
    while ((await lengths()).some((it) => it !== 3)) await sleep(5);
    expect(await lengths()).toEqual([3, 3, 3]);
  });

  it("may be gone: the finds go on without, and it is told once", async () => {
    await model.remove();
    const its = world.finder({ embeddings: { folder: model.folder } });
    for (let i = 0; i < 3; i++) {
      expect((await its.find(widgets, proxy, 1))[0]?.item.id).toBe("docs:docs/install.md#");
    }
    expect(world.warnings).toEqual(["search goes without the language model, which is tried again every minute"]);
  });

  it.each([0, 50])("closes %d ms into its reading, and leaves the process alone", async (ms) => {
    const pages = Array.from({ length: 300 }, (_, i) =>
      section(`docs/${i}.md`, `Part ${i}`, "Dark night. ".repeat(150)),
    );
    await world.publish("c2", ...pages, theme);
    const its = world.finder({ embeddings: { folder: model.folder } });
    await nearest(its);
    await sleep(ms);
    await its.close();
    // Another thread goes on where this one was.
    expect((await found(world.finder({ embeddings: { folder: model.folder } }))).parts["semantic"]).toBeGreaterThan(0);
  });

  it("serves two threads at once", async () => {
    const both = [0, 1].map(() => found(world.finder({ embeddings: { folder: model.folder } })));
    for (const hit of await Promise.all(both)) expect(hit.item.id).toBe("docs:docs/theme.md#");
  });
});
