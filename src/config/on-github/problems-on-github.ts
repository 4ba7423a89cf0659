import { holidaysFiles, calendarsOf } from "../../business-time/calendars-of.ts";
import type { Project } from "../../core/project.ts";
import { docsGlob } from "../../text/docs-glob.ts";
import { isSameName } from "../../text/is-same-name.ts";
import { closest } from "../../text/closest.ts";
import { placesOf } from "../places.ts";
import { fromFile, settingName, toProblem, type ConfigProblem, type ProblemInFile } from "../problem.ts";
import type { Config } from "../schema.ts";
import type { GitHubFacts } from "./github-facts.ts";
import { lackingPermissions } from "./lacking-permissions.ts";
import type { Reference } from "./references.ts";

interface Told {
  readonly message: string;
  readonly severity: ConfigProblem["severity"];
  readonly suggestion?: string | undefined;
}

/** What is wrong with a config as only GitHub knows. `path` is the config's own; files of holidays have theirs. */
export function problemsOnGitHub(
  { path, text, config }: { readonly path: string; readonly text: string; readonly config: Config },
  references: readonly Reference[],
  facts: GitHubFacts,
): readonly ProblemInFile[] {
  const places = placesOf(text);
  const at = (it: Pick<Reference, "path" | "isKey">, { message, severity, suggestion }: Told): ProblemInFile => ({
    path,
    ...toProblem(it.isKey ? places.ofKey(it.path) : places.ofValue(it.path), `${settingName(it.path)}: ${message}`, {
      severity,
      ...(suggestion !== undefined && { suggestion }),
    }),
  });
  const missing = references.flatMap((it) => {
    const told = problemWith(it, facts);
    return told ? [at(it, told)] : [];
  });
  const lacking = lackingPermissions(config, facts.permissions ?? allowed).map(({ path: setting, message }) =>
    at(
      { path: places.has(setting) ? setting : [] },
      { message: `${settingName(setting)}: ${message}`, severity: "warning" },
    ),
  );
  return [
    ...missing,
    ...boardProblems(config, facts).map((it) => at(it, it)),
    ...lacking,
    ...holidays(config, facts),
  ].map((it) => ({ ...it, message: it.message.replace(/^: /u, "") }));
}

/** Where nobody knows what we may do, nothing is said of it. */
const allowed = {
  discussions: "write",
  issues: "write",
  pull_requests: "write",
  contents: "write",
  organization_projects: "write",
};

function problemWith(it: Reference, facts: GitHubFacts): Told | undefined {
  const { name } = it;
  switch (it.kind) {
    case "category":
      return facts.categories && noCategory(name, facts.categories);
    case "label":
      if (
        !facts.labels ||
        facts.labels.some((label) => isSameName(label, name) || plainLabel(label) === plainLabel(name))
      ) {
        return undefined;
      }
      return missing(
        `there is no label \`${name}\` here, and this one is not made by itself`,
        "warning",
        closest(name, facts.labels),
      );
    case "person":
      return noPerson(it, facts);
    case "team":
      return facts.teams.get(name) === false
        ? missing(`the owner of this repository has no team \`${name}\``)
        : undefined;
    case "project":
      return facts.projects && noProject(name, facts.projects);
    case "issue-type":
      if (!facts.issueTypes || facts.issueTypes.some((type) => isSameName(type, name))) return undefined;
      return missing(`there is no issue type \`${name}\` here`, "warning", closest(name, facts.issueTypes));
    case "holidays-file":
      return facts.holidays.has(name) ? undefined : missing(`there is no file \`${name}\` at this commit`);
    case "folder": {
      const folder = name.replace(/^\.?\/|\/$/gu, "");
      if (!facts.paths || folder === "" || folder === "." || facts.paths.some((path) => path.startsWith(`${folder}/`)))
        return undefined;
      return missing(`there is no folder \`${name}\` at this commit`, "warning");
    }
    case "docs": {
      if (!facts.paths || facts.paths.some(docsGlob({ include: [name], exclude: [] }))) return undefined;
      return missing(`no file at this commit is named by \`${name}\``, "warning");
    }
  }
}

function missing(message: string, severity: Told["severity"] = "error", suggestion?: string): Told {
  return { message, severity, suggestion };
}

