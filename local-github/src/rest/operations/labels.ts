import { createLabel, deleteLabel, editLabel, findLabel } from "../../world/labels.ts";
import {
  createMilestone,
  deleteMilestone,
  editMilestone,
  findMilestone,
  type MilestoneInput,
} from "../../world/milestones.ts";
import type { Label, Milestone } from "../../world/objects.ts";
import { created, noContent, ok, paged } from "../answers.ts";
import {
  mustFind,
  numberIn,
  repositoryOperation,
  type RestOperation,
  type RepositoryRequest,
} from "../rest-operation.ts";
import type { RestAnswer } from "../../request-context.ts";
import { toLabel, toMilestone } from "../shapes/issue.ts";

const READ = "issues=read; pull_requests=read";
const WRITE = "issues=write; pull_requests=write";
const REPOSITORY = "/repos/{owner}/{repo}";

/** A repository's labels and milestones. */
export const labelOperations: readonly RestOperation[] = [
  repositoryOperation(`GET ${REPOSITORY}/labels`, READ, "issues/labels#list-labels-for-a-repository", (request) =>
    paged(request, request.repository.labels, (label) => toLabel(request.world, label)),
  ),
  repositoryOperation(`POST ${REPOSITORY}/labels`, WRITE, "issues/labels#create-a-label", (request) => {
    const { world, viewer, repository, input } = request;
    const label = createLabel(world, viewer.actor, repository, { name: input.text("name"), ...labelFields(request) });
    return created(toLabel(world, label));
  }),
  repositoryOperation(`GET ${REPOSITORY}/labels/{name}`, READ, "issues/labels#get-a-label", (request) =>
    ok(toLabel(request.world, mustFindLabel(request))),
  ),
  repositoryOperation(`PATCH ${REPOSITORY}/labels/{name}`, WRITE, "issues/labels#update-a-label", (request) => {
    const { world, viewer, input } = request;
    const name = input.optionalText("new_name");
    const changes = { ...(name === undefined ? {} : { name }), ...labelFields(request) };
    return ok(toLabel(world, editLabel(world, viewer.actor, mustFindLabel(request), changes)));
  }),
  repositoryOperation(`DELETE ${REPOSITORY}/labels/{name}`, WRITE, "issues/labels#delete-a-label", (request) => {
    deleteLabel(request.world, request.viewer.actor, mustFindLabel(request));
    return noContent;
  }),
  repositoryOperation(`GET ${REPOSITORY}/milestones`, READ, "issues/milestones#list-milestones", listMilestones),
  repositoryOperation(`POST ${REPOSITORY}/milestones`, WRITE, "issues/milestones#create-a-milestone", (request) => {
    const { world, viewer, repository, input } = request;
    const wanted = { ...milestoneFields(request), title: input.text("title") };
    return created(toMilestone(world, createMilestone(world, viewer.actor, repository, wanted)));
  }),
  repositoryOperation(
    `GET ${REPOSITORY}/milestones/{milestone_number}`,
    READ,
    "issues/milestones#get-a-milestone",
    (request) => ok(toMilestone(request.world, mustFindMilestone(request))),
  ),
  repositoryOperation(
    `PATCH ${REPOSITORY}/milestones/{milestone_number}`,
    WRITE,
    "issues/milestones#update-a-milestone",
    (request) => {
      const { world, viewer } = request;
      return ok(
        toMilestone(world, editMilestone(world, viewer.actor, mustFindMilestone(request), milestoneFields(request))),
      );
    },
  ),
  repositoryOperation(
    `DELETE ${REPOSITORY}/milestones/{milestone_number}`,
    WRITE,
    "issues/milestones#delete-a-milestone",
    (request) => {
      deleteMilestone(request.world, request.viewer.actor, mustFindMilestone(request));
      return noContent;
    },
  ),
];

function mustFindLabel({ repository, parameters }: RepositoryRequest): Label {
  return mustFind(findLabel(repository, parameters["name"] ?? ""));
}

function labelFields({ input }: RepositoryRequest): { color?: string; description?: string | null } {
  const color = input.optionalText("color");
  const description = input.nullableText("description");
  return { ...(color === undefined ? {} : { color }), ...(description === undefined ? {} : { description }) };
}

function mustFindMilestone(request: RepositoryRequest): Milestone {
  return mustFind(findMilestone(request.repository, numberIn(request, "milestone_number")));
}

function milestoneFields({ input }: RepositoryRequest): MilestoneInput {
  const title = input.optionalText("title");
  const description = input.nullableText("description");
  const dueOn = input.nullableText("due_on");
  const state = input.optionalText("state");
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(state === undefined ? {} : { state: state === "closed" ? "CLOSED" : "OPEN" }),
  };
}

function listMilestones(request: RepositoryRequest): RestAnswer {
  const { world, repository, query } = request;
  const state = query.get("state") ?? "open";
  const order = query.get("direction") === "desc" ? -1 : 1;
  const wanted = repository.milestones.filter((each) => state === "all" || each.state.toLowerCase() === state);
  const sorted = wanted.toSorted(
    (left, right) => order * (dueKey(left) < dueKey(right) ? -1 : Number(dueKey(left) > dueKey(right))),
  );
  return paged(request, sorted, (milestone) => toMilestone(world, milestone));
}

/** Sorts by due date, those without one last. */
function dueKey(milestone: Milestone): string {
  return milestone.dueOn ?? "9999";
}
