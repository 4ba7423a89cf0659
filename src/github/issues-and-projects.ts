import type { IssueWrites } from "../core/github-writes.ts";
import type { IssueReads } from "../core/issue-tracking.ts";
import type { GitHubClients } from "./github-clients.ts";
import { issueTypes, mayBeAssigned } from "./issues/assignees-and-types.ts";
import { findIssueMadeFor, findTrackedIssue } from "./issues/find-tracked-issue.ts";
import { addLabels, readLabels, removeLabels } from "./issues/labels.ts";
import { createMilestone, milestones } from "./issues/milestones.ts";
import { addSubIssue, createIssue, editIssue } from "./issues/write-issue.ts";
import { boardWork } from "./planning/board-work.ts";
import { assignedWork, closedWork, milestoneWork } from "./planning/planned-work.ts";
import { addToProject, clearProjectField, removeFromProject, setProjectField } from "./projects/project-items.ts";
import { projects } from "./projects/read-projects.ts";

/** Reads of issues and of what they can be given. Each function says what it costs. */
export function issueReads(clients: GitHubClients): IssueReads {
  return {
    labels: async (repository) => (await readLabels(clients, repository)).map(({ name }) => name),
    milestones: (repository) => milestones(clients, repository),
    mayBeAssigned: (repository, login) => mayBeAssigned(clients, repository, login),
    issueTypes: (repository) => issueTypes(clients, repository),
    projects: (repository) => projects(clients, repository),
    findTrackedIssue: (repository, number) => findTrackedIssue(clients, repository, number),
    findIssueMadeFor: (repository, matches, by) => findIssueMadeFor(clients, repository, matches, by),
    milestoneWork: (repository, milestone, estimates) => milestoneWork(clients, repository, milestone, estimates),
    assignedWork: (repository, login, estimates) => assignedWork(clients, repository, login, estimates),
    closedWork: (repository, since, estimates) => closedWork(clients, repository, since, estimates),
    boardWork: (repository, project, fields) => boardWork(clients, repository, project, fields),
  };
}

/** Changes of issues, milestones and projects. Each function says what it costs. */
export function issueWrites(clients: GitHubClients): IssueWrites {
  return {
    addLabels: (repository, subject, labels) => addLabels(clients, repository, subject, labels),
    removeLabels: (repository, subject, names) => removeLabels(clients, repository, subject, names),
    createIssue: (repository, draft) => createIssue(clients, repository, draft),
    editIssue: (repository, number, change) => editIssue(clients, repository, number, change),
    createMilestone: (repository, draft) => createMilestone(clients, repository, draft),
    addToProject: (repository, project, issue) => addToProject(clients, repository, project, issue),
    setProjectField: (repository, project, item, field, value) =>
      setProjectField(clients, repository, project, item, field, value),
    removeFromProject: (repository, project, item) => removeFromProject(clients, repository, project, item),
    clearProjectField: (repository, project, item, field) =>
      clearProjectField(clients, repository, project, item, field),
    addSubIssue: (repository, parent, child) => addSubIssue(clients, repository, parent, child),
  };
}
