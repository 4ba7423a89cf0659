import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RepositoryRows } from "../../src/core/repository-rows.ts";
import type { ItemVectors } from "../../src/core/finder.ts";

export interface VectorWorld {
  readonly store: ItemVectors & RepositoryRows;
  close(): Promise<void>;
}

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 1 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };
const install = { id: "docs:install.md#", fingerprint: 2 ** 32 - 1, vector: Int8Array.of(127, -127, 0) };
const update = { id: "docs:update.md#", fingerprint: 0, vector: Int8Array.of(1, 2, 3) };

/** What every store of vectors keeps, whichever database is behind it. */
export function vectorStoreContract(adapter: string, open: () => Promise<VectorWorld>): void {
  describe(`the vector store on ${adapter}`, () => {
    let world: VectorWorld;

    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    it("gives back what was kept, for that repository and that model alone", async () => {
      const { store } = world;
      await store.keepVectors(widgets, "small", [install, update]);
      expect(await store.vectors(widgets, "small")).toEqual([install, update]);
      expect(await store.vectors(widgets, "large")).toEqual([]);
      expect(await store.vectors(gadgets, "small")).toEqual([]);
    });

    it("replaces an item's vector, and takes the last of two in one go", async () => {
      const { store } = world;
      await store.keepVectors(widgets, "small", [install]);
      const again = { ...install, fingerprint: 5, vector: Int8Array.of(3, 2, 1) };
      await store.keepVectors(widgets, "small", [install, again]);
      expect(await store.vectors(widgets, "small")).toEqual([again]);
      await store.keepVectors(widgets, "small", []);
      expect(await store.vectors(widgets, "small")).toEqual([again]);
    });

    it("drops what is not to be kept, and all of other models", async () => {
      const { store } = world;
      await store.keepVectors(widgets, "old", [install]);
      await store.keepVectors(widgets, "small", [install, update]);
      await store.keepVectors(gadgets, "old", [install]);
      await store.keepOnly(widgets, "small", new Set([update.id, "docs:new.md#"]));
      expect(await store.vectors(widgets, "small")).toEqual([update]);
      expect(await store.vectors(widgets, "old")).toEqual([]);
      expect(await store.vectors(gadgets, "old")).toEqual([install]);
    });

    it("forgets them with their repository, of whatever model", async () => {
      const { store } = world;
      const many = Array.from({ length: 250 }, (_, i) => ({ ...install, id: String(i) }));
      await store.keepVectors(widgets, "small", many);
      await store.keepVectors(widgets, "large", [update]);
      await store.keepVectors(gadgets, "small", [install]);
      await store.forgetRepository(widgets);
      expect(await store.vectors(widgets, "small")).toEqual([]);
      expect(await store.vectors(widgets, "large")).toEqual([]);
      expect(await store.vectors(gadgets, "small")).toEqual([install]);
    });

    it("holds more than fits one statement", async () => {
      const many = Array.from({ length: 1_300 }, (_, i) => ({
        id: `docs:${String(i).padStart(4, "0")}#`,
        fingerprint: i,
        vector: Int8Array.of(i % 100),
      }));
      await world.store.keepVectors(widgets, "small", many);
      expect(await world.store.vectors(widgets, "small")).toEqual(many);
      await world.store.keepOnly(widgets, "small", new Set());
      expect(await world.store.vectors(widgets, "small")).toEqual([]);
    });
  });
}
