import { hourMs } from "../../../core/clock.ts";
import type { Person, RepositoryRef } from "../../../core/discussion.ts";
import type { StoredRole } from "../facts.ts";
import type { KnownRole, ReadsWithTimelines } from "../store/timeline-records.ts";

/** How long a role that was asked for is taken for given: where something happens now, and where history is read. */
export const roleAgeMs = { live: hourMs, history: 24 * hourMs } as const;

/** Roles of people, and those among them that were asked for now and are to be kept. */
export interface FoundRoles {
  of(person: Person | undefined): StoredRole;
  readonly asked: readonly KnownRole[];
}

/**
 * The roles of these people as they are now, or were a while ago: bots and those whose account is gone have none. One
 * REST request for each person who is not known.
 */
export async function findRoles(
  repository: RepositoryRef,
  people: readonly (Person | undefined)[],
  { reads, now, maxAgeMs }: { readonly reads: ReadsWithTimelines; readonly now: Date; readonly maxAgeMs: number },
): Promise<FoundRoles> {
  const logins = new Set(people.flatMap((it) => (it && !it.isBot ? [it.login.toLowerCase()] : [])));
  const known = await reads.timelines.rolesSince(repository, [...logins], new Date(now.getTime() - maxAgeMs));
  const asked: KnownRole[] = [];
  for (const login of logins) {
    if (known.has(login)) continue;
    const roles = await reads.github.rolesOf(repository, login);
    const role = roles.includes("maintainer") ? "maintainer" : roles.includes("helper") ? "helper" : "none";
    asked.push({ login, role, askedAt: now.toISOString() });
  }
  const found = new Map([...known, ...asked.map(({ login, role }) => [login, role] as const)]);
  return {
    of: (person) => (person?.isBot ? "bot" : ((person && found.get(person.login.toLowerCase())) ?? "none")),
    asked,
  };
}
