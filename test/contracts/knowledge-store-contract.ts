import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StaleError } from "../../src/core/errors.ts";
import {
  pageKey,
  type AnsweredThread,
  type KnowledgeItem,
  type PageRef,
  type Section,
} from "../../src/core/knowledge.ts";
import type { Clock } from "../../src/core/clock.ts";
import type { KnowledgeRecords } from "../../src/core/knowledge-records.ts";
import { faqKnowledgeContract } from "./faq-knowledge-contract.ts";
import { issue, issuesContract } from "./known-issues-contract.ts";
import { itemsContract } from "./knowledge-items-contract.ts";

/** An empty store on one adapter. */
export interface KnowledgeWorld {
  readonly store: KnowledgeRecords;
  close(): Promise<void>;
}

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 1 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };
const site = { url: "https://d.example", root: "docs", ending: "" as const };
const dayMs = 86_400_000;

/** What every store of knowledge keeps, whichever database is behind it. Its GitHub is `https://github.com`. */
export function knowledgeStoreContract(adapter: string, open: (now: Clock) => Promise<KnowledgeWorld>): void {
  describe(`the knowledge store on ${adapter}`, () => {
    let world: KnowledgeWorld;
    let now: number;

    beforeEach(async () => {
      now = Date.UTC(2026, 0, 5);
      world = await open(() => new Date(now));
    });
    afterEach(() => world.close());
    const store = (): KnowledgeRecords => world.store;

    pagesContract(store, (ms) => {
      now += ms;
    });
    docsContract(store);
    threadsContract(store);
    issuesContract(store);
    itemsContract(store);
    revisionsContract(store);
    faqKnowledgeContract(store);
  });
}

function page(path: string, sha = "1"): PageRef {
  return { path, sha };
}

function section(path: string, over: Partial<Section> = {}): Section {
  return {
    path,
    anchor: "install",
    headings: ["Guide", "Install"],
    title: "Install",
    text: "Run it.",
    code: "npm i",
    links: ["docs/b.md#x"],
    aliases: ["setup"],
    line: 3,
    ...over,
  };
}

function thread(number: number, over: Partial<AnsweredThread> = {}): AnsweredThread {
  return {
    number,
    title: "How?",
    question: "Tell me",
    answer: "So",
    url: `https://github.com/acme/widgets/discussions/${number}`,
    category: "Q&A",
    links: ["https://example.com/"],
    askedAt: "2026-01-01T00:00:00Z",
    answeredAt: "2026-01-02T00:00:00Z",
    ...over,
  };
}

/** Gather and publish pages of one section each. */
async function publish(store: KnowledgeRecords, commit: string, ...pages: readonly PageRef[]): Promise<void> {
  for (const it of pages) await store.putPage(it, [section(it.path, { text: `content ${it.sha}` })]);
  await store.publishDocs(widgets, commit, undefined, pages);
}

function pagesContract(store: () => KnowledgeRecords, pass: (ms: number) => void): void {
  it("knows a page by its path and content", async () => {
    await store().putPage(page("a.md", "1"), [section("a.md")]);
    await store().putPage(page("b.md", "2"), []);
    const asked = [page("a.md", "1"), page("a.md", "2"), page("b.md", "1"), page("b.md", "2"), page("c.md", "1")];
    expect(await store().knownPages(asked)).toEqual(new Set([page("a.md", "1"), page("b.md", "2")].map(pageKey)));
    expect(await store().knownPages([])).toEqual(new Set());
  });

  it("forgets a content that no docs have any more, but none that is being gathered", async () => {
    await publish(store(), "c1", page("a.md", "1"), page("b.md", "1"));
    await store().putPage(page("c.md", "9"), []);
    await publish(store(), "c2", page("a.md", "2"));
    const asked = [page("a.md", "1"), page("a.md", "2"), page("b.md", "1"), page("c.md", "9")];
    expect(await store().knownPages(asked)).toEqual(new Set([page("a.md", "2"), page("c.md", "9")].map(pageKey)));
  });

  it("keeps a content that other docs still have", async () => {
    await publish(store(), "c1", page("a.md"));
    await store().publishDocs(gadgets, "g1", undefined, [page("a.md")]);
    await store().publishDocs(widgets, "c2", undefined, []);
    expect((await store().changesSince(gadgets, 0)).put).toHaveLength(1);
    await store().forgetRepository(gadgets);
    expect(await store().knownPages([page("a.md")])).toEqual(new Set());
  });

  it("sweeps up what was gathered more than a week ago and never published", async () => {
    await store().putPage(page("old.md"), []);
    pass(6 * dayMs);
    await store().putPage(page("young.md"), []);
    pass(1.5 * dayMs);
    await publish(store(), "c1", page("a.md"));
    pass(30 * dayMs);
    await store().putPage(page("again.md"), []);
    expect(await store().knownPages([page("old.md"), page("young.md"), page("a.md")])).toEqual(
      new Set([page("young.md"), page("a.md")].map(pageKey)),
    );
    await store().publishDocs(widgets, "c2", undefined, [page("a.md")]);
    expect(await store().knownPages([page("again.md"), page("young.md"), page("a.md")])).toEqual(
      new Set([page("again.md"), page("a.md")].map(pageKey)),
    );
  });
}

