import type { PastThread } from "../../core/discussion.ts";
import type { PageHome } from "../../core/page-url.ts";
import { BadInputError } from "./bad-input.ts";

const address = /^(https?:\/\/[^/\s]+(?:\/[^/\s]+)*?)\/([^/\s]+)\/([^/\s]+)\/discussions\/\d+$/u;

/** The repository that discussions stand in, by their addresses. Rejects with `BadInputError` where they tell none or several. */
export function homeOf(threads: readonly PastThread[], site: PageHome["site"]): PageHome {
  const names = new Map<string, PageHome>();
  for (const { url, number } of threads) {
    const [, webUrl, owner, name] = address.exec(url) ?? [];
    if (webUrl === undefined || owner === undefined || name === undefined) {
      throw new BadInputError(`Discussion ${number} has an address that is none of a discussion: ${url.slice(0, 200)}`);
    }
    names.set(`${owner}/${name}`.toLowerCase(), { webUrl, owner, name, site });
  }
  const [home, ...others] = names.values();
  if (home === undefined) throw new BadInputError("There are no discussions.");
  if (others.length > 0) {
    throw new BadInputError(
      `The discussions are of several repositories: ${[...names.keys()].slice(0, 5).join(", ")}.`,
    );
  }
  return home;
}
