import type { PlanningReads } from "../../core/planning.ts";
import type { GitHubClients } from "../github-clients.ts";
import { mayBeAssigned } from "./issues/assignees.ts";
import { issueTypes } from "./issues/issue-types.ts";
import { readLabels } from "./labels/labels.ts";
import { findIssueMadeFor, findPlannedIssue } from "./issues/find-planned-issue.ts";
import { milestones } from "./milestones/milestones.ts";
import { projects } from "./boards/projects.ts";
import { openDiscussions } from "./discussions/open-discussions.ts";
import { votesOn } from "./discussions/votes-on.ts";

/** What planning asks, each on its own page with what it costs. */
export function planningReads(clients: GitHubClients): PlanningReads {
  return {
    labels: async (repository) => (await readLabels(clients, repository)).map(({ name }) => name),
    milestones: (repository) => milestones(clients, repository),
    mayBeAssigned: (repository, login) => mayBeAssigned(clients, repository, login),
    issueTypes: (repository) => issueTypes(clients, repository),
    projects: (repository) => projects(clients, repository),
    findPlannedIssue: (repository, number) => findPlannedIssue(clients, repository, number),
    findIssueMadeFor: (repository, isMeant) => findIssueMadeFor(clients, repository, isMeant),
    openDiscussions: (repository, category, cursor) => openDiscussions(clients, repository, category, cursor),
    votesOn: (repository, discussions) => votesOn(clients, repository, discussions),
  };
}
