import type { Clock } from "../../core/clock.ts";
import { GoneError, RefusedError } from "../../core/errors.ts";
import type { RepositorySetup } from "../../core/repository-setup.ts";
import { BadInputError } from "../../evaluation/run/options.ts";
import { tokenIn } from "../token-in.ts";
import type { InitOptions } from "./options.ts";

/** What beside the options is used. */
interface Around {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly err: (text: string) => void;
}

/**
 * How the repository is set up on GitHub; undefined where none is named. Rejects with `BadInputError` where it cannot be read.
 */
export async function findSetup(
  { repository, apiUrl }: InitOptions,
  { env, clock, err }: Around,
): Promise<RepositorySetup | undefined> {
  if (repository === undefined) return undefined;
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/u.exec(repository) ?? [];
  if (owner === undefined || name === undefined) throw new BadInputError(`"${repository}" is not owner/repo.`);
  const token = tokenIn(env);
  if (!token) {
    throw new BadInputError(
      "Set FRONTDESK_TOKEN or GITHUB_TOKEN to a token that may read discussions, or leave out owner/repo.",
    );
  }
  const { createHistoryClient } = await import("../../github/history/history-client.ts");
  const quiet = () => undefined;
  const client = createHistoryClient({
    token,
    apiUrl: apiUrl.replace(/(?<!\/)\/+$/u, ""),
    clock,
    onWait: (until, reason) => err(`Waiting until ${until.toISOString()}. ${reason}\n`),
    log: { debug: quiet, info: quiet, warn: (line) => err(`${line}\n`), error: quiet },
  });
  try {
    return await client.setup(owner, name);
  } catch (error) {
    if (error instanceof GoneError || error instanceof RefusedError) {
      throw new BadInputError(`${error.message} (Does it exist, and may the token read it?)`);
    }
    throw error;
  }
}