function docsContract(store: () => KnowledgeRecords): void {
  it("makes an item of each section, with what a person reads and where", async () => {
    const top = section("docs/a.md", { anchor: "", headings: ["Guide"], title: "Guide", code: "" });
    await store().putPage(page("docs/a.md"), [top, section("docs/a.md")]);
    await store().publishDocs(widgets, "c1", undefined, [page("docs/a.md")]);
    const common = { group: "page:docs/a.md", kind: "docs", aliases: ["setup"], body: "Run it.", answer: "" };
    const url = "https://github.com/acme/widgets/blob/HEAD/docs/a.md";
    expect(await store().changesSince(widgets, 0)).toEqual({
      revision: 1,
      dropGroups: [],
      put: [
        { ...common, id: "docs:docs/a.md#", title: "Guide", context: [], code: "", links: ["docs/b.md#x"], url },
        {
          ...common,
          id: "docs:docs/a.md#install",
          title: "Install",
          context: ["Guide"],
          code: "npm i",
          links: ["docs/b.md#x"],
          url: `${url}#install`,
        },
      ],
    });
  });

  it("gives sections that share an anchor ids of their own", async () => {
    await store().putPage(page("a.md"), [section("a.md"), section("a.md"), section("a.md")]);
    await store().publishDocs(widgets, "c1", undefined, [page("a.md")]);
    const ids = (await store().changesSince(widgets, 0)).put.map((item) => item.id);
    expect(ids).toEqual(["docs:a.md#install", "docs:a.md#install~2", "docs:a.md#install~3"]);
  });

  it("tells what is published, in the order of paths", async () => {
    expect(await store().findPublished(widgets)).toBeUndefined();
    await store().putPage(page("b.md"), []);
    await store().putPage(page("a.md"), []);
    await store().publishDocs(widgets, "c1", site, [page("b.md"), page("a.md")]);
    expect(await store().findPublished(widgets)).toEqual({ commit: "c1", site, pages: [page("a.md"), page("b.md")] });
    await store().publishDocs(widgets, "c2", undefined, []);
    expect(await store().findPublished(widgets)).toEqual({ commit: "c2", site: undefined, pages: [] });
    expect(await store().findPublished(gadgets)).toBeUndefined();
  });

  it("publishes nothing when one of the pages is not stored", async () => {
    await publish(store(), "c1", page("a.md"));
    await expect(store().publishDocs(widgets, "c2", undefined, [page("gone.md")])).rejects.toThrow(StaleError);
    expect(await store().findPublished(widgets)).toMatchObject({ commit: "c1", pages: [page("a.md")] });
    expect((await store().changesSince(widgets, 0)).put).toHaveLength(1);
  });

  it.each([
    ["the site is another one", widgets, site, "https://d.example/a#install"],
    [
      "the repository has another name",
      { ...widgets, name: "gizmos" },
      undefined,
      "https://github.com/acme/gizmos/blob/HEAD/docs/a.md#install",
    ],
  ])("tells all pages anew when %s", async (_, repository, nextSite, url) => {
    await publish(store(), "c1", page("docs/a.md"));
    const { revision } = await store().changesSince(widgets, 0);
    await store().publishDocs(repository, "c2", nextSite, [page("docs/a.md")]);
    expect(await store().changesSince(repository, revision)).toMatchObject({
      dropGroups: ["page:docs/a.md"],
      put: [{ id: "docs:docs/a.md#install", url }],
    });
  });

  it("keeps any text as it is", async () => {
    const hostile = "a\0b \ud800 `'); drop table pages; --";
    await store().putPage(page("a.md"), [section("a.md", { text: hostile, title: hostile, aliases: [hostile] })]);
    await store().publishDocs(widgets, "c1", undefined, [page("a.md")]);
    expect((await store().changesSince(widgets, 0)).put).toMatchObject([
      { body: hostile, title: hostile, aliases: [hostile] },
    ]);
  });

  it("takes docs of many pages", async () => {
    const pages = Array.from({ length: 2_345 }, (_, index) => page(`docs/${index}.md`));
    await publish(store(), "c1", ...pages);
    expect((await store().findPublished(widgets))?.pages).toHaveLength(2_345);
    const { put, revision } = await store().changesSince(widgets, 0);
    expect(new Set(put.map((item) => item.group)).size).toBe(2_345);
    await store().publishDocs(widgets, "c2", undefined, pages.slice(0, 5));
    expect((await store().changesSince(widgets, revision)).dropGroups).toHaveLength(2_340);
    expect(await store().knownPages(pages)).toEqual(new Set(pages.slice(0, 5).map(pageKey)));
  });
}

