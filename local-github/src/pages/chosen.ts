import { GitHubError } from "../world/errors.ts";

/** The one of these that a form sent. Throws when it sent something else. */
export function chosen<const T extends string>(values: readonly T[], given: string | undefined): T {
  const found = values.find((value) => value === given);
  if (found === undefined) throw new GitHubError("UNPROCESSABLE", `Choose one of ${values.join(", ")}.`, 422);
  return found;
}
