import { createHmac } from "node:crypto";
import type { World } from "../world/world.ts";
import type { App } from "../world/objects.ts";

/** One attempt to deliver a webhook, as GitHub keeps it for three days. */
export interface WebhookDelivery {
  readonly id: number;
  /** `X-GitHub-Delivery`: the same for every attempt at one webhook. */
  readonly guid: string;
  /** ISO 8601 without milliseconds. */
  readonly deliveredAt: string;
  readonly redelivery: boolean;
  /** Seconds until the app had answered. */
  readonly duration: number;
  /** "OK", or what went wrong. */
  readonly status: string;
  /** HTTP status of the app's answer; 502 when it could not be reached, 504 when it took too long. */
  readonly statusCode: number;
  readonly event: string;
  readonly action: string | null;
  readonly appId: number;
  readonly installationId: number;
  readonly repositoryId: number | null;
  readonly url: string;
  readonly request: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
  readonly response: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

/** How an attempt ended. */
export type Outcome = Pick<WebhookDelivery, "status" | "statusCode" | "duration" | "response">;

/** GitHub waits ten seconds: https://docs.github.com/webhooks/using-webhooks/best-practices-for-using-webhooks */
const PATIENCE_MS = 10_000;

/** Posts a webhook once. Never rejects: what goes wrong is part of the outcome. */
export async function post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Outcome> {
  const started = performance.now();
  const elapsed = (): number => Math.round((performance.now() - started) / 10) / 100;
  const nothing = { headers: {}, body: "" };
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const response = { headers: Object.fromEntries(answer.headers), body: await answer.text() };
    const status = answer.ok ? "OK" : `Invalid HTTP Response: ${answer.status}`;
    return { status, statusCode: answer.status, duration: elapsed(), response };
  } catch (error) {
    const late = error instanceof DOMException && error.name === "TimeoutError";
    return late
      ? { status: "timed out", statusCode: 504, duration: elapsed(), response: nothing }
      : { status: "failed to connect to host", statusCode: 502, duration: elapsed(), response: nothing };
  }
}

/**
 * Ids have nineteen digits since February 2026, more than a number of JavaScript holds exactly
 * (https://github.com/octokit/request.js/issues/797). These are so far apart that each is one all the same.
 */
const FIRST_ID = 3_804_004_623_172_000_000;
const ID_STEP = 1024;

const KEY = "webhook-delivery:";
/** GitHub forgets after three days, we after so many. */
const MAX_KEPT = 10_000;

/** Attempts at webhooks, kept with the world so that they outlive a restart. */
export class DeliveryLog {
  readonly #world: World;
  readonly #deliveries: WebhookDelivery[];

  constructor(world: World) {
    this.#world = world;
    const saved = [...world.secrets].filter(([name]) => name.startsWith(KEY));
    this.#deliveries = saved.map(([, text]): WebhookDelivery => JSON.parse(text));
  }

  add(delivery: Omit<WebhookDelivery, "id">): WebhookDelivery {
    const recorded = { ...delivery, id: (this.#deliveries.at(-1)?.id ?? FIRST_ID) + ID_STEP };
    this.#deliveries.push(recorded);
    this.#world.secrets.set(KEY + recorded.id, JSON.stringify(recorded));
    const forgotten = this.#deliveries.length > MAX_KEPT ? this.#deliveries.shift() : undefined;
    if (forgotten !== undefined) this.#world.secrets.delete(KEY + forgotten.id);
    return recorded;
  }

  find(id: number): WebhookDelivery | undefined {
    return this.#deliveries.find((delivery) => delivery.id === id);
  }

  /** Newest first. */
  list(): WebhookDelivery[] {
    return this.#deliveries.toReversed();
  }
}

/**
 * The headers of a webhook, as GitHub sends them.
 * https://docs.github.com/webhooks/webhook-events-and-payloads#delivery-headers
 */
export function webhookHeaders(app: App, event: string, guid: string, body: string): Record<string, string> {
  return {
    Accept: "*/*",
    "Content-Type": "application/json",
    "User-Agent": "GitHub-Hookshot/10ca1fe",
    "X-GitHub-Delivery": guid,
    "X-GitHub-Event": event,
    "X-GitHub-Hook-ID": String(app.databaseId),
    "X-GitHub-Hook-Installation-Target-ID": String(app.databaseId),
    "X-GitHub-Hook-Installation-Target-Type": "integration",
    // The older signature is still sent for those who have not moved on.
    "X-Hub-Signature": `sha1=${hmac("sha1", app.webhook.secret, body)}`,
    "X-Hub-Signature-256": `sha256=${hmac("sha256", app.webhook.secret, body)}`,
  };
}

function hmac(algorithm: "sha1" | "sha256", secret: string, body: string): string {
  return createHmac(algorithm, secret).update(body).digest("hex");
}
