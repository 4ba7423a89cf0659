import type { RepositoryRef } from "../core/discussion.ts";
import { UserError } from "../core/errors.ts";
import type { IssueReads } from "../core/issue-tracking.ts";
import { notAssignable, tooManyAssignees } from "./refusals.ts";
import { halfWidth } from "../text/half-width.ts";

/** GitHub assigns no more people to one issue. */
export const maxAssignees = 10;

/** People who were named, and those of them who may not be assigned. */
export interface AssigneeFacts {
  readonly logins: readonly string[];
  readonly refused: readonly string[];
}

/** Logins as people write them: `@ann`, `ann` or, with `me` for themselves. */
export function toLogins(wanted: readonly string[], actor: string): string[] {
  const logins = wanted.flatMap((it) => it.split(/[,，、]/u)).map((it) => halfWidth(it).trim().replace(/^@/u, ""));
  return [...new Set(logins.filter((it) => it !== "").map((it) => (it.toLowerCase() === "me" ? actor : it)))];
}

/** Whether a text can be somebody's login. Those of enterprises end in `_` and a short name of the enterprise. */
export function isLogin(text: string): boolean {
  return /^[a-z\d](?:[a-z\d-]{0,38})(?:_[a-z\d]+)?$/iu.test(text);
}

/** Asks GitHub who of them may be assigned: one request each. */
export async function readAssignees(
  repository: RepositoryRef,
  wanted: readonly string[],
  github: Pick<IssueReads, "mayBeAssigned">,
): Promise<AssigneeFacts> {
  const logins = wanted.slice(0, maxAssignees + 1);
  const refused: string[] = [];
  for (const login of logins) {
    if (!isLogin(login) || !(await github.mayBeAssigned(repository, login))) refused.push(login);
  }
  return { logins, refused };
}

/** The logins to assign. Throws a `UserError` where one may not be assigned. */
export function mustAssign({ logins, refused: [wrong] }: AssigneeFacts): readonly string[] {
  if (wrong !== undefined) throw new UserError(notAssignable(wrong));
  if (logins.length > maxAssignees) throw new UserError(tooManyAssignees(maxAssignees));
  return logins;
}
