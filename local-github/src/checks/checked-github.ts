import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalGitHub, type LocalGitHub, type LocalGitHubOptions } from "../server.ts";
import { createPrivateKey } from "../world/installations.ts";
import { restProblems } from "./rest-description.ts";
import { webhookProblems } from "./webhook-description.ts";

/** One for all: making it takes longer than most tests. */
const privateKey = createPrivateKey();

/**
 * A local GitHub in a folder of its own that watches itself: `close` throws when any REST exchange or any webhook of
 * the test broke GitHub's published description, or when something was asked that is not emulated.
 */
export async function startCheckedGitHub(options: Partial<LocalGitHubOptions> = {}): Promise<LocalGitHub> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "local-github-")));
  const github = await startLocalGitHub({ ...options, folder, app: { privateKey, ...options.app } });
  const problems = new Set<string>();
  github.onExchange((exchange) => {
    if (exchange.kind !== "rest") return;
    for (const problem of restProblems(exchange)) problems.add(problem);
    if (exchange.status === 501) problems.add(`${exchange.method} ${exchange.path} is not emulated`);
  });
  github.webhooks.onDelivery(({ event, action, request }) => {
    const payload: unknown = JSON.parse(request.body);
    for (const problem of webhookProblems(event, action, payload, request.headers)) problems.add(problem);
  });
  const close = async (): Promise<void> => {
    await github.close();
    if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    if (problems.size > 0) throw new Error(`GitHub's description was broken:\n${[...problems].join("\n")}`);
  };
  return { ...github, close };
}
