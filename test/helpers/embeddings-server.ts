import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server was asked. */
export interface EmbeddingsRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly model: string;
  readonly input: readonly string[];
}

export interface EmbeddingsServer {
  readonly url: string;
  readonly requests: readonly EmbeddingsRequest[];
  /** How it answers from now on; its usual way where undefined. */
  answer: ((request: EmbeddingsRequest) => { readonly status: number; readonly body: string }) | undefined;
  /** Whether it leaves its callers waiting. */
  isSilent: boolean;
  close(): Promise<void>;
}

/**
 * A server of the embeddings protocol on loopback. Its model knows some topics: a text's vector says how often each is
 * mentioned, under any of its names. Like real servers it may list the vectors in another order than the texts.
 */
export async function openEmbeddingsServer(topics: readonly (readonly string[])[]): Promise<EmbeddingsServer> {
  const requests: EmbeddingsRequest[] = [];
  const http = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { model, input } = JSON.parse(Buffer.concat(chunks).toString()) as { model: string; input: string[] };
      const request = { path: incoming.url ?? "", authorization: incoming.headers.authorization, model, input };
      requests.push(request);
      if (server.isSilent) return;
      const { status, body } = server.answer?.(request) ?? { status: 200, body: usual(topics, input) };
      outgoing.writeHead(status, { "content-type": "application/json" }).end(body);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const server: EmbeddingsServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    requests,
    answer: undefined,
    isSilent: false,
    close: () =>
      new Promise((resolve) => {
        http.closeAllConnections();
        http.close(() => resolve());
      }),
  };
  return server;
}

function usual(topics: readonly (readonly string[])[], input: readonly string[]): string {
  const data = input.map((text, index) => ({
    object: "embedding",
    index,
    embedding: topics.map((names) => names.filter((name) => text.toLowerCase().includes(name)).length + 0.01),
  }));
  return JSON.stringify({ object: "list", data: data.toReversed(), usage: { prompt_tokens: 1, total_tokens: 1 } });
}
