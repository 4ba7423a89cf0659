import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** GitHub's own examples of one kind of webhook. */
interface WebhookExamples {
  readonly name: string;
  readonly examples: readonly object[];
}

/** Every example that GitHub has published, of every kind: https://github.com/octokit/webhooks */
export const webhookExamples = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve("@octokit/webhooks-examples/api.github.com/index.json")), "utf8"),
) as readonly WebhookExamples[];
