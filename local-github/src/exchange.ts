import type { Incoming } from "./incoming.ts";
import type { Outgoing } from "./outgoing.ts";

/** One request and its answer, as the conformance checks see them. Answers changed by a fault are left out. */
export interface Exchange {
  readonly kind: "rest" | "graphql";
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined without a body. */
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** JSON as a client parses it; a `Buffer` or string where the answer is none; undefined without a body. */
  readonly responseBody: unknown;
  /** REST: the route that answered. */
  readonly route: string | undefined;
}

export type ExchangeListener = (exchange: Exchange) => void;

/** Puts a request and its answer side by side. */
export function toExchange(
  kind: Exchange["kind"],
  incoming: Incoming,
  requestBody: unknown,
  answer: Outgoing,
  route: string | undefined,
): Exchange {
  return {
    kind,
    method: incoming.method,
    path: incoming.path,
    query: incoming.query,
    requestHeaders: incoming.headers,
    requestBody,
    status: answer.status,
    responseHeaders: answer.headers,
    responseBody: asParsed(answer.body),
    route,
  };
}

function asParsed(body: unknown): unknown {
  if (body === undefined || typeof body === "string" || Buffer.isBuffer(body)) return body;
  const parsed: unknown = JSON.parse(JSON.stringify(body));
  return parsed;
}
