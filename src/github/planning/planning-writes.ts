import type { PlanningWrites } from "../../core/planning.ts";
import type { GitHubClients } from "../github-clients.ts";
import { addLabels, removeLabels } from "./labels/change-labels.ts";
import { closeDiscussion, reopenDiscussion } from "./discussions/close-discussion.ts";
import { createIssue } from "./issues/create-issue.ts";
import { createMilestone } from "./milestones/create-milestone.ts";
import { editIssue } from "./issues/edit-issue.ts";
import { addToProject, clearProjectField, removeFromProject, setProjectField } from "./boards/project-items.ts";
import { addSubIssue } from "./issues/sub-issues.ts";

/** What planning changes, each on its own page with what it costs. */
export function planningWrites(clients: GitHubClients): PlanningWrites {
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
    closeDiscussion: (repository, discussion, reason) => closeDiscussion(clients, repository, discussion, reason),
    reopenDiscussion: (repository, discussion) => reopenDiscussion(clients, repository, discussion),
  };
}
