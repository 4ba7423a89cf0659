import { refusal, validationFailed } from "./error-texts.ts";
import type { Actor, Label, Labelable, Repository } from "./objects.ts";
import { mustHaveRole } from "./people.ts";
import { mustBeWritable, mustFit } from "./rules.ts";
import { sameName } from "./world.ts";
import type { World } from "./world.ts";

/** A label as one asks for it. `color`: six hexadecimal digits without `#`. */
export interface LabelInput {
  readonly name: string;
  readonly color?: string;
  readonly description?: string | null;
}

const maxLabels = 100;

/** GitHub's own words for both are not known: https://github.com/dead-claudia/github-limits */
const maxNameLength = 50;
const maxDescriptionLength = 100;

/** The label of this name, whatever its case. */
export function findLabel(repository: Repository, name: string): Label | undefined {
  return repository.labels.find((label) => sameName(label.name, name));
}

/** Make a label: triage may not, write may. Throws 422 `already_exists` for a taken name. */
export function createLabel(world: World, actor: Actor, repository: Repository, input: LabelInput): Label {
  mustHaveRole(repository, actor, "write", "CreateLabel");
  mustBeWritable(repository);
  checkLabel(input);
  if (findLabel(repository, input.name) !== undefined) throw nameTaken();
  const label = world.register<Label>({
    ...world.stamp("Label", repository),
    repository,
    name: input.name,
    color: (input.color ?? "ededed").toLowerCase(),
    description: input.description ?? null,
    isDefault: false,
  });
  repository.labels.push(label);
  world.emit({ event: "label", action: "created", repository, label, actor });
  return label;
}

/** Rename or repaint a label. */
export function editLabel(world: World, actor: Actor, label: Label, input: Partial<LabelInput>): Label {
  const { repository } = label;
  mustHaveRole(repository, actor, "write", "UpdateLabel");
  const next = { name: label.name, color: label.color, description: label.description, ...input };
  checkLabel(next);
  const taken = findLabel(repository, next.name);
  if (taken !== undefined && taken !== label) throw nameTaken();
  const changes: Record<string, { from: string }> = {};
  for (const key of ["name", "color", "description"] as const) {
    if (next[key] !== label[key]) changes[key] = { from: label[key] ?? "" };
  }
  Object.assign(label, next);
  world.touch(label);
  world.emit({ event: "label", action: "edited", repository, label, actor, changes });
  return label;
}

/** Delete a label; it vanishes from all that carried it, without a webhook for each. */
export function deleteLabel(world: World, actor: Actor, label: Label): void {
  const { repository } = label;
  mustHaveRole(repository, actor, "write", "DeleteLabel");
  for (const thread of [...repository.discussions, ...repository.issues, ...repository.pullRequests]) {
    const index = thread.labels.indexOf(label);
    if (index >= 0) thread.labels.splice(index, 1);
  }
  repository.labels.splice(repository.labels.indexOf(label), 1);
  world.forget(label);
  world.emit({ event: "label", action: "deleted", repository, label, actor });
}

/** Put labels on a thread: triage and above. What is there already stays as it is. */
export function addLabels(world: World, actor: Actor, thread: Labelable, labels: readonly Label[]): void {
  mustHaveRole(thread.repository, actor, "triage", "AddLabelsToLabelable");
  mustBeWritable(thread.repository);
  // Also those that are there already count, says actions/labeler#561.
  if (thread.__typename !== "Discussion") mustFitLabels(thread.labels.length + labels.length);
  for (const label of labels) {
    if (label.repository !== thread.repository) throw refusal("nodeNotFound", { id: label.id });
    if (thread.labels.includes(label)) continue;
    thread.labels.push(label);
    world.touch(thread);
    emitLabeled(world, actor, thread, "labeled", label);
  }
}

/** Throws where an issue or pull request would get more labels than it can have. */
export function mustFitLabels(count: number): void {
  if (count > maxLabels) throw refusal("tooManyLabels");
}

/** Take labels off a thread: triage and above. */
export function removeLabels(world: World, actor: Actor, thread: Labelable, labels: readonly Label[]): void {
  mustHaveRole(thread.repository, actor, "triage", "RemoveLabelsFromLabelable");
  mustBeWritable(thread.repository);
  for (const label of labels) {
    const index = thread.labels.indexOf(label);
    if (index < 0) continue;
    thread.labels.splice(index, 1);
    world.touch(thread);
    emitLabeled(world, actor, thread, "unlabeled", label);
  }
}

function emitLabeled(
  world: World,
  actor: Actor,
  thread: Labelable,
  action: "labeled" | "unlabeled",
  label: Label,
): void {
  const { repository } = thread;
  switch (thread.__typename) {
    case "Discussion":
      world.emit({ event: "discussion", action, repository, discussion: thread, label, actor });
      break;
    case "Issue":
      world.emit({ event: "issues", action, repository, issue: thread, label, actor });
      break;
    case "PullRequest":
      world.emit({ event: "pull_request", action, repository, pullRequest: thread, label, actor });
      break;
  }
}

function checkLabel(input: LabelInput): void {
  if (input.name.trim() === "") throw validationFailed({ resource: "Label", field: "name", code: "missing_field" });
  mustFit(input.name, "name", maxNameLength);
  mustFit(input.description ?? "", "description", maxDescriptionLength);
  if (input.color !== undefined && !/^[\da-f]{6}$/iu.test(input.color)) {
    throw validationFailed({ resource: "Label", field: "color", code: "invalid", value: input.color });
  }
}

function nameTaken(): Error {
  return refusal("labelTaken", {}, [{ resource: "Label", field: "name", code: "already_exists" }]);
}
