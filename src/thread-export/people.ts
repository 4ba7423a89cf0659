import type { ExportedReply, ExportedRoles, ExportedThread } from "./exported-thread.ts";

/** Who belongs to a repository's people, by what GitHub says of their part: https://docs.github.com/en/graphql/reference/enums#commentauthorassociation */
const ofTheTeam: ReadonlySet<string> = new Set(["OWNER", "MEMBER", "COLLABORATOR"]);

/** What somebody may do, as far as measures tell people apart. */
export type ExportedRole = "maintainer" | "helper" | "none" | "bot";

/** Who somebody is: by a map of roles, or where there is none, by what GitHub says of their part in the repository. */
export type RoleOf = (login: string | undefined, isBot: boolean) => ExportedRole;

/** Notes the people that GitHub says belong to the repository. */
export function addAssociations(thread: ExportedThread, associated: Set<string>): void {
  const add = ({ author, authorAssociation }: Pick<ExportedReply, "author" | "authorAssociation">) => {
    if (author && ofTheTeam.has(authorAssociation ?? "")) associated.add(author.login.toLowerCase());
  };
  add(thread);
  for (const comment of thread.comments?.nodes ?? []) {
    add(comment);
    for (const reply of comment.replies?.nodes ?? []) add(reply);
  }
}

/** A map says all: whoever is not in it may read at most. */
export function rolesBy(
  roles: ReadonlyMap<string, ExportedRoles[string]> | undefined,
  associated: ReadonlySet<string>,
): RoleOf {
  return (login, isBot) => {
    if (isBot) return "bot";
    if (login === undefined) return "none";
    const name = login.toLowerCase();
    if (!roles) return associated.has(name) ? "helper" : "none";
    const role = roles.get(name);
    if (role === "triage") return "helper";
    return role === undefined || role === "none" || role === "read" ? "none" : "maintainer";
  };
}
