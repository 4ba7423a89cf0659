import { UserError } from "../core/errors.ts";
import type { Project, Projects } from "../core/project.ts";
import { findLoosely } from "../text/find-loosely.ts";
import { nearestFirst } from "../text/nearest-first.ts";
import { inNoProject, inSeveralProjects, noSuchProject, projectsOfAPerson } from "./refusals.ts";

/** The project with this title or number. Throws a `UserError` where there is none. */
export function findProject(projects: Projects, wanted: string): Project {
  if (projects.owner === "user") throw new UserError(projectsOfAPerson);
  const all = projects.projects;
  const found = findLoosely(all, wanted, ({ title }) => title) ?? all.find(({ number }) => `${number}` === wanted);
  if (found) return found;
  throw new UserError(noSuchProject(wanted, nearestFirst(shownTitles(all), wanted, String)));
}

/** The only one of these, where a command names none. Throws a `UserError` where there are several or none. */
export function onlyProject(projects: readonly Project[]): Project {
  const [only, ...others] = projects;
  if (!only) throw new UserError(inNoProject);
  if (others.length === 0) return only;
  const shown = shownTitles(projects);
  throw new UserError(inSeveralProjects(shown.length < projects.length ? undefined : shown));
}

function shownTitles(all: readonly Project[]): string[] {
  return all.flatMap(({ isShown, title }) => (isShown ? [title] : []));
}
