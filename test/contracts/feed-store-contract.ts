import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Feed } from "../../src/features/calendar-feed/feed.ts";
import type { FeedRecords } from "../../src/features/calendar-feed/store/feed-records.ts";
import { someFeed, somePublished } from "../features/calendar-feed/some-published.ts";
import { someSession } from "../session-calendar/some-session.ts";

const widgets = { id: 2 ** 40 };
const gadgets = { id: 7 };
const first = somePublished(someSession());
const second = somePublished(someSession({ series: "other", start: new Date("2026-12-01T13:00:00Z") }));

/** An empty store on one adapter. */
export interface FeedWorld {
  readonly store: FeedRecords;
  close(): Promise<void>;
}

/** What every store of calendars keeps, whichever database is behind it. */
export function feedStoreContract(adapter: string, open: () => Promise<FeedWorld>): void {
  describe(`the store of calendars on ${adapter}`, () => {
    let store: FeedRecords;
    let close: () => Promise<void>;
    const keep = (repository: { readonly id: number }, feed: Feed = someFeed, changed = [first, second]) =>
      store.keepFeed(repository, { feed, changed, gone: [] });

    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    it("gives back what was kept last of each repository, its sessions by their end", async () => {
      expect(await store.findFeed(widgets)).toBeUndefined();
      expect(await store.publishedSessions(widgets)).toEqual([]);
      await keep(widgets);
      await keep(widgets);
      await keep(gadgets, { ...someFeed, state: "off" }, []);
      expect(await store.findFeed(widgets)).toEqual(someFeed);
      expect(await store.publishedSessions(widgets)).toEqual([second, first]);
      expect(await store.publishedSessions(widgets, new Date("2026-12-01T14:00:00Z"))).toEqual([first]);
      expect(await store.findFeed(gadgets)).toMatchObject({ state: "off" });
      expect(await store.publishedSessions(gadgets)).toEqual([]);
    });

    it("changes the sessions that changed, leaves out those that are gone, and leaves the others alone", async () => {
      await keep(widgets);
      const later = somePublished(someSession({ start: new Date("2027-01-01T09:00:00Z"), key: first.session.key }), {
        status: "cancelled",
        sequence: 4,
      });
      const { series } = second.session;
      const gone = [second.as, "2020-01-01T00:00Z"].map((as) => ({ series, as }));
      await store.keepFeed(widgets, { feed: { ...someFeed, revision: 4 }, changed: [later], gone });
      expect(await store.publishedSessions(widgets, new Date("2026-12-31T00:00:00Z"))).toEqual([later]);
      expect(await store.publishedSessions(widgets)).toEqual([later]);
    });

    it("knows by every name under which a calendar was published whose it is, the latest first", async () => {
      await keep(widgets, { ...someFeed, repository: "Acme/Old", at: "2026-11-01T00:00:00.000Z" });
      await keep(widgets, { ...someFeed, repository: "acme/new", at: "2026-11-02T00:00:00.000Z" });
      expect(await store.findByName("acme/OLD")).toBe(widgets.id);
      expect(await store.findByName("acme/new")).toBe(widgets.id);
      expect(await store.findByName("acme/else")).toBeUndefined();
      await keep(gadgets, { ...someFeed, repository: "acme/old", at: "2026-11-03T00:00:00.000Z" });
      expect(await store.findByName("acme/old")).toBe(gadgets.id);
    });

    it("keeps what became of the branch, while the calendar has the branch of that name", async () => {
      const branch = { name: "hours", wanted: 3 };
      const written = { ...branch, written: 3, head: "abc", at: "2026-11-29T10:00:00.000Z" };
      await store.keepFeedBranch(widgets, written);
      expect(await store.findFeed(widgets)).toBeUndefined();
      await keep(widgets, { ...someFeed, branch });
      await store.keepFeedBranch(widgets, written);
      await store.keepFeedBranch(widgets, { ...written, name: "other" });
      expect(await store.findFeed(widgets)).toEqual({ ...someFeed, branch: written });
    });

    it("forgets a repository and no other", async () => {
      await keep(widgets);
      await keep(gadgets, { ...someFeed, repository: "acme/gadgets" });
      await store.forgetRepository(widgets);
      await store.forgetRepository(widgets);
      expect(await store.findFeed(widgets)).toBeUndefined();
      expect(await store.publishedSessions(widgets)).toEqual([]);
      expect(await store.findByName("acme/widgets")).toBeUndefined();
      expect(await store.publishedSessions(gadgets)).toEqual([second, first]);
      expect(await store.findByName("acme/gadgets")).toBe(gadgets.id);
    });
  });
}
