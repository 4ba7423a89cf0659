import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RepositoryRef } from "../../src/core/discussion.ts";
import type { IndexSnapshots } from "../../src/core/finder.ts";
import type { RepositoryRows } from "../../src/core/repository-rows.ts";
import type { KnowledgeRecords } from "../../src/core/knowledge-records.ts";

/** An empty store of snapshots on one adapter, and the knowledge beside it. */
export interface SnapshotsWorld {
  readonly snapshots: IndexSnapshots & RepositoryRows;
  readonly knowledge: KnowledgeRecords;
  /** Pieces that are stored, of whatever snapshot. */
  pieces(): Promise<number>;
  /** Writes the beginning of a snapshot, as somebody does who is killed before its end. */
  keepHalf(repository: { readonly id: number }): Promise<void>;
  close(): Promise<void>;
}

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 1 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };

/** Changes a repository's knowledge; its new revision. */
async function change({ knowledge }: SnapshotsWorld, repository: RepositoryRef): Promise<number> {
  await knowledge.keepThreads(repository, []);
  return (await knowledge.changesSince(repository, 0)).revision;
}

/** Changes the knowledge and keeps a snapshot of it. */
async function keep(world: SnapshotsWorld, repository: RepositoryRef, bytes: Uint8Array): Promise<boolean> {
  return world.snapshots.keepSnapshot(repository, await change(world, repository), bytes);
}

/** In this order: a snapshot of knowledge that is gone is not begun. */
async function forget({ knowledge, snapshots }: SnapshotsWorld, repository: RepositoryRef): Promise<void> {
  await knowledge.forgetRepository(repository);
  await snapshots.forgetRepository(repository);
}

/** What is found, its bytes as their hash: comparing them one by one takes longer than all the rest. */
async function found({ snapshots }: SnapshotsWorld, repository: RepositoryRef): Promise<unknown> {
  const it = await snapshots.findSnapshot(repository);
  return it && { revision: it.revision, content: contentOf(it.bytes) };
}

function contentOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function content(length: number, seed: number): string {
  return contentOf(bytes(length, seed));
}

function bytes(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 31 + seed) & 255);
}

/** What every store of snapshots keeps, whichever database is behind it. */
export function snapshotStoreContract(adapter: string, open: () => Promise<SnapshotsWorld>): void {
  describe(`the snapshots on ${adapter}`, () => {
    let world: SnapshotsWorld;

    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    readingContract(() => world);
    interruptionContract(() => world);
  });
}

function readingContract(world: () => SnapshotsWorld): void {
  it("has none of a repository it does not know", async () => {
    expect(await found(world(), widgets)).toBeUndefined();
  });

  it.each([0, 1, 262_143, 262_144, 262_145, 1_500_000])("gives %d bytes back as they were", async (length) => {
    expect(await keep(world(), widgets, bytes(length, 1))).toBe(true);
    expect(await found(world(), widgets)).toEqual({ revision: 1, content: content(length, 1) });
  });

  it("keeps repositories apart, and one snapshot of each", async () => {
    await keep(world(), widgets, bytes(600_000, 1));
    await keep(world(), gadgets, bytes(10, 2));
    await keep(world(), widgets, bytes(300_000, 3));
    expect(await found(world(), widgets)).toEqual({ revision: 2, content: content(300_000, 3) });
    expect(await found(world(), gadgets)).toEqual({ revision: 1, content: content(10, 2) });
    expect(await world().pieces()).toBe(3);
  });

  it("takes none of knowledge that has changed since", async () => {
    await keep(world(), widgets, bytes(10, 1));
    await change(world(), widgets);
    for (const revision of [1, 3]) {
      expect(await world().snapshots.keepSnapshot(widgets, revision, bytes(10, 2))).toBe(false);
    }
    expect(await world().snapshots.keepSnapshot(gadgets, 0, bytes(10, 2))).toBe(false);
    expect(await found(world(), widgets)).toEqual({ revision: 1, content: content(10, 1) });
    expect(await world().pieces()).toBe(1);
  });
}

function interruptionContract(world: () => SnapshotsWorld): void {
  it("leaves the one before in place when its writer is killed, and sweeps up later", async () => {
    await keep(world(), widgets, bytes(600_000, 1));
    await world().keepHalf(widgets);
    expect(await found(world(), widgets)).toEqual({ revision: 1, content: content(600_000, 1) });
    await keep(world(), widgets, bytes(100, 2));
    expect(await found(world(), widgets)).toEqual({ revision: 2, content: content(100, 2) });
    expect(await world().pieces()).toBe(1);
  });

  it("has none when the writer of the first one is killed", async () => {
    await world().keepHalf(widgets);
    expect(await found(world(), widgets)).toBeUndefined();
    await world().snapshots.forgetRepository(widgets);
    expect(await world().pieces()).toBe(0);
  });

  it("takes several writers at once: one of them is read, whole", async () => {
    const revision = await change(world(), widgets);
    const seeds = [1, 2, 3, 4, 5];
    await Promise.all(seeds.map((it) => world().snapshots.keepSnapshot(widgets, revision, bytes(700_000, it))));
    const last = await world().snapshots.findSnapshot(widgets);
    expect(seeds.map((it) => content(700_000, it))).toContain(contentOf(last?.bytes ?? new Uint8Array()));
    expect(await world().pieces()).toBe(3);
  });

  it("is dropped with its repository, also when it is being written just then", async () => {
    await keep(world(), widgets, bytes(600_000, 1));
    await keep(world(), gadgets, bytes(5, 1));
    const revision = await change(world(), widgets);
    await Promise.all([
      world().snapshots.keepSnapshot(widgets, revision, bytes(2_000_000, 2)),
      forget(world(), widgets),
    ]);
    expect(await found(world(), widgets)).toBeUndefined();
    expect(await found(world(), gadgets)).toEqual({ revision: 1, content: content(5, 1) });
    expect(await world().pieces()).toBe(1);
  });
}
