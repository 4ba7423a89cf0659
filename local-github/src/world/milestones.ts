import { validationFailed } from "./error-texts.ts";
import type { Actor, Milestone, Repository } from "./objects.ts";
import { mustHaveRole } from "./people.ts";
import { mustBeWritable } from "./rules.ts";
import type { World } from "./world.ts";

/** A milestone as one asks for it. `dueOn` is ISO 8601; GitHub keeps only its day in Los Angeles. */
export interface MilestoneInput {
  readonly title?: string;
  readonly description?: string | null;
  readonly state?: "OPEN" | "CLOSED";
  readonly dueOn?: string | null;
}

/** The milestone of this number. */
export function findMilestone(repository: Repository, number: number): Milestone | undefined {
  return repository.milestones.find((milestone) => milestone.number === number);
}

/**
 * Make a milestone: write and above. Titles are unique in a repository, but `v2` and `V2` are two
 * (wso2/labs-agentic-engineer#313). Closed ones take issues as well.
 */
export function createMilestone(
  world: World,
  actor: Actor,
  repository: Repository,
  input: MilestoneInput & { readonly title: string },
): Milestone {
  mustHaveRole(repository, actor, "write", "CreateMilestone");
  mustBeWritable(repository);
  checkTitle(repository, input.title);
  const numbers = repository.milestones.map(({ number }) => number);
  const milestone = world.register<Milestone>({
    ...world.stamp("Milestone", repository),
    repository,
    number: Math.max(0, ...numbers) + 1,
    title: input.title,
    description: input.description ?? null,
    state: input.state ?? "OPEN",
    dueOn: toStoredDay(input.dueOn ?? null),
    closedAt: input.state === "CLOSED" ? world.timestamp() : null,
    creator: actor,
  });
  repository.milestones.push(milestone);
  world.emit({ event: "milestone", action: "created", repository, milestone, actor });
  return milestone;
}

/** Change a milestone: write and above. */
export function editMilestone(world: World, actor: Actor, milestone: Milestone, input: MilestoneInput): Milestone {
  const { repository } = milestone;
  mustHaveRole(repository, actor, "write", "UpdateMilestone");
  mustBeWritable(repository);
  if (input.title !== undefined && input.title !== milestone.title) checkTitle(repository, input.title);
  const changes = applyEdits(milestone, input);
  world.touch(milestone);
  if (Object.keys(changes).length > 0) {
    world.emit({ event: "milestone", action: "edited", repository, milestone, actor, changes });
  }
  if (input.state !== undefined && input.state !== milestone.state) {
    milestone.state = input.state;
    milestone.closedAt = input.state === "CLOSED" ? milestone.updatedAt : null;
    const action = input.state === "CLOSED" ? "closed" : "opened";
    world.emit({ event: "milestone", action, repository, milestone, actor });
  }
  return milestone;
}

/** Delete a milestone; issues of it have none afterwards. */
export function deleteMilestone(world: World, actor: Actor, milestone: Milestone): void {
  const { repository } = milestone;
  mustHaveRole(repository, actor, "write", "DeleteMilestone");
  for (const thread of [...repository.issues, ...repository.pullRequests]) {
    if (thread.milestone === milestone) thread.milestone = null;
  }
  repository.milestones.splice(repository.milestones.indexOf(milestone), 1);
  world.forget(milestone);
  world.emit({ event: "milestone", action: "deleted", repository, milestone, actor });
}

function applyEdits(milestone: Milestone, input: MilestoneInput): Record<string, { from: string | null }> {
  const changes: Record<string, { from: string | null }> = {};
  if (input.title !== undefined && input.title !== milestone.title) {
    changes["title"] = { from: milestone.title };
    milestone.title = input.title;
  }
  if (input.description !== undefined && input.description !== milestone.description) {
    changes["description"] = { from: milestone.description };
    milestone.description = input.description;
  }
  const dueOn = input.dueOn === undefined ? milestone.dueOn : toStoredDay(input.dueOn);
  if (dueOn !== milestone.dueOn) {
    changes["due_on"] = { from: milestone.dueOn };
    milestone.dueOn = dueOn;
  }
  return changes;
}

/**
 * GitHub floors the time to midnight in Los Angeles and stores it as UTC, so that `…T06:59Z` becomes the day before:
 * https://github.com/microsoft/PowerShellForGitHub/issues/133
 */
export function toStoredDay(dueOn: string | null): string | null {
  if (dueOn === null) return null;
  const at = new Date(dueOn);
  if (Number.isNaN(at.getTime())) throw validationFailed({ resource: "Milestone", field: "due_on", code: "invalid" });
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Los_Angeles" }).format(at);
  // Midnight there is 07:00 or 08:00 UTC, by season.
  const summer = new Date(`${day}T07:00:00Z`);
  const hour = new Intl.DateTimeFormat("en-US", {
    timeZone: "America/Los_Angeles",
    hour: "numeric",
    hourCycle: "h23",
  }).format(summer);
  return `${day}T${Number(hour) === 0 ? "07" : "08"}:00:00Z`;
}

function checkTitle(repository: Repository, title: string): void {
  if (title.trim() === "") throw validationFailed({ resource: "Milestone", field: "title", code: "missing_field" });
  if (repository.milestones.some((milestone) => milestone.title === title)) {
    throw validationFailed({ resource: "Milestone", field: "title", code: "already_exists" });
  }
}
