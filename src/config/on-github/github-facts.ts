import type { Permissions } from "../../core/app-health.ts";
import type { ConfigCheckReads } from "../../core/check-run.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { GoneError, RefusedError } from "../../core/errors.ts";
import type { GitHubReads } from "../../core/github-reads.ts";
import type { Milestone } from "../../core/issue-tracking.ts";
import type { Projects } from "../../core/project.ts";
import type { Config } from "../schema.ts";
import type { Reference, ReferenceKind } from "./references.ts";

/** What is asked of GitHub to check what a config names. */
export type FactReads = Pick<ConfigCheckReads, "discussionCategories" | "hasTeam" | "permissionsIn"> &
  Pick<
    GitHubReads,
    "labels" | "milestones" | "issueTypes" | "projects" | "accountId" | "rolesOf" | "tree" | "findFile"
  >;

/** What GitHub knows of what a config names; what is missing was not asked, or could not be. */
export interface GitHubFacts {
  readonly categories?: Awaited<ReturnType<ConfigCheckReads["discussionCategories"]>>;
  readonly labels?: readonly string[];
  readonly milestones?: readonly Milestone[];
  readonly issueTypes?: readonly string[];
  readonly projects?: Projects;
  readonly permissions?: Permissions;
  /** By logins in small letters: whether there is such an account, and whether it has a role here. */
  readonly people: ReadonlyMap<string, { readonly isThere: boolean; readonly hasRole: boolean }>;
  readonly teams: ReadonlyMap<string, boolean>;
  /** All files at the commit. */
  readonly paths?: readonly string[];
  /** Texts of files of holidays that are there, by their paths. */
  readonly holidays: ReadonlyMap<string, string>;
  /** What could not be looked at, and why: for people to read. */
  readonly unknown: readonly string[];
}

/** People are asked for one by one. */
const maxPeople = 50;

/**
 * Asks for what the references need and for nothing else: at most one request for each kind, and two for each person.
 * What GitHub refuses is `unknown`, and no mistake of the config's.
 */
export async function gatherFacts(
  {
    repository,
    commit,
    config,
  }: { readonly repository: RepositoryRef; readonly commit: string; readonly config: Config },
  references: readonly Reference[],
  reads: FactReads,
): Promise<GitHubFacts> {
  const unknown: string[] = [];
  const names = (...kinds: readonly ReferenceKind[]) => [
    ...new Set(references.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)),
  ];
  const ask = async <Answer>(
    what: string,
    isNeeded: boolean,
    read: () => Promise<Answer>,
  ): Promise<Answer | undefined> => {
    if (!isNeeded) return undefined;
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof RefusedError || error instanceof GoneError)) throw error;
      unknown.push(`${what}: ${error.message}`);
      return undefined;
    }
  };
  const people = new Map<string, { isThere: boolean; hasRole: boolean }>();
  const logins = names("person");
  if (logins.length > maxPeople)
    unknown.push(`people: the config names ${logins.length}, and ${maxPeople} were looked for`);
  for (const login of logins.slice(0, maxPeople)) {
    const isThere = await ask("people", true, async () => (await reads.accountId(repository, login)) !== undefined);
    if (isThere === undefined) break;
    const needsRole = references.some((it) => it.needsRole && it.name === login);
    const roles = isThere && needsRole ? await ask("roles", true, () => reads.rolesOf(repository, login)) : undefined;
    people.set(login.toLowerCase(), { isThere, hasRole: roles === undefined || roles.length > 0 });
  }
  const teams = new Map<string, boolean>();
  for (const slug of names("team")) {
    const isThere = await ask("teams", true, () => reads.hasTeam(repository, slug));
    if (isThere === undefined) break;
    teams.set(slug, isThere);
  }
  const holidays = new Map<string, string>();
  for (const path of names("holidays-file")) {
    const file = await ask("files", true, () => reads.findFile(repository, commit, path));
    if (file) holidays.set(path, Buffer.from(file.bytes).toString("utf8"));
  }
  const has = (...kinds: readonly ReferenceKind[]) => names(...kinds).length > 0;
  const wantsDue = config["feature-requests"].milestone === "next-by-due-date";
  const categories = await ask("categories", has("category"), () => reads.discussionCategories(repository));
  const labels = await ask("labels", has("label"), () => reads.labels(repository));
  const milestones = await ask("milestones", wantsDue, () => reads.milestones(repository));
  const issueTypes = await ask("issue types", has("issue-type"), () => reads.issueTypes(repository));
  const projects = await ask("boards", has("project"), () => reads.projects(repository));
  const paths = await ask("files", has("docs", "folder"), async () =>
    (await reads.tree(repository, commit)).map(({ path }) => path),
  );
  const permissions = await ask("permissions", true, () => reads.permissionsIn(repository));
  return {
    people,
    teams,
    holidays,
    unknown,
    ...(categories && { categories }),
    ...(labels && { labels }),
    ...(milestones && { milestones }),
    ...(issueTypes && { issueTypes }),
    ...(projects && { projects }),
    ...(paths && { paths }),
    ...(permissions && { permissions }),
  };
}
