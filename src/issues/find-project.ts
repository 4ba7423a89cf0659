import { UserError } from "../core/errors.ts";
import type { Project, Projects } from "../core/project.ts";
import { boardIsKept, listOf, noSuchProject } from "./refusals.ts";
import { findLoosely } from "../text/find-loosely.ts";
import { nearestFirst } from "../text/nearest-first.ts";

/** The project somebody means by its title or number. */
export function findBoard(projects: Projects, wanted: string): Project {
  if (projects.owner === "user") {
    throw new UserError(
      "A person owns this repository, and GitHub hides the projects of a person from apps. Only projects of an organization can be set.",
    );
  }
  const all = projects.projects;
  const found = findLoosely(all, wanted, ({ title }) => title) ?? all.find(({ number }) => `${number}` === wanted);
  if (found) return found;
  throw new UserError(noSuchProject(wanted, nearestFirst(titlesShown(all), wanted, String)));
}

function titlesShown(all: readonly Project[]): string[] {
  return all.flatMap(({ isShown, title }) => (isShown ? [title] : []));
}

/** The one of these boards that is meant where none was named. */
export function onlyBoard(boards: readonly Project[]): Project {
  const [only, ...others] = boards;
  if (!only) {
    throw new UserError(
      'This issue is on no board. Say which one it belongs on: `/project "<board>" <field>:<value>`.',
    );
  }
  if (others.length === 0) return only;
  const shown = titlesShown(boards);
  throw new UserError(
    `This issue is on several boards. Say which one you mean: \`/project "<board>" <field>:<value>\`. ${shown.length < boards.length ? boardIsKept : listOf(shown)}`,
  );
}