function threadsContract(store: () => KnowledgeRecords): void {
  it("makes an item of an answered thread", async () => {
    await store().keepThreads(widgets, [thread(12)]);
    expect((await store().changesSince(widgets, 0)).put).toEqual([
      {
        id: "thread:12",
        group: "thread:12",
        kind: "thread",
        title: "How?",
        context: ["Q&A"],
        aliases: [],
        body: "Tell me",
        code: "",
        answer: "So",
        links: ["https://example.com/"],
        date: new Date("2026-01-02T00:00:00Z"),
        url: "https://github.com/acme/widgets/discussions/12",
      },
    ]);
  });

  it("tells a thread again only when it has changed", async () => {
    await store().keepThreads(widgets, [thread(1), thread(2)]);
    const { revision } = await store().changesSince(widgets, 0);
    await store().keepThreads(widgets, [thread(1), thread(2, { answer: "Better so" })]);
    expect(await store().changesSince(widgets, revision)).toMatchObject({
      dropGroups: ["thread:2"],
      put: [{ id: "thread:2", answer: "Better so" }],
    });
  });

  it("forgets a thread, and takes it back", async () => {
    await store().keepThreads(widgets, [thread(1)]);
    const { revision } = await store().changesSince(widgets, 0);
    await store().forgetThread(widgets, 1);
    await store().forgetThread(widgets, 99);
    const after = await store().changesSince(widgets, revision);
    expect(after).toMatchObject({ dropGroups: ["thread:1"], put: [] });
    await store().keepThreads(widgets, [thread(1)]);
    expect((await store().changesSince(widgets, after.revision)).put).toMatchObject([{ id: "thread:1" }]);
  });
}

