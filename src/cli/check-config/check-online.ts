import type { Config } from "../../config/schema.ts";
import { checkOnGitHub } from "../../config/on-github/check-on-github.ts";
import type { ProblemInFile } from "../../config/problem.ts";
import { createConfigClient } from "../../github/config-client.ts";
import { tokenIn } from "../token-in.ts";

/** What was asked for. */
export interface OnlineOptions {
  /** `owner/name`, in which the config is to hold. */
  readonly repository: string | undefined;
  readonly apiUrl: string;
}

/** What somebody typed, or has set, that cannot be used. */
export class OnlineRefusal extends Error {
  override name = "OnlineRefusal";
}

/**
 * What is wrong with a config as only GitHub knows. Files are not looked for there: those of this machine are what is to
 * be pushed. Rejects with `OnlineRefusal`, and with the errors of GitHub's ports.
 */
export async function checkOnline(
  { path, text, config }: { readonly path: string; readonly text: string; readonly config: Config },
  { repository, apiUrl }: OnlineOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly problems: readonly ProblemInFile[]; readonly unknown: readonly string[] }> {
  const wanted = repository ?? env["GITHUB_REPOSITORY"];
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/u.exec(wanted ?? "") ?? [];
  if (owner === undefined || name === undefined) {
    throw new OnlineRefusal("Say which repository the config is for: --repository owner/repo, or GITHUB_REPOSITORY.");
  }
  const token = tokenIn(env) ?? env["GH_TOKEN"]?.trim();
  if (!token) {
    throw new OnlineRefusal(
      "Set GITHUB_TOKEN to a token that may read the repository, such as: GITHUB_TOKEN=$(gh auth token) frontdesk check-config --online",
    );
  }
  const quiet = () => undefined;
  const reads = createConfigClient({
    token,
    apiUrl: apiUrl.replace(/(?<!\/)\/+$/u, ""),
    clock: () => new Date(),
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  const placed = { repository: { id: 0, owner, name, installation: 0 }, commit: "HEAD", path, text, config };
  return checkOnGitHub(placed, reads, new Set(["holidays-file", "docs", "folder"]));
}
