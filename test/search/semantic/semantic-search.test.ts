import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { KnowledgeItem } from "../../../src/core/knowledge.ts";
import type { Embedder, ItemVector, ItemVectors } from "../../../src/core/finder.ts";
import { createOpenAiEmbedder } from "../../../src/embeddings/openai-embedder.ts";
import { EmbeddingSync } from "../../../src/search/semantic/embedding-sync.ts";
import { SemanticSearch } from "../../../src/search/semantic/semantic-search.ts";
import type { VectorIndex } from "../../../src/search/semantic/vector-index.ts";
import { openEmbeddingsServer, type EmbeddingsServer } from "../../helpers/embeddings-server.ts";

const repository = { id: 1, owner: "acme", name: "lantern", installation: 1 };
const topics = [
  ["dark", "night", "black"],
  ["invoice", "bill"],
];

const told = "search goes without the language model, which is tried again every minute";

describe("search by similarity", () => {
  let server: EmbeddingsServer;
  let items: KnowledgeItem[];
  let store: ItemVectors;
  let now: Date;
  let warnings: string[];

  beforeEach(async () => {
    server = await openEmbeddingsServer(topics);
    items = [item("docs:theme.md#", "Dark theme"), item("docs:money.md#", "Your invoice")];
    store = rememberingStore();
    now = new Date("2026-03-01T10:00:00Z");
    warnings = [];
  });
  afterEach(() => server.close());

  async function openVectors(semanticSearch: SemanticSearch): Promise<VectorIndex> {
    return (await semanticSearch.open(repository)) ?? expect.fail("the model has no name");
  }

  function open(
    embedder: Embedder = createOpenAiEmbedder({ url: server.url, model: "small", key: undefined, timeoutMs: 5_000 }),
  ): SemanticSearch {
    return new SemanticSearch({
      questionEmbedder: embedder,
      itemEmbedder: embedder,
      store,
      items: async (_, ids) => ids.flatMap((id) => items.filter((it) => it.id === id)),
      clock: () => now,
      log: { warn: (_, message) => void warnings.push(message) },
    });
  }
  const states = () => items.map((it) => ({ id: it.id, fingerprint: it.body.length }));

  it("finds what other words say", async () => {
    const semanticSearch = open();
    const vectors = await openVectors(semanticSearch);
    await semanticSearch.embedItems(repository, vectors, states());
    const similarity = await semanticSearch.compare(vectors, { title: "Make it black at night", body: "" });
    expect(similarity?.nearest).toEqual(["docs:theme.md#", "docs:money.md#"]);
    expect(similarity?.similarity("docs:theme.md#")).toBeGreaterThan(0.95);
    expect(similarity?.similarity("docs:money.md#")).toBeLessThan(0.2);
    expect(similarity?.similarity("docs:unknown.md#")).toBeUndefined();
  });

  it("has each state of an item read once, over restarts too", async () => {
    await open().embedItems(repository, await openVectors(open()), states());
    const again = open();
    const vectors = await openVectors(again);
    await again.embedItems(repository, vectors, states());
    expect(server.requests.flatMap(({ input }) => input)).toHaveLength(2);
    items = [item("docs:theme.md#", "Dark theme", "How bills look now.")];
    await again.embedItems(repository, vectors, states());
    expect(server.requests.at(-1)?.input).toEqual(["Guide > Dark theme\nHow bills look now."]);
    expect((await store.vectors(repository, "small")).map(({ id }) => id)).toEqual(["docs:theme.md#"]);
  });

  it("goes without a server that fails, leaves it alone for a minute, and catches up", async () => {
    const semanticSearch = open();
    const vectors = await openVectors(semanticSearch);
    server.answer = () => ({ status: 500, body: "out of memory" });
    await semanticSearch.embedItems(repository, vectors, states());
    expect(await semanticSearch.compare(vectors, { title: "Night", body: "" })).toBeUndefined();
    expect(server.requests).toHaveLength(1);
    expect(warnings).toEqual([told]);

    server.answer = undefined;
    now = new Date(now.getTime() + 60_000);
    await semanticSearch.embedItems(repository, vectors, states());
    const similarity = await semanticSearch.compare(vectors, { title: "Night", body: "" });
    expect(similarity?.nearest[0]).toBe("docs:theme.md#");
  });

  it("tells once of failures that follow each other, and again when the model had worked between", async () => {
    const semanticSearch = open();
    const vectors = await openVectors(semanticSearch);
    const nextMinute = async () => {
      await semanticSearch.compare(vectors, { title: "Night", body: "" });
      now = new Date(now.getTime() + 60_000);
    };
    const busy: EmbeddingsServer["answer"] = () => ({ status: 503, body: "busy" });
    server.answer = busy;
    for (let minute = 0; minute < 3; minute++) await nextMinute();
    expect(server.requests).toHaveLength(3);
    expect(warnings).toEqual([told]);
    server.answer = undefined;
    await nextMinute();
    server.answer = busy;
    await nextMinute();
    expect(warnings).toEqual([told, told]);
  });

  it("goes without a model that cannot tell its name, and reads its vectors when it can", async () => {
    const working = createOpenAiEmbedder({ url: server.url, model: "small", key: undefined, timeoutMs: 5_000 });
    let isBroken = true;
    const embedder = {
      ...working,
      name: async () => (isBroken ? Promise.reject(new Error("/models/m is not there")) : working.name()),
    };
    const sync = new EmbeddingSync(open(embedder));
    const compare = () => sync.compare(repository, { title: "Night", body: "" });
    expect(await compare()).toBeUndefined();
    await sync.sync(repository, 1, states);
    expect(warnings).toEqual([told]);
    expect(server.requests).toEqual([]);
    isBroken = false;
    expect(await compare()).toBeUndefined();
    now = new Date(now.getTime() + 60_000);
    await sync.sync(repository, 1, states);
    expect((await compare())?.nearest[0]).toBe("docs:theme.md#");
  });

  it("sends the beginning of long texts, cut between characters", async () => {
    items = [item("docs:long.md#", "Long", "夜".repeat(10_000))];
    const semanticSearch = open();
    await semanticSearch.embedItems(repository, await openVectors(semanticSearch), states());
    const [sent = ""] = server.requests[0]?.input ?? [];
    expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(1_600);
    expect(sent).toMatch(/^Guide > Long\n夜+$/u);
  });
});

function item(id: string, title: string, body = ""): KnowledgeItem {
  const group = id.replace(/#.*/u, "");
  return {
    id,
    group,
    kind: "docs",
    title,
    context: ["Guide"],
    aliases: [],
    body,
    code: "",
    answer: "",
    links: [],
    url: id,
  };
}

/** The port over plain memory; the one on the database has its own contract. */
function rememberingStore(): ItemVectors {
  const kept = new Map<string, ItemVector>();
  return {
    vectors: async () => [...kept.values()],
    keepVectors: async (_, __, vectors) => vectors.forEach((it) => kept.set(it.id, it)),
    keepOnly: async (_, __, ids) => [...kept.keys()].filter((id) => !ids.has(id)).forEach((id) => kept.delete(id)),
  };
}
