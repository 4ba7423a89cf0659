import { setImmediate as pause } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RepositoryRef } from "../../src/core/discussion.ts";
import type { KnowledgeItem } from "../../src/core/knowledge.ts";
import { IndexPool, type IndexPoolOptions } from "../../src/search/index-pool.ts";
import { ChangeLog, SnapshotStore } from "./change-log.ts";
import { ask, docs } from "./lantern-docs.ts";
import { many } from "./many-docs.ts";

function repository(id: number): RepositoryRef {
  return { id, owner: "lantern", name: `site-${id}`, installation: 1 };
}

const proxy = ask("install behind a proxy");

function world(options: Partial<IndexPoolOptions> = {}) {
  const store = new ChangeLog();
  const snapshots = new SnapshotStore();
  const warnings: string[] = [];
  /** The pool of a process that starts now. */
  const open = (more: Partial<IndexPoolOptions> = {}): IndexPool =>
    new IndexPool({
      store,
      snapshots,
      madeBy: "this version",
      opinions: () => Promise.resolve(new Map()),
      yieldToEventLoop: () => pause(),
      log: { warn: (_, message) => warnings.push(message) },
      ...options,
      ...more,
    });
  const pool = open();
  const titleFor = async (id: number, on = pool) => (await on.find(repository(id), proxy, 1))[0]?.item.title;
  return { store, snapshots, warnings, pool, open, titleFor };
}

const renamed = docs
  .filter(({ group }) => group === "page:docs/install.md")
  .map((item) => ({ ...item, title: item.title.replace("Behind a proxy", "Proxy servers") }));

describe("an index pool", () => {
  it("finds nothing in a repository of which nothing is known", async () => {
    expect(await world().titleFor(1)).toBeUndefined();
  });

  it("finds what was stored before the question, and no longer what was replaced", async () => {
    const { store, titleFor } = world();
    store.write(1, docs);
    expect(await titleFor(1)).toBe("Behind a proxy");
    store.write(1, renamed, ["page:docs/install.md"]);
    expect(await titleFor(1)).toBe("Proxy servers");
    expect(store.reads).toEqual(["1@0", "1@1"]);
  });

  it("gives the texts of what it found, and a passage of them", async () => {
    const { store, pool } = world();
    store.write(1, docs);
    const [hit] = await pool.find(repository(1), proxy, 1);
    expect(hit?.item).toEqual(docs[1]);
    expect(hit?.excerpt).toContain("set HTTPS_PROXY before you install");
  });

  it("leaves out what went between finding and reading", async () => {
    const { store, open, titleFor } = world();
    store.write(1, docs);
    const items = async (...[of, ids]: Parameters<ChangeLog["items"]>) => {
      store.write(1, [], ["page:docs/install.md"]);
      return store.items(of, ids);
    };
    const late = open({ store: { changesSince: (...asked) => store.changesSince(...asked), items } });
    expect(await titleFor(1, late)).toBeUndefined();
  });

  it("keeps repositories apart", async () => {
    const { store, titleFor } = world();
    store.write(1, docs);
    store.write(2, renamed);
    expect(await Promise.all([titleFor(1), titleFor(2)])).toEqual(["Behind a proxy", "Proxy servers"]);
  });

  it("lets questions at the same time share one load", async () => {
    const { store, titleFor } = world();
    store.write(1, docs);
    const titles = await Promise.all([titleFor(1), titleFor(1), titleFor(1)]);
    expect(titles).toEqual(["Behind a proxy", "Behind a proxy", "Behind a proxy"]);
    expect(store.reads).toEqual(["1@0"]);
  });

  it("tells a question that comes during a load what was stored before it came", async () => {
    const { store, titleFor } = world();
    store.write(1, docs);
    const early = titleFor(1);
    for (let turn = 0; turn < 3; turn++) await pause();
    store.write(1, renamed, ["page:docs/install.md"]);
    const late = titleFor(1);
    // What the early one found is gone by the time its texts are read, or it waited for the late one's load.
    expect([undefined, "Behind a proxy", "Proxy servers"]).toContain(await early);
    expect(await late).toBe("Proxy servers");
  });

  it("passes on a failure of the store, and works again after it", async () => {
    const { store, titleFor } = world();
    store.write(1, docs);
    store.failing = true;
    await expect(titleFor(1)).rejects.toThrow("The store is away.");
    store.failing = false;
    expect(await titleFor(1)).toBe("Behind a proxy");
  });

  it("starts afresh when the store knows less than it did", async () => {
    const { store, titleFor } = world();
    store.write(1, docs);
    store.write(1, []);
    expect(await titleFor(1)).toBe("Behind a proxy");
    store.forget(1);
    store.write(1, renamed);
    expect(await titleFor(1)).toBe("Proxy servers");
  });

  it("counts what people thought of what it found", async () => {
    const { store, pool, open } = world();
    store.write(1, docs);
    const liked = new Map([["docs:docs/install.md#behind-a-proxy", { helpful: 9, unhelpful: 0 }]]);
    const withOpinions = open({ opinions: ({ id }) => Promise.resolve(id === 1 ? liked : new Map()) });
    const [before, after] = await Promise.all(
      [pool, withOpinions].map(async (it) => (await it.find(repository(1), proxy, 1))[0]),
    );
    expect(before?.parts).not.toHaveProperty("feedback");
    expect(after?.parts).toHaveProperty("feedback");
  });
});

