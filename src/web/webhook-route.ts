import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "../core/log.ts";
import { readSignedBody, usualLimits, type BodyLimits } from "./read-body.ts";
import { maxPayloadBytes, readHeaders, type Refusal } from "./webhook-headers.ts";

/** Probot's middleware: true when it answered. */
export type WebhookMiddleware = (
  request: IncomingMessage,
  response: ServerResponse,
) => boolean | void | Promise<boolean | void>;

export interface WebhookRouteDeps {
  readonly middleware: WebhookMiddleware;
  readonly secret: string;
  readonly log: Log;
  /** Is told of each webhook for as long as it takes to take it in. */
  readonly during?: (takeIn: () => Promise<void>) => Promise<void>;
  /** How long a body may take; what GitHub needs when missing. */
  readonly limits?: BodyLimits;
}

/** Seconds after which it is worth while to send again what there was no room for. */
const retryAfter = "10";

/**
 * The webhook route in front of Probot, which reads whatever anybody sends, and logs the whole of it when its signature
 * is wrong. Here the headers are looked at first, then there has to be room for the body, then its signature has to be
 * right. What was accepted is answered 202 where Probot says 200, since it has been written down and not yet been
 * handled.
 */
export function webhookRoute({
  middleware,
  secret,
  log,
  during = (takeIn) => takeIn(),
  limits = usualLimits,
}: WebhookRouteDeps) {
  const budget = new BodyBudget();
  const refusals = new RefusalLog(log);
  const refuse = (response: ServerResponse, { status, reason }: Refusal): void => {
    refusals.add(status, reason);
    const wait = status === 503 ? { "retry-after": retryAfter } : {};
    // What is left of the body is not read.
    response.writeHead(status, { "content-type": "application/json", connection: "close", ...wait });
    response.end(JSON.stringify({ error: `This is no webhook for us: ${reason}.` }));
  };
  const takeIn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== "POST") return refuse(response, { status: 404, reason: "webhooks come with POST" });
    const headers = readHeaders(request.headers);
    if ("status" in headers) return refuse(response, headers);
    const giveBack = budget.take(headers.length);
    if (!giveBack) return refuse(response, { status: 503, reason: "too many bodies at once" });
    try {
      const body = await readSignedBody(request, headers, secret, limits);
      if (typeof body !== "string") return refuse(response, body);
      // Of anything else Probot's middleware makes an error of ours: a 500, and a line in the log each time.
      if (!isObject(body)) return refuse(response, { status: 400, reason: "the body is no object" });
      // The middleware takes `body` as it is when there is one: octokit/webhooks.js, middleware/node/get-payload.ts.
      await middleware(Object.assign(request, { body }), acceptedFor(response));
    } finally {
      giveBack();
    }
  };
  return (request: IncomingMessage, response: ServerResponse): Promise<void> => during(() => takeIn(request, response));
}

/** Every payload is an object; whether it is JSON to its end, Probot finds out. */
function isObject(body: string): boolean {
  return /^\s*\{/.test(body);
}

function acceptedFor(response: ServerResponse): ServerResponse {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => writeHead(status === 200 ? 202 : status, ...rest);
  return response;
}

const megabyte = 1024 * 1024;

/** Nearly all webhooks are far smaller than this; those that are not have a budget of their own. */
const small = megabyte;

/**
 * The bytes of bodies that may be in memory at once, over all requests. What is not signed can be no more than this,
 * however many send it, and uploads of many megabytes leave room for the usual ones.
 */
class BodyBudget {
  #free = { small: 32 * megabyte, large: 2 * maxPayloadBytes };

  /** Takes so many bytes (undefined: as many as a webhook may have); the answer gives them back. Undefined: no room. */
  take(bytes: number = maxPayloadBytes): (() => void) | undefined {
    const kind = bytes <= small ? "small" : "large";
    if (this.#free[kind] < bytes) return undefined;
    this.#free[kind] -= bytes;
    return () => {
      this.#free[kind] += bytes;
    };
  }
}

/** One line at most in this time, in milliseconds: requests cannot fill the disk. */
const logEveryMs = 60_000;

/** Logs requests that were turned away: the first at once, and later ones by their number. */
class RefusalLog {
  readonly #log: Log;
  #loggedAt = Number.NEGATIVE_INFINITY;
  #skipped = 0;

  constructor(log: Log) {
    this.#log = log;
  }

  /** `reason` is one of ours; nothing that came with the request is in it. */
  add(status: number, reason: string): void {
    const now = performance.now();
    if (now - this.#loggedAt < logEveryMs) {
      this.#skipped += 1;
      return;
    }
    const more = this.#skipped === 0 ? {} : { before: this.#skipped };
    this.#log.warn({ status, ...more }, `a webhook was turned away: ${reason}`);
    this.#loggedAt = now;
    this.#skipped = 0;
  }
}
