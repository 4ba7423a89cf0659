import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SnapshotStore } from "../../src/storage/snapshot-store.ts";
import { openEmbeddingsServer, type EmbeddingsServer } from "../helpers/embeddings-server.ts";
import { finderWorld, install, logging, proxy, section, widgets } from "./finder-world.ts";

const world = finderWorld();

describe("finding on a thread", () => {
  it("finds what the app has stored, with texts, reasons and dates", async () => {
    await world.publish("c1", install, logging);
    await world.store.keepThreads(widgets, [
      {
        number: 3,
        title: "Install behind a proxy fails",
        question: "It cannot connect.",
        answer: "Set HTTPS_PROXY.",
        url: "https://github.com/acme/widgets/discussions/3",
        category: "Q&A",
        links: [],
        askedAt: "2026-01-01T00:00:00Z",
        answeredAt: "2026-01-02T00:00:00Z",
      },
    ]);
    const hits = await world.finder().find(widgets, proxy, 3);
    expect(hits.map(({ item }) => item.id).toSorted()).toEqual(["docs:docs/install.md#", "thread:3"]);
    const thread = hits.find(({ item }) => item.kind === "thread");
    expect(thread?.item.date).toEqual(new Date("2026-01-02T00:00:00Z"));
    expect(thread?.excerpt).toBe("Set HTTPS_PROXY.");
    expect(Object.values(thread?.parts ?? {}).reduce((sum, part) => sum + part, 0)).toBeCloseTo(thread?.score ?? 0, 6);
  });

  it("sees at once what is stored next", async () => {
    const its = world.finder();
    await world.publish("c1", logging);
    expect(await its.find(widgets, proxy, 3)).toEqual([]);
    await world.publish("c2", logging, install);
    expect((await its.find(widgets, proxy, 3)).map(({ item }) => item.id)).toEqual(["docs:docs/install.md#"]);
    await world.store.forgetRepository(widgets);
    expect(await its.find(widgets, proxy, 3)).toEqual([]);
  });

  it("gives each of many questions its own answer", async () => {
    await world.publish("c1", install, logging);
    const its = world.finder();
    const questions = [proxy, { title: "change the log level", body: "" }];
    const found = await Promise.all(
      Array.from({ length: 40 }, (_, i) => its.find(widgets, questions[i % 2] ?? proxy, 1)),
    );
    const paths = found.map(([hit]) => hit?.item.group);
    expect(paths).toEqual(Array.from({ length: 40 }, (_, i) => `page:docs/${i % 2 === 0 ? "install" : "logging"}.md`));
  });

  it("keeps a snapshot, which the next thread starts from", async () => {
    await world.publish("c1", install, logging);
    const before = await world.finder().find(widgets, proxy, 3);
    const snapshots = new SnapshotStore(world.database);
    while ((await snapshots.findSnapshot(widgets)) === undefined) await sleep(5);
    expect((await snapshots.findSnapshot(widgets))?.revision).toBe(1);
    expect(await world.finder().find(widgets, proxy, 3)).toEqual(before);
    expect(world.warnings).toEqual([]);
  });

  it("works while the app writes all the time", async () => {
    const its = world.finder();
    for (let round = 0; round < 20; round++) {
      const text = `Set HTTPS_PROXY. Edition ${round}.`;
      await world.publish(`c${round}`, logging, section("docs/install.md", "Install behind a proxy", text));
      const [[hit]] = await Promise.all([
        its.find(widgets, proxy, 1),
        world.store.keepThreads({ ...widgets, id: 8 }, []),
        world.store.putPage({ path: "other.md", sha: String(round) }, [logging]),
      ]);
      expect(hit?.item.body).toBe(text);
    }
    expect(world.warnings).toEqual([]);
  });
});

