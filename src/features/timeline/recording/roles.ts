import { hourMs } from "../../../core/clock.ts";
import type { Person, RepositoryRef, Role } from "../../../core/discussion.ts";
import type { StoredRole } from "../facts.ts";
import type { KnownRole, ReadsWithTimelines } from "../store/timeline-records.ts";

/** How long a role that was asked for is taken for given: where something happens now, and where history is read. */
export const roleAgeMs = { live: hourMs, history: 24 * hourMs } as const;

/** Roles of people, and those among them that were asked for now and are to be kept. */
export interface FoundRoles {
  of(person: Person | undefined): StoredRole;
  readonly asked: readonly KnownRole[];
}

/** Stands for everybody whom a list of those with a role does not name. No login is written so. */
export const everybodyElse = "*";

/** With more people than this whose roles are not known, the list of all who have one is cheaper. */
const maxAskedAlone = 5;

/**
 * The roles of these people as they are now, or were a while ago: bots and those whose account is gone have none. One
 * REST request for each person who is not known, or one for a hundred collaborators where many are not.
 */
export async function findRoles(
  repository: RepositoryRef,
  people: readonly (Person | undefined)[],
  { reads, now, maxAgeMs }: { readonly reads: ReadsWithTimelines; readonly now: Date; readonly maxAgeMs: number },
): Promise<FoundRoles> {
  const logins = new Set(people.flatMap((it) => (it && !it.isBot ? [it.login.toLowerCase()] : [])));
  const since = new Date(now.getTime() - maxAgeMs);
  const known = await reads.timelines.rolesSince(repository, [...logins, everybodyElse], since);
  const unknown = known.has(everybodyElse) ? [] : [...logins].filter((it) => !known.has(it));
  const asked = unknown.length === 0 ? [] : await ask(repository, unknown, reads, now);
  const found = new Map([...known, ...asked.map(({ login, role }) => [login, role] as const)]);
  return {
    of: (person) => (person?.isBot ? "bot" : ((person && found.get(person.login.toLowerCase())) ?? "none")),
    asked,
  };
}

async function ask(
  repository: RepositoryRef,
  logins: readonly string[],
  { github }: ReadsWithTimelines,
  now: Date,
): Promise<readonly KnownRole[]> {
  const askedAt = now.toISOString();
  const listed = logins.length > maxAskedAlone ? await github.rolesOfCollaborators(repository) : undefined;
  if (listed) {
    const roles = [...listed].map(([login, it]) => ({ login, role: toStoredRole(it), askedAt }));
    return [...roles, { login: everybodyElse, role: "none", askedAt }];
  }
  const asked: KnownRole[] = [];
  for (const login of logins) {
    asked.push({ login, role: toStoredRole(await github.rolesOf(repository, login)), askedAt });
  }
  return asked;
}

function toStoredRole(roles: readonly Role[]): StoredRole {
  if (roles.includes("maintainer")) return "maintainer";
  return roles.includes("helper") ? "helper" : "none";
}
