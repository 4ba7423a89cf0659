import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOpenAiEmbedder } from "../../src/embeddings/openai-embedder.ts";
import { openEmbeddingsServer, type EmbeddingsServer } from "../helpers/embeddings-server.ts";

describe("the embedder for OpenAI's protocol", () => {
  let server: EmbeddingsServer;
  const embedder = (options: { readonly url?: string; readonly key?: string; readonly timeoutMs?: number } = {}) =>
    createOpenAiEmbedder({ url: server.url, model: "small", key: undefined, timeoutMs: 5_000, ...options });

  beforeEach(async () => {
    server = await openEmbeddingsServer([["tide"], ["boat"]]);
  });
  afterEach(() => server.close());

  it("gives one vector a text, in their order, whatever order the server answers in", async () => {
    const vectors = await embedder().embed(["a boat", "the tide", "neither"]);
    expect(vectors.map((it) => [...it].map(Math.round))).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
    ]);
  });

  it("asks for few texts at a time, and for none not at all", async () => {
    const vectors = await embedder().embed(Array.from({ length: 70 }, (_, i) => `text ${i}`));
    expect(vectors).toHaveLength(70);
    expect(server.requests.map(({ input }) => input.length)).toEqual([32, 32, 6]);
    expect(await embedder().embed([])).toEqual([]);
    expect(server.requests).toHaveLength(3);
  });

  it.each([
    ["the base of the API", (url: string) => url],
    ["the base with a slash", (url: string) => `${url}/`],
    ["the whole address", (url: string) => `${url}/embeddings`],
  ])("takes %s", async (_, address) => {
    await embedder({ url: address(server.url) }).embed(["x"]);
    expect(server.requests[0]).toEqual({
      path: "/v1/embeddings",
      authorization: undefined,
      model: "small",
      input: ["x"],
    });
  });

  it("shows its key to the server", async () => {
    await embedder({ key: "sesame" }).embed(["x"]);
    expect(server.requests[0]?.authorization).toBe("Bearer sesame");
  });

  it("does not repeat what a server echoes, in a refusal or out of turn", async () => {
    const echo = "the words of a person";
    for (const status of [400, 200]) {
      for (const body of [
        `{"error":{"message":"cannot embed: ${echo}","type":"${echo}","code":"invalid_input"}}`,
        `<p>${echo}</p>`,
        `{"detail":[{"input":"${echo}"}]}`,
      ]) {
        server.answer = () => ({ status, body });
        const refused = embedder().embed([echo]);
        await expect(refused).rejects.toThrow(/embeddings server|data/);
        await expect(refused).rejects.not.toThrow(/words/);
      }
    }
  });

  it.each([
    ["a refusal", 401, '{"error":"no key"}', /answered 401$/],
    [
      "a refusal with a code",
      429,
      '{"error":{"code":"rate_limited","message":"slow"}}',
      /answered 429 \(rate_limited\)$/,
    ],
    ["no JSON", 200, "<html>", /answered no JSON, but 6 characters/],
    ["another shape", 200, '{"embeddings":[]}', /data/],
    ["too few vectors", 200, '{"data":[]}', /0 vectors for 2 texts/],
    [
      "one text twice",
      200,
      '{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}',
      /2 vectors for 2 texts/,
    ],
    [
      "vectors of two lengths",
      200,
      '{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}]}',
      /of different/,
    ],
    ["what is no number", 200, '{"data":[{"index":0,"embedding":[null]},{"index":1,"embedding":[1]}]}', /embedding/],
  ])("rejects %s", async (_, status, body, message) => {
    server.answer = () => ({ status, body });
    await expect(embedder().embed(["a", "b"])).rejects.toThrow(message);
  });

  it("rejects when nobody is there", async () => {
    await server.close();
    await expect(embedder().embed(["x"])).rejects.toThrow("fetch failed");
  });

  it("rejects when nobody answers in time", async () => {
    server.isSilent = true;
    await expect(embedder({ timeoutMs: 50 }).embed(["x"])).rejects.toThrow("timeout");
  });
});
