import type { IncomingHttpHeaders } from "node:http";

/** GitHub sends no more than 25 MB: https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
export const maxPayloadBytes = 25 * 1024 * 1024;

/** What the headers of a webhook say, before anything of its body is read. */
export interface WebhookHeaders {
  /** The 32 bytes of `X-Hub-Signature-256`. */
  readonly signature: Buffer;
  /** Bytes; undefined where the body comes in chunks. */
  readonly length: number | undefined;
}

/** Why a request is turned away, and with which status. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/**
 * Reads the headers that GitHub sends with every webhook, so that whoever does not know them costs us no body:
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#delivery-headers
 */
export function readHeaders(headers: IncomingHttpHeaders): WebhookHeaders | Refusal {
  const text = (name: string) => String(headers[name] ?? "");
  if (!/^application\/json\b/i.test(text("content-type"))) {
    return { status: 415, reason: "the content type is not application/json" };
  }
  if (!/^[\w-]{1,64}$/.test(text("x-github-event"))) return { status: 400, reason: "no event is named" };
  if (!/^[\w-]{1,100}$/.test(text("x-github-delivery"))) return { status: 400, reason: "no delivery id is given" };
  const [, signature] = /^sha256=([0-9a-f]{64})$/.exec(text("x-hub-signature-256")) ?? [];
  if (signature === undefined) return { status: 400, reason: "there is no signature" };
  const length = headers["content-length"] === undefined ? undefined : Number(headers["content-length"]);
  if (length !== undefined && !(length <= maxPayloadBytes)) return tooLarge;
  return { signature: Buffer.from(signature, "hex"), length };
}

export const tooLarge: Refusal = { status: 413, reason: `the payload is larger than ${maxPayloadBytes} bytes` };
