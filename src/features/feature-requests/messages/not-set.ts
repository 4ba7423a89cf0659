import type { FieldSetting, Project } from "../../../core/project.ts";

/*
 * What an issue was to be given and was not, each as an item of the list in our comment.
 */

/** Of the config's project, by the title that is written there. */
export function unseenProject(title: string): string {
  return `a place in project ${title}, which I cannot see`;
}

export function unknownType(type: string): string {
  return `type ${type}, which the organization does not have`;
}

export function unknownStatus(field: string, status: string, project: string): string {
  return `${field} ${status} in project ${project}, which does not have it`;
}

/** The names in a project are told only where everybody who reads the thread may see it. */
type ProjectName = Pick<Project, "title"> & Partial<Pick<Project, "isShown">>;

export function placeIn(project: ProjectName): string {
  return `a place in ${projectName(project)}`;
}

export function fieldIn(project: ProjectName, { name, shown }: FieldSetting): string {
  return `${project.isShown ? `${name} ${shown}` : "a field"} in ${projectName(project)}`;
}

function projectName({ title, isShown }: ProjectName): string {
  return isShown ? `project ${title}` : "a project that not everybody here may see";
}

export function subIssueNamed(title: string): string {
  return `sub-issue ${title}`;
}
