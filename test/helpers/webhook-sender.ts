import { createHmac, randomUUID } from "node:crypto";

/** What a test may change about a webhook it sends. */
export interface WebhookOptions {
  readonly event?: string;
  readonly delivery?: string;
  readonly secret?: string;
  /** Replaces or removes headers. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export const webhookSecret = "a secret for tests";

/** Posts a body to a webhook address as GitHub would, signed. */
export async function sendWebhook(
  url: string,
  body: string | Uint8Array,
  options: WebhookOptions = {},
): Promise<Response> {
  const signature = `sha256=${createHmac("sha256", options.secret ?? webhookSecret)
    .update(body)
    .digest("hex")}`;
  const headers = {
    "content-type": "application/json",
    "user-agent": "GitHub-Hookshot/test",
    "x-github-event": options.event ?? "discussion",
    "x-github-delivery": options.delivery ?? randomUUID(),
    "x-hub-signature-256": signature,
    ...options.headers,
  };
  const given = Object.entries(headers).filter((it): it is [string, string] => it[1] !== undefined);
  return fetch(url, { method: "POST", headers: given, body });
}
