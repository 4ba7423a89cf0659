import { createHmac } from "node:crypto";
import type { App } from "../world/objects.ts";

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