function revisionsContract(store: () => KnowledgeRecords): void {
  it("has nothing to tell of a repository it does not know, nor when nothing happened", async () => {
    expect(await store().changesSince(widgets, 0)).toEqual({ revision: 0, dropGroups: [], put: [] });
    await store().keepThreads(widgets, [thread(1)]);
    const { revision } = await store().changesSince(widgets, 0);
    expect(await store().changesSince(widgets, revision)).toEqual({ revision, dropGroups: [], put: [] });
    expect(await store().changesSince(gadgets, 0)).toEqual({ revision: 0, dropGroups: [], put: [] });
  });

  it("tells a reader who is ahead of it how far it is", async () => {
    expect(await store().changesSince(widgets, 5)).toEqual({ revision: 0, dropGroups: [], put: [] });
    await store().keepThreads(widgets, [thread(1)]);
    expect(await store().changesSince(widgets, 5)).toEqual({ revision: 1, dropGroups: [], put: [] });
  });

  it("forgets a repository for readers of any revision, and goes on counting when it comes back", async () => {
    await publish(store(), "c1", page("a.md"));
    await store().keepThreads(widgets, [thread(1)]);
    const { revision } = await store().changesSince(widgets, 0);
    await store().forgetRepository(widgets);
    const after = await store().changesSince(widgets, revision);
    expect(after.dropGroups.toSorted()).toEqual(["page:a.md", "thread:1"]);
    expect([after.put, (await store().changesSince(widgets, 0)).put]).toEqual([[], []]);
    expect(await store().findPublished(widgets)).toBeUndefined();
    expect(await store().knownPages([page("a.md")])).toEqual(new Set());
    await publish(store(), "c2", page("a.md", "2"));
    expect((await store().changesSince(widgets, after.revision)).put).toMatchObject([{ body: "content 2" }]);
  });

  it("brings a reader of any revision to the present state", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyWrite, { minLength: 1, maxLength: 15 }), async (writes) => {
        await store().forgetRepository(widgets);
        const eager = new Reader();
        const lazy = new Reader();
        await lazy.read(store());
        for (const [index, write] of writes.entries()) {
          await perform(store(), write);
          await eager.read(store());
          if (index % 4 === 3) await lazy.read(store());
        }
        await lazy.read(store());
        const all = new Reader();
        await all.read(store());
        expect(eager.items()).toEqual(all.items());
        expect(lazy.items()).toEqual(all.items());
      }),
      { numRuns: 40 },
    );
  });

  it("leaves nothing out that is written while somebody reads", async () => {
    const pages = Array.from({ length: 300 }, (_, index) => page(`${index}.md`));
    await publish(store(), "c1", ...pages);
    const reader = new Reader();
    const next = [...pages.slice(100), page("new.md"), page("5.md", "2")];
    for (const it of next.slice(-2)) await store().putPage(it, [section(it.path)]);
    await Promise.all([reader.read(store()), store().publishDocs(widgets, "c2", undefined, next)]);
    await reader.read(store());
    expect(reader.items()).toEqual((await store().changesSince(widgets, 0)).put.map(idAndBody).toSorted());
  });
}

type Write =
  | { readonly do: "publish"; readonly shas: readonly (number | null)[] }
  | {
      readonly do: "keep" | "forget" | "keep-issue" | "forget-issue" | "reset-issues";
      readonly number: number;
      readonly answer: string;
    };

const anyWrite: fc.Arbitrary<Write> = fc.oneof(
  // Which content each of four pages has, if it is there.
  fc.record({
    do: fc.constant("publish" as const),
    shas: fc.array(fc.option(fc.nat({ max: 2 })), { minLength: 4, maxLength: 4 }),
  }),
  fc.record({
    do: fc.constantFrom(
      "keep" as const,
      "forget" as const,
      "keep-issue" as const,
      "forget-issue" as const,
      "reset-issues" as const,
    ),
    number: fc.integer({ min: 1, max: 4 }),
    answer: fc.constantFrom("one", "two"),
  }),
);

async function perform(store: KnowledgeRecords, write: Write): Promise<void> {
  switch (write.do) {
    case "publish":
      return publish(
        store,
        "c",
        ...write.shas.flatMap((sha, index) => (sha === null ? [] : [page(`${index}.md`, String(sha))])),
      );
    case "keep":
      return store.keepThreads(widgets, [thread(write.number, { answer: write.answer })]);
    case "forget":
      return store.forgetThread(widgets, write.number);
    case "keep-issue":
      return store.keepIssues(widgets, [issue(write.number, { answer: write.answer })]);
    case "forget-issue":
      return store.forgetIssue(widgets, write.number);
    case "reset-issues":
      return store.resetIssues(widgets, write.answer);
  }
}

/** Follows a repository's knowledge as the search index does. */
class Reader {
  readonly #groups = new Map<string, KnowledgeItem[]>();
  #revision = 0;

  async read(store: KnowledgeRecords): Promise<void> {
    const changes = await store.changesSince(widgets, this.#revision);
    for (const group of changes.dropGroups) this.#groups.delete(group);
    for (const item of changes.put) this.#groups.set(item.group, [...(this.#groups.get(item.group) ?? []), item]);
    this.#revision = changes.revision;
  }

  items(): readonly string[] {
    return [...this.#groups.values()].flat().map(idAndBody).toSorted();
  }
}

function idAndBody(item: KnowledgeItem): string {
  return `${item.id} ${item.body} ${item.answer}`;
}
