import { webhooks } from "../webhooks/index.ts";

/** The names of GitHub's events that can mean something to us. */
export const webhookNames: ReadonlySet<string> = new Set(webhooks.map(({ name }) => name));
