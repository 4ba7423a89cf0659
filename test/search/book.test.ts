import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Book, type BookOptions } from "../../src/search/book.ts";
import { ChangeLog, SnapshotDrawer } from "./change-log.ts";
import { many } from "./many-docs.ts";

const repository = { id: 1, owner: "lantern", name: "site", installation: 1 };
const groups = [...new Set(many.map(({ group }) => group))];

function world(options: Partial<BookOptions> = {}) {
  const store = new ChangeLog();
  const snapshots = new SnapshotDrawer();
  const book = new Book({ store, snapshots, madeBy: "this version", pause: () => turn(), ...options });
  store.write(1, many);
  return { store, snapshots, book, follow: () => book.bringUpToDate(repository) };
}

/** Writes some of the pages again. */
function rewrite(store: ChangeLog, count: number): void {
  const some = new Set(groups.slice(0, count));
  const items = many.filter(({ group }) => some.has(group)).map((item) => ({ ...item, body: `${item.body} Again.` }));
  store.write(1, items, [...some]);
}

describe("a book", () => {
  it("fits a latent space when it is told, and again when more than a fifth has changed", async () => {
    const { store, book, follow } = world();
    await follow();
    expect([book.isWorthFitting, book.volume.latent]).toEqual([true, undefined]);
    await book.fit();
    expect(book.isWorthFitting).toBe(false);
    const { latent } = book.volume;
    expect(latent).toBeDefined();
    rewrite(store, groups.length / 10);
    await follow();
    expect([book.isWorthFitting, book.volume.latent]).toEqual([false, latent]);
    rewrite(store, groups.length / 5);
    await follow();
    expect(book.isWorthFitting).toBe(true);
  });

  it("gives new items a place in the space that is there", async () => {
    const { store, book, follow } = world();
    await follow();
    await book.fit();
    store.write(1, [{ ...many[1]!, id: "new", group: "new" }]);
    await follow();
    const { index, latent } = book.volume;
    const near = latent?.similarity([{ term: "proxi", mass: 1 }]) ?? (() => 0);
    expect(near(index.slotOf("new") ?? -1)).toBeCloseTo(near(index.slotOf(many[1]!.id) ?? -1), 1);
    expect(near(index.slotOf("new") ?? -1)).toBeGreaterThan(0.1);
  });

  it("stops fitting when the knowledge changes, and can fit after that", async () => {
    const { store, book, follow } = world();
    await follow();
    const fitting = book.fit();
    rewrite(store, 1);
    await follow();
    await fitting;
    expect([book.isWorthFitting, book.volume.latent]).toEqual([true, undefined]);
    await book.fit();
    expect(book.volume.latent).toBeDefined();
  });

  it("goes on fitting when nothing has changed", async () => {
    const { book, follow } = world();
    await follow();
    await Promise.all([book.fit(), follow(), follow()]);
    expect(book.volume.latent).toBeDefined();
  });

  it("is worth saving until it is saved", async () => {
    const { snapshots, book, follow } = world();
    expect(book.isWorthSaving).toBe(false);
    await follow();
    expect(book.isWorthSaving).toBe(true);
    await book.save(repository);
    expect([book.isWorthSaving, snapshots.kept.get(1)?.revision]).toEqual([false, 1]);
  });

  it("is still worth saving when the store would not have it", async () => {
    const refusing = { findSnapshot: () => Promise.resolve(undefined), keepSnapshot: () => Promise.resolve(false) };
    const { book, follow } = world({ snapshots: refusing });
    await follow();
    await book.save(repository);
    expect(book.isWorthSaving).toBe(true);
  });

  it("forgets half of a change, and takes all of it the next time", async () => {
    let isBroken = true;
    const pause = async () => {
      await turn();
      if (isBroken) throw new Error("Interrupted.");
    };
    const { store, book, follow } = world({ pause });
    store.write(
      1,
      Array.from({ length: 20 }, (_, i) => ({ ...many[0]!, id: `${i}`, body: "lantern ".repeat(1_000) })),
    );
    await expect(follow()).rejects.toThrow("Interrupted.");
    expect(book.size).toBe(0);
    isBroken = false;
    await follow();
    expect(book.size).toBe(many.length + 20);
  });
});