describe("a language model", () => {
  let server: EmbeddingsServer;
  const dark = section("docs/theme.md", "Theme", "Choose the dark one for the night, or install another.");
  const black = { title: "Can I install it in black?", body: "" };

  beforeEach(async () => {
    server = await openEmbeddingsServer([["dark", "night", "black"], ["invoice"]]);
    await world.publish("c1", dark, logging);
  });
  afterEach(() => server.close());

  it("adds what it knows to the finds, once it has read the items, each of them once", async () => {
    const its = world.finder({ embeddings: { url: server.url, model: "small", key: undefined } });
    const parts = async () => (await its.find(widgets, black, 1))[0]?.parts;
    expect(await parts()).not.toHaveProperty("semantic");
    while ((await parts())?.["semantic"] === undefined) await sleep(5);
    const read = server.requests.flatMap(({ input }) => input).filter((text) => text.startsWith("Theme"));
    expect(read).toHaveLength(1);
    // No word of this is in the docs but "install", which is in all of them.
    const [nearest] = await its.find(widgets, { title: "Install at night in black", body: "" }, 1);
    expect(nearest?.item.id).toBe("docs:docs/theme.md#");
    expect(world.warnings).toEqual([]);
  });

  it("may be away: the finds go on without", async () => {
    server.answer = () => ({ status: 503, body: "busy" });
    const its = world.finder({ embeddings: { url: server.url, model: "small", key: undefined } });
    expect((await its.find(widgets, black, 1))[0]?.item.id).toBe("docs:docs/theme.md#");
    expect(world.warnings).toEqual(["search goes without the language model, which is tried again every minute"]);
  });
});

describe("trouble on the thread", () => {
  it("rejects the finds under way when the thread dies, and works again with another one", async () => {
    const its = world.finder({ dataFolder: "/dev/null/nowhere" });
    const both = await Promise.allSettled([its.find(widgets, proxy, 1), its.find(widgets, proxy, 1)]);
    for (const one of both) {
      expect(one).toMatchObject({ status: "rejected", reason: { message: "The finder's thread has ended." } });
      expect(one).toMatchObject({ reason: { cause: { message: "unable to open database file" } } });
    }
    await expect(its.find(widgets, proxy, 1)).rejects.toThrow("has ended");
  });

  it("rejects a find that failed with its reason, and answers the next one", async () => {
    await world.publish("c1", install);
    const its = world.finder();
    await world.database.db.updateTable("pages").set({ sections: "no JSON" }).execute();
    await expect(its.find(widgets, proxy, 1)).rejects.toMatchObject({ name: "SyntaxError" });
    await world.publish("c2", install);
    expect(await its.find(widgets, proxy, 1)).toHaveLength(1);
  });
});

describe("closing", () => {
  it.each([50, 200, 400])("ends %d ms into a large build, and leaves nothing half behind", async (ms) => {
    const pages = Array.from({ length: 1_500 }, (_, i) =>
      section(`docs/${i}.md`, `Part ${i}`, "Lantern text. ".repeat(40)),
    );
    await world.publish("c1", ...pages, install);
    const its = world.finder();
    const found = Promise.allSettled([its.find(widgets, proxy, 1)]);
    await sleep(ms);
    await its.close();
    // A fast machine may be through by then.
    const [outcome] = await found;
    if (outcome.status === "rejected")
      expect(outcome.reason).toMatchObject({ message: expect.stringContaining("closed") });
    expect((await world.finder().find(widgets, proxy, 1))[0]?.item.id).toBe("docs:docs/install.md#");
  });

  it("rejects what is under way and what comes after", async () => {
    await world.publish("c1", install);
    const its = world.finder();
    const [found] = await Promise.allSettled([its.find(widgets, proxy, 1), its.close()]);
    expect(found).toMatchObject({ status: "rejected", reason: { message: expect.stringContaining("closed") } });
    await expect(its.find(widgets, proxy, 1)).rejects.toThrow("closed");
  });

  it("may happen twice, and without a find before", async () => {
    const its = world.finder();
    await its.close();
    await expect(its.close()).resolves.toBeUndefined();
  });

  it("leaves the database to the app", async () => {
    await world.publish("c1", install);
    const its = world.finder();
    await its.find(widgets, proxy, 1);
    await its.close();
    await world.publish("c2", install, logging);
    expect(await world.finder().find(widgets, proxy, 1)).toHaveLength(1);
  });
});
