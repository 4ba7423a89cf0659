import type { SharedAction } from "../../actions/shared-actions.ts";
import type { TrackedIssue } from "../../core/issue-tracking.ts";
import type { FieldSetting, Project, Projects } from "../../core/project.ts";
import { findProject, onlyProject } from "../../issues/projects.ts";
import type { TriageContext } from "./triage-context.ts";

/*
 * Projects are for people with write rights: GitHub lets nobody with less put an issue into one from the repository
 * (https://github.com/orgs/community/discussions/21627), and an organization's projects are private unless it says
 * otherwise. An app cannot ask whether a person may see a project.
 */

/** What commands on projects are decided by. */
export interface IssueAndProjects {
  readonly issue: TrackedIssue;
  readonly projects: Projects;
}

/** The project an issue is in, or that of the config. Throws a `UserError` where there are several or none. */
export function projectOf(issue: TrackedIssue, projects: Projects, { config }: TriageContext): Project {
  const present = projectsOf(issue, projects);
  const { project } = config["feature-requests"];
  return present.length === 0 && project !== undefined ? findProject(projects, project) : onlyProject(present);
}

/** The projects an issue is in. */
export function projectsOf({ items }: TrackedIssue, projects: Projects): readonly Project[] {
  if (projects.owner === "user") return [];
  return projects.projects.filter(({ id }) => items.some(({ project }) => project.id === id));
}

/** The action that puts an issue into a project, unless it is there, and sets these fields. */
export function setFields(
  { repository }: TriageContext,
  { number, id: issue }: TrackedIssue,
  { id, title }: Project,
  fields: readonly FieldSetting[],
): SharedAction {
  return { do: "set-project-fields", repository, number, issue, project: { id, title }, fields };
}
