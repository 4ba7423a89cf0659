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
