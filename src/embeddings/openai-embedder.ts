import { z } from "zod";
import type { Embedder } from "../core/finder.ts";

export interface EmbedderOptions {
  /** Address of the API, with or without `/embeddings` at its end: `http://localhost:11434/v1`. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token; servers of one's own often need none. */
  readonly key: string | undefined;
  /** How long one request may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** Texts in one request: the least that common servers accept by default. */
const textsPerRequest = 32;

const VectorsBody = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()).min(1) })),
});

const ErrorBody = z.object({
  error: z.object({ code: z.string().nullish().catch(undefined), type: z.string().nullish().catch(undefined) }),
});

/**
 * Vectors from any server that speaks OpenAI's `POST /embeddings`: OpenAI itself, or one's own (Ollama, vLLM,
 * text-embeddings-inference, llama.cpp, LM Studio). Texts are sent to it as they are.
 *
 * Rejects when the server cannot be reached in time, refuses, or answers something else than one vector for each text.
 *
 * @see https://platform.openai.com/docs/api-reference/embeddings/create
 */
export function createOpenAiEmbedder(options: EmbedderOptions): Embedder {
  return {
    name: async () => options.model,
    async embed(texts) {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += textsPerRequest) {
        vectors.push(...(await request(options, texts.slice(start, start + textsPerRequest))));
      }
      return vectors;
    },
  };
}

async function request({ url, model, key, timeoutMs }: EmbedderOptions, texts: readonly string[]) {
  const response = await fetch(endpoint(url), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ model, input: texts }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`The embeddings server answered ${response.status}${errorCodeOf(text)}`);
  }
  return toVectors(text, texts.length);
}

/**
 * What may be repeated of an answer that refuses: its code and type, where they are plain words. Messages hold the texts
 * that were sent, with some servers word for word, and these are people's:
 * https://platform.openai.com/docs/guides/error-codes
 */
function errorCodeOf(text: string): string {
  const { data } = ErrorBody.safeParse(tryJson(text));
  const words = [data?.error.code, data?.error.type].filter((it) => it && /^[a-z][a-z0-9_]{0,40}$/i.test(it));
  return words.length === 0 ? "" : ` (${words.join(", ")})`;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Proxies answer in HTML: the status has to say it all.
    return undefined;
  }
}

function endpoint(url: string): string {
  const base = url.replace(/(?<!\/)\/+$/u, "");
  return base.endsWith("/embeddings") ? base : `${base}/embeddings`;
}

/** The vectors in the order of the texts: servers may answer in another one. */
function toVectors(text: string, count: number): Float32Array[] {
  const { data } = VectorsBody.parse(parseJson(text));
  const vectors = new Map(data.map(({ index, embedding }) => [index, Float32Array.from(embedding)]));
  const ordered = Array.from({ length: count }, (_, index) => vectors.get(index));
  const length = ordered[0]?.length;
  if (data.length !== count || ordered.some((vector) => vector === undefined || vector.length !== length)) {
    throw new Error(
      `The embeddings server answered ${data.length} vectors for ${count} texts, or of different lengths.`,
    );
  }
  return ordered.filter((vector) => vector !== undefined);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The embeddings server answered no JSON, but ${text.length} characters of something else`);
  }
}
