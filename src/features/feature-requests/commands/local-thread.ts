import type { RepositoryRef } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import { fullName } from "../../../core/repository-name.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { readThreadAddress, type ThreadAddress } from "../../../text/thread-address.ts";
import { foreignThread } from "../messages/refusals.ts";

/** The repository of a command. Numbers of other repositories name other threads. */
export interface CommandRepository {
  readonly repository: Pick<RepositoryRef, "owner" | "name">;
  /** Address of the discussion, whose host is that of GitHub. */
  readonly url: string;
}

/**
 * The thread of this repository that an argument names; undefined where it names none. Throws a `UserError` for one of
 * another repository. `what`: the argument, for the refusal.
 */
export function readLocalThread(
  text: string,
  what: string,
  { repository, url }: CommandRepository,
): ThreadAddress | undefined {
  const address = readThreadAddress(text);
  if (address === undefined) return undefined;
  const home = fullName(repository);
  const host = URL.canParse(url) ? new URL(url).host.toLowerCase() : address.host;
  const isElsewhere = address.repository !== undefined && !isSameName(address.repository, home);
  if (isElsewhere || (address.host !== undefined && address.host !== host)) {
    throw new UserError(foreignThread(what, text, home));
  }
  return address;
}
