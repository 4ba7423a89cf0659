import { setImmediate as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { RepositoryRef } from "../../src/core/discussion.ts";
import type { KnowledgeChanges, KnowledgeItem } from "../../src/core/knowledge.ts";
import { Shelf } from "../../src/search/shelf.ts";
import { ask, docs } from "./lantern-docs.ts";

/** A store of one log of changes per repository, which notes from which revision it was read. */
class ChangeLog {
  readonly reads: string[] = [];
  readonly #logs = new Map<number, { put: readonly KnowledgeItem[]; dropGroups: readonly string[] }[]>();
  failing = false;

  write(id: number, put: readonly KnowledgeItem[], dropGroups: readonly string[] = []): void {
    this.#logs.set(id, [...(this.#logs.get(id) ?? []), { put, dropGroups }]);
  }

  forget(id: number): void {
    this.#logs.delete(id);
  }

  async changesSince(repository: RepositoryRef, revision: number): Promise<KnowledgeChanges> {
    this.reads.push(`${repository.id}@${revision}`);
    const log = this.#logs.get(repository.id) ?? [];
    await pause();
    if (this.failing) throw new Error("The store is away.");
    const news = log.slice(revision);
    const dropGroups = news.flatMap(({ dropGroups }) => dropGroups);
    const later = (at: number, group: string) =>
      news.slice(at + 1).some(({ dropGroups }) => dropGroups.includes(group));
    const put = news.flatMap(({ put }, at) => put.filter(({ group }) => !later(at, group)));
    return { revision: log.length, dropGroups, put };
  }
}

function repository(id: number): RepositoryRef {
  return { id, owner: "lantern", name: `site-${id}`, installation: 1 };
}

const proxy = ask("install behind a proxy");

function world(mostItems?: number) {
  const store = new ChangeLog();
  const shelf = new Shelf({ store, pause, ...(mostItems !== undefined && { mostItems }) });
  const titleFor = async (id: number) => (await shelf.find(repository(id), proxy, 1))[0]?.item.title;
  return { store, shelf, titleFor };
}

const renamed = docs
  .filter(({ group }) => group === "page:docs/install.md")
  .map((item) => ({ ...item, title: item.title.replace("Behind a proxy", "Proxy servers") }));

describe("a shelf", () => {
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
    await pause();
    store.write(1, renamed, ["page:docs/install.md"]);
    const late = titleFor(1);
    expect(await early).toBe("Behind a proxy");
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

  it("starts afresh when the repository was forgotten and has come back", async () => {
    const { store, titleFor } = world();
    store.write(1, docs);
    store.write(1, []);
    expect(await titleFor(1)).toBe("Behind a proxy");
    store.forget(1);
    store.write(1, renamed);
    expect(await titleFor(1)).toBe("Proxy servers");
  });

  it("drops the least recently used repository when there are too many items, and loads it again when asked", async () => {
    const { store, titleFor } = world(docs.length * 2);
    for (const id of [1, 2, 3]) store.write(id, docs);
    for (const id of [1, 2, 1, 3, 1]) expect(await titleFor(id)).toBe("Behind a proxy");
    expect(store.reads).toEqual(["1@0", "2@0", "1@1", "3@0", "1@1"]);
    expect(await titleFor(2)).toBe("Behind a proxy");
    expect(store.reads.at(-1)).toBe("2@0");
  });

  it("lets other work run while it builds a large index", async () => {
    const store = new ChangeLog();
    const long = "Lantern builds static pages from Markdown. ".repeat(100);
    store.write(
      1,
      Array.from({ length: 100 }, (_, i) => ({ ...docs[0]!, id: `d${i}`, group: `g${i}`, body: long })),
    );
    let pauses = 0;
    const shelf = new Shelf({
      store,
      pause: () => {
        pauses++;
        return pause();
      },
    });
    await shelf.find(repository(1), proxy, 1);
    expect(pauses).toBeGreaterThanOrEqual(8);
  });
});
