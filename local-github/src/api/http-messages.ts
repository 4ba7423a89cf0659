import type { IncomingMessage, ServerResponse } from "node:http";
import { randomBytes } from "node:crypto";
import type { GitHubError } from "../world/errors.ts";

/** A request, read whole. */
export interface Incoming {
  /** Upper case. */
  readonly method: string;
  /** Percent-encoded as it came, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By lower-case name; repeated ones joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** IP address of the client. */
  readonly address: string;
}

/** Read a request to its end. */
export async function readIncoming(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const [path = "/", ...query] = (request.url ?? "/").split("?");
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value ?? "")] as const);
  return {
    method: (request.method ?? "GET").toUpperCase(),
    path,
    query: new URLSearchParams(query.join("?")),
    headers: Object.fromEntries(headers),
    bytes: Buffer.concat(chunks),
    address: request.socket.remoteAddress ?? "",
  };
}

/** The body as JSON; undefined when it is empty. Throws SyntaxError. */
export function parseBody(incoming: Incoming): unknown {
  return incoming.bytes.length === 0 ? undefined : JSON.parse(incoming.bytes.toString("utf8"));
}

/** What is sent back. A `Buffer` or string goes as it is, undefined as no body, anything else as JSON. */
export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A refusal as REST words it. */
export function restError(error: GitHubError, documentation: string): Outgoing {
  const details = error.details.length > 0 ? { errors: error.details } : {};
  const body = {
    message: error.message,
    ...details,
    documentation_url: documentation,
    status: String(error.restStatus),
  };
  return { status: error.restStatus, headers: {}, body };
}

/** The bytes of a body. */
export function toBytes(body: unknown): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}

/** Send an answer; with `cutAfter` only this many of its bytes, and then the connection is gone. */
export function send(response: ServerResponse, answer: Outgoing, cutAfter?: number): void {
  const bytes = toBytes(answer.body);
  const isEmpty = answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, {
    "x-github-request-id": randomBytes(12).toString("hex").toUpperCase(),
    "x-github-media-type": "github.v3; format=json",
    ...(isEmpty ? {} : { "content-type": "application/json; charset=utf-8", "content-length": String(bytes.length) }),
    ...answer.headers,
  });
  if (cutAfter === undefined) {
    response.end(isEmpty ? undefined : bytes);
    return;
  }
  // The part that is sent must have left before the connection is closed, or nothing arrives at all.
  response.write(bytes.subarray(0, cutAfter), () => setImmediate(() => response.destroy()));
}

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
