import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { maxPayloadBytes, tooLarge, type Refusal, type WebhookHeaders } from "./webhook-headers.ts";

/** How long a body may take, and how long nothing of it may come, in milliseconds. */
export interface BodyLimits {
  readonly wholeMs: number;
  readonly idleMs: number;
}

/**
 * GitHub gives up a delivery that is not answered within ten seconds, so no body of its own takes longer:
 * https://docs.github.com/en/webhooks/testing-and-troubleshooting-webhooks/troubleshooting-webhooks#timed-out
 */
export const usualLimits: BodyLimits = { wholeMs: 10_000, idleMs: 3_000 };

/**
 * The body as text, once its signature is proved. What comes is hashed as it comes, and nothing beyond the declared
 * length is kept; a wrong one never becomes a string.
 */
export async function readSignedBody(
  request: IncomingMessage,
  { signature, length = maxPayloadBytes }: WebhookHeaders,
  secret: string,
  limits: BodyLimits,
): Promise<string | Refusal> {
  const hmac = createHmac("sha256", secret);
  const chunks: Buffer[] = [];
  let size = 0;
  const problem = await readChunks(request, limits, (chunk) => {
    size += chunk.length;
    if (size > length) return tooLarge;
    hmac.update(chunk);
    chunks.push(chunk);
    return undefined;
  });
  if (problem) return problem;
  if (!timingSafeEqual(hmac.digest(), signature)) return { status: 400, reason: "the signature does not match" };
  return Buffer.concat(chunks).toString("utf8");
}

/** Gives out what comes until it ends, is refused, breaks off or takes too long; the request itself is left open. */
async function readChunks(
  request: IncomingMessage,
  { wholeMs, idleMs }: BodyLimits,
  take: (chunk: Buffer) => Refusal | undefined,
): Promise<Refusal | undefined> {
  const { promise, resolve } = Promise.withResolvers<Refusal | undefined>();
  const late = () => resolve({ status: 408, reason: "the body came too slowly" });
  const whole = setTimeout(late, wholeMs);
  const idle = setTimeout(late, idleMs);
  const brokeOff = () => resolve({ status: 400, reason: "the body broke off" });
  request
    .on("data", (chunk: Buffer) => {
      idle.refresh();
      const problem = take(chunk);
      if (problem) resolve(problem);
    })
    .on("end", () => resolve(undefined))
    .on("error", brokeOff)
    .on("close", brokeOff);
  try {
    return await promise;
  } finally {
    clearTimeout(whole);
    clearTimeout(idle);
    request.pause().removeAllListeners("data");
  }
}
