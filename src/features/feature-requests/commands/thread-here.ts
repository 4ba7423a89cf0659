import type { RepositoryRef } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import { foreignThread } from "../../../issues/refusals.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { readThreadAddress, type ThreadAddress } from "../../../text/thread-address.ts";

/** Where a command was written: addresses of other repositories mean other threads, whose numbers mean nothing here. */
export interface Here {
  readonly repository: Pick<RepositoryRef, "owner" | "name">;
  /** Address of the discussion, which tells where GitHub is. */
  readonly url: string;
}

/**
 * The thread of this repository that somebody names; undefined where the text names none. Throws a `UserError` for one
 * of another repository.
 */
export function threadHere(text: string, what: string, { repository, url }: Here): ThreadAddress | undefined {
  const address = readThreadAddress(text);
  if (address === undefined) return undefined;
  const home = `${repository.owner}/${repository.name}`;
  const host = URL.canParse(url) ? new URL(url).host.toLowerCase() : address.host;
  const isElsewhere = address.repository !== undefined && !isSameName(address.repository, home);
  if (isElsewhere || (address.host !== undefined && address.host !== host)) {
    throw new UserError(foreignThread(what, text, home));
  }
  return address;
}
