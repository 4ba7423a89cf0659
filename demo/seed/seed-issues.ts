import {
  addIssueComment,
  addItem,
  closeIssue,
  createMilestone,
  createProject,
  editIssue,
  editMilestone,
  openIssue,
  setFieldValue,
  type Issue,
  type ProjectV2,
} from "local-github-server/world";
import type { ProjectContent, IssueContent } from "./content.ts";
import { fillPlaceholders, mustFindByName, person, type SeedContext } from "./seed-context.ts";
import { afterTime, type Timeline } from "./timeline.ts";

/** Schedules milestones, issues and what stands on the board, all made by the owner. */
export function seedIssues(context: SeedContext, timeline: Timeline, project: ProjectContent): void {
  seedMilestones(context, timeline, project);
  const board = createBoard(context, project);
  for (const entry of project.issues) seedIssue(context, timeline, entry, board);
}

function seedMilestones(context: SeedContext, timeline: Timeline, project: ProjectContent): void {
  const { world, repository } = context;
  for (const { title, description, dueIn, createdAgo, closedAgo } of project.milestones) {
    timeline.schedule(timeline.ago(createdAgo), () => {
      createMilestone(world, context.owner, repository, { title, description, dueOn: noon(timeline.ago(-dueIn)) });
    });
    if (closedAgo === undefined) continue;
    timeline.schedule(timeline.ago(closedAgo), () => {
      const milestone = mustFindByName(repository.milestones, title, (each) => each.title);
      editMilestone(world, context.owner, milestone, { state: "CLOSED" });
    });
  }
}

/** Noon of a day, which stays that day wherever GitHub stores it (`toStoredDay` of `local-github-server/world`). */
function noon(at: Date): string {
  return `${at.toISOString().slice(0, 10)}T12:00:00Z`;
}

function createBoard(context: SeedContext, { board }: ProjectContent): ProjectV2 {
  return createProject(context.world, context.owner, context.organization, {
    title: board.title,
    shortDescription: board.shortDescription,
    fields: [
      { name: "Status", dataType: "SINGLE_SELECT", options: board.statuses },
      { name: "Priority", dataType: "SINGLE_SELECT", options: board.priorities },
      { name: "Target date", dataType: "DATE" },
    ],
  });
}

function seedIssue(context: SeedContext, timeline: Timeline, entry: IssueContent, board: ProjectV2): void {
  const { world } = context;
  const opened = timeline.ago(entry.openedAgo);
  const issue = (): Issue => mustFindByName(context.repository.issues, entry.title, ({ title }) => title);
  timeline.schedule(opened, () => {
    open(context, entry);
    if (entry.board !== undefined) place(context, timeline, board, issue(), entry.board);
  });
  for (const { by, after, body } of entry.comments) {
    timeline.schedule(afterTime(opened, after), () => {
      addIssueComment(world, person(context, by), issue(), fillPlaceholders(context, body));
    });
  }
  const { closedAgo, closedAs } = entry;
  if (closedAgo === undefined) return;
  timeline.schedule(timeline.ago(closedAgo), () => {
    closeIssue(world, context.owner, issue(), closedAs);
  });
}

function open(context: SeedContext, entry: IssueContent): void {
  const { world, repository } = context;
  const { title, milestone, assignees } = entry;
  const issue = openIssue(world, person(context, entry.by), repository, {
    title,
    body: fillPlaceholders(context, entry.body),
  });
  editIssue(world, context.owner, issue, {
    labels: entry.labels.map((label) => mustFindByName(repository.labels, label, ({ name }) => name)),
    assignees: assignees.map((login) => person(context, login)),
    ...(milestone === undefined
      ? {}
      : { milestone: mustFindByName(repository.milestones, milestone, (each) => each.title) }),
  });
}

function place(
  context: SeedContext,
  timeline: Timeline,
  board: ProjectV2,
  issue: Issue,
  { status, priority, targetIn }: NonNullable<IssueContent["board"]>,
): void {
  const { world } = context;
  const item = addItem(world, context.owner, board, issue);
  const field = (name: string): ProjectV2["fields"][number] => mustFindByName(board.fields, name, (each) => each.name);
  for (const [name, choice] of [
    ["Status", status],
    ["Priority", priority],
  ] as const) {
    const select = field(name);
    if (select.dataType !== "SINGLE_SELECT") continue;
    const option = mustFindByName(select.options, choice, (each) => each.name);
    setFieldValue(world, context.owner, item, select, { singleSelectOptionId: option.id });
  }
  if (targetIn === undefined) return;
  const date = timeline.ago(-targetIn).toISOString().slice(0, 10);
  setFieldValue(world, context.owner, item, field("Target date"), { date });
}