describe("many repositories", () => {
  it("are evicted, least recently used first, and restored with the next find", async () => {
    const { store, pool, titleFor } = world({ maxItems: docs.length * 2 });
    for (const id of [1, 2, 3]) store.write(id, docs);
    for (const id of [1, 2, 1, 3, 1]) {
      expect(await titleFor(id)).toBe("Behind a proxy");
      await pool.settled();
    }
    expect(store.reads).toEqual(["1@0", "2@0", "1@1", "3@0", "1@1"]);
    store.write(2, renamed, ["page:docs/install.md"]);
    expect(await titleFor(2)).toBe("Proxy servers");
    expect(store.reads.at(-1)).toBe("2@1");
  });

  it("do not wait for the build of a large one", async () => {
    const { store, titleFor } = world();
    const long = "Lantern builds static pages from Markdown. ".repeat(100);
    store.write(
      1,
      Array.from({ length: 300 }, (_, i) => ({ ...docs[0]!, id: `d${i}`, group: `g${i}`, body: long })),
    );
    store.write(2, docs);
    const ended: number[] = [];
    await Promise.all([1, 2].map(async (id) => ended.push((await titleFor(id), id))));
    expect(ended).toEqual([2, 1]);
  });
});

describe("an index pool after a restart", () => {
  it("restores its snapshot and reads only what came since", async () => {
    const { store, pool, open, titleFor } = world();
    store.write(1, many);
    await titleFor(1);
    await pool.settled();
    const before = await pool.find(repository(1), proxy, 5);
    const next = open();
    expect(await next.find(repository(1), proxy, 5)).toEqual(before);
    store.write(1, [{ ...docs[1]!, id: "docs:new.md#", group: "page:new.md", body: "A carburettor needs no proxy." }]);
    const [found] = await next.find(repository(1), ask("carburettor"), 1);
    expect(found?.item.id).toBe("docs:new.md#");
    expect(store.reads).toEqual(["1@0", "1@1", "1@1", "1@1"]);
  });

  it.each<[string, (snapshots: SnapshotStore) => void, string]>([
    ["it is damaged", (snapshots) => snapshots.damage(1), "this version"],
    ["another version has made it", () => undefined, "the next version"],
    ["it is cut off", ({ kept }) => kept.set(1, { revision: 1, bytes: new Uint8Array(7) }), "this version"],
    ["it is another repository's", ({ kept }) => kept.set(1, { ...kept.get(1)!, revision: 7 }), "this version"],
  ])("builds the index again, and replaces the snapshot, where %s", async (_, change, madeBy) => {
    const { store, snapshots, pool, open, titleFor } = world();
    store.write(1, docs);
    await titleFor(1);
    await pool.settled();
    change(snapshots);
    const next = open({ madeBy });
    expect(await titleFor(1, next)).toBe("Behind a proxy");
    await next.settled();
    expect(await titleFor(1, open({ madeBy }))).toBe("Behind a proxy");
    expect(store.reads).toEqual(["1@0", "1@0", "1@1"]);
  });

  it("builds the index again where the snapshot knows more than the store", async () => {
    const { store, pool, open, titleFor } = world();
    store.write(1, docs);
    store.write(1, []);
    await titleFor(1);
    await pool.settled();
    store.forget(1);
    store.write(1, renamed);
    expect(await titleFor(1, open())).toBe("Proxy servers");
  });
});

describe("snapshots", () => {
  it("are kept again when a tenth has changed, and not before", async () => {
    const { store, snapshots, pool, titleFor } = world();
    const write = async (items: readonly KnowledgeItem[], groups: readonly string[]) => {
      store.write(1, items, groups);
      await titleFor(1);
      await pool.settled();
      return snapshots.kept.get(1)?.revision;
    };
    expect(await write(many, [])).toBe(1);
    const [first] = many;
    expect(await write([first!], [first!.group])).toBe(1);
    const groups = [...new Set(many.slice(0, many.length / 5).map(({ group }) => group))];
    expect(await write([], groups)).toBe(3);
  });

  it("may fail: finds go on, and the log tells", async () => {
    const { store, snapshots, warnings, pool, titleFor } = world();
    snapshots.failing = true;
    store.write(1, docs);
    expect(await titleFor(1)).toBe("Behind a proxy");
    await pool.settled();
    expect(warnings).toEqual(["an index could not be fitted or kept"]);
    expect(await titleFor(1)).toBe("Behind a proxy");
  });

  it("never change what is found, whatever came and went", async () => {
    const groups = [...new Set(docs.map(({ group }) => group))];
    const anyWrite = fc.record({ put: fc.subarray(groups), drop: fc.subarray(groups), restart: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(anyWrite, { minLength: 1, maxLength: 6 }), async (writes) => {
        const { store, open } = world();
        let pool = open();
        for (const { put, drop, restart } of writes) {
          store.write(
            1,
            docs.filter(({ group }) => put.includes(group)),
            [...drop, ...put],
          );
          await pool.find(repository(1), proxy, 5);
          await pool.settled();
          if (restart) pool = open();
        }
        const fresh = open({ snapshots: new SnapshotStore() });
        expect(await pool.find(repository(1), proxy, 5)).toEqual(await fresh.find(repository(1), proxy, 5));
      }),
      { numRuns: 30 },
    );
  });
});
