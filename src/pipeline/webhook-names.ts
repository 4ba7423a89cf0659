import { webhooks as all } from "../webhooks/index.ts";

/** The names of GitHub's events that can mean something to us. */
export const webhooks: ReadonlySet<string> = new Set(all.map(({ name }) => name));
