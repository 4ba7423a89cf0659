import type { RepositoryRef } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import type { PlanningReads } from "../../../core/planning.ts";
import { noSuch } from "../../../messages/feature-requests/refusals.ts";
import { nearestFirst } from "../../../text/nearest-first.ts";

/** GitHub keeps ten on one issue. */
const mostAssignees = 10;

/** People somebody named, whether each may be assigned, and who may be instead of those who may not. */
export interface AssigneeFacts {
  readonly logins: readonly string[];
  readonly refused: readonly { readonly login: string; readonly others: readonly string[] }[];
}

/** Logins as people write them: `@ann`, `ann` or, with `me` for themselves. */
export function toLogins(wanted: readonly string[], actor: string): string[] {
  const logins = wanted.flatMap((it) => it.split(",")).map((it) => it.trim().replace(/^@/u, ""));
  return [...new Set(logins.filter((it) => it !== "").map((it) => (it.toLowerCase() === "me" ? actor : it)))];
}

/** Ask who may be assigned: a request each, and one more for each who may not. */
export async function readAssignees(
  repository: RepositoryRef,
  wanted: readonly string[],
  github: Pick<PlanningReads, "mayBeAssigned" | "assignable">,
): Promise<AssigneeFacts> {
  const logins = wanted.slice(0, mostAssignees + 1);
  const refused: { login: string; others: readonly string[] }[] = [];
  for (const login of logins) {
    const isLogin = /^[a-z\d](?:[a-z\d-]{0,38})(?:_[a-z\d]+)?$/iu.test(login);
    if (isLogin && (await github.mayBeAssigned(repository, login))) continue;
    const alike = isLogin ? await github.assignable(repository, login) : [];
    refused.push({ login, others: alike.length > 0 ? alike : await github.assignable(repository, "") });
  }
  return { logins, refused };
}

/** Those to assign. Throws a `UserError` for whoever may not be. */
export function mustAssign({ logins, refused }: AssigneeFacts): readonly string[] {
  const [wrong] = refused;
  if (wrong) {
    throw new UserError(
      noSuch("person who may be assigned here called", wrong.login, nearestFirst(wrong.others, wrong.login, String)),
    );
  }
  if (logins.length > mostAssignees) throw new UserError(`An issue has ${mostAssignees} assignees at most.`);
  return logins;
}
