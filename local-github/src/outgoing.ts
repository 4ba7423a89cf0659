import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { GitHubError } from "./world/errors.ts";

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