function noCategory(name: string, { isOn, categories }: NonNullable<GitHubFacts["categories"]>): Told | undefined {
  if (!isOn) return missing("Discussions are not enabled in this repository", "warning");
  if (categories.some(({ slug }) => slug === name)) return undefined;
  const named = categories.find((it) => isSameName(it.name, name))?.slug;
  const slugs = categories.map(({ slug }) => slug);
  const known = slugs.map((it) => `\`${it}\``).join(", ");
  return missing(`there is no category \`${name}\`; there are ${known}`, "error", named ?? closest(name, slugs));
}

function noPerson({ name, needsRole }: Reference, { people }: GitHubFacts): Told | undefined {
  const known = people.get(name.toLowerCase());
  if (!known) return undefined;
  if (!known.isThere) return missing(`there is no account \`${name}\` on GitHub`, needsRole ? "error" : "warning");
  if (known.hasRole || !needsRole) return undefined;
  return missing(
    `\`${name}\` has no triage rights in this repository, and so cannot be assigned or use the commands`,
    "warning",
  );
}

function noProject(wanted: string, projects: NonNullable<GitHubFacts["projects"]>): Told | undefined {
  if (projects.owner === "user")
    return missing("a person's boards cannot be used by an app; only those of an organization", "warning");
  // Of boards that not everybody here may see nothing is told, not even that they are there: strangers read a check.
  const shown = projects.projects.filter(({ isShown }) => isShown);
  if (findProject(wanted, shown)) return undefined;
  const titles = shown.map(({ title }) => title);
  return missing(
    `there is no open board \`${wanted}\` that everybody who reads this repository may see`,
    shown.length > 0 && shown.length === projects.projects.length ? "error" : "warning",
    closest(wanted, titles),
  );
}

function findProject(wanted: string, projects: readonly Project[]): Project | undefined {
  return projects.find(
    ({ title, number }) => isSameName(title, wanted) || `#${number}` === `#${wanted.replace(/^#/u, "")}`,
  );
}

/** What a board that is there lacks, and that no milestone is due. */
function boardProblems(
  config: Config,
  { projects, milestones }: GitHubFacts,
): readonly (Told & Pick<Reference, "path">)[] {
  const { project: wanted, "project-status": status, fields, milestone } = config["feature-requests"];
  const told: (Told & Pick<Reference, "path">)[] = [];
  if (milestone === "next-by-due-date" && milestones && !milestones.some((it) => it.isOpen && it.due !== undefined)) {
    told.push({
      path: ["feature-requests", "milestone"],
      ...missing("no open milestone has a due date, so accepted requests get none", "warning"),
    });
  }
  const project =
    wanted === undefined || projects?.owner !== "organization" ? undefined : findProject(wanted, projects.projects);
  if (!project?.isShown || status === undefined) return told;
  const field = project.fields.find((it) => isSameName(it.name, fields.status));
  if (field?.type !== "single-select") {
    const selectable = project.fields.filter(({ type }) => type === "single-select").map(({ name }) => name);
    const message = `the board \`${project.title}\` has no field \`${fields.status}\` with choices`;
    told.push({
      path: ["feature-requests", "fields", "status"],
      ...missing(message, "warning", closest(fields.status, selectable)),
    });
  } else if (!field.options.some(({ name }) => isSameName(name, status))) {
    const choices = field.options.map(({ name }) => name);
    const message = `the field \`${field.name}\` of the board has no choice \`${status}\``;
    told.push({
      path: ["feature-requests", "project-status"],
      ...missing(message, "warning", closest(status, choices)),
    });
  }
  return told;
}

/** What is wrong in files of holidays that are there. */
function holidays({ calendars }: Config, facts: GitHubFacts): readonly ProblemInFile[] {
  const known = new Set(holidaysFiles(calendars).filter((it) => facts.holidays.has(it)));
  return calendarsOf(calendars, facts.holidays)
    .problems.filter(({ path }) => known.has(path))
    .map(fromFile);
}

/** `Kind/Feature` counts as `feature` among the labels of issues: what stands before a colon or slash is a group. */
function plainLabel(name: string): string {
  return (name.toLowerCase().split(/[:/]/u).at(-1) ?? "").trim().replaceAll(/[\s_]/gu, "-");
}
