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
import type { Cast, IssueStory } from "./content.ts";
import { fillIn, named, person, type Stage } from "./stage.ts";
import { later, type Timeline } from "./timeline.ts";

/** Tells of milestones, issues and the board, all planned by the owner. */
export function tellPlanning(stage: Stage, timeline: Timeline, cast: Cast): void {
  tellMilestones(stage, timeline, cast);
  const board = createBoard(stage, cast);
  for (const story of cast.issues) tellIssue(stage, timeline, story, board);
}

function tellMilestones(stage: Stage, timeline: Timeline, cast: Cast): void {
  const { world, repository } = stage;
  for (const { title, description, dueIn, createdAgo, closedAgo } of cast.milestones) {
    timeline.tell(timeline.ago(createdAgo), () => {
      createMilestone(world, stage.owner, repository, { title, description, dueOn: noon(timeline.ago(-dueIn)) });
    });
    if (closedAgo === undefined) continue;
    timeline.tell(timeline.ago(closedAgo), () => {
      const milestone = named(repository.milestones, title, (each) => each.title);
      editMilestone(world, stage.owner, milestone, { state: "CLOSED" });
    });
  }
}

/** Noon of a day, which stays that day wherever GitHub stores it (`local-github/world/milestones.ts`). */
function noon(at: Date): string {
  return `${at.toISOString().slice(0, 10)}T12:00:00Z`;
}

function createBoard(stage: Stage, { board }: Cast): ProjectV2 {
  return createProject(stage.world, stage.owner, stage.organization, {
    title: board.title,
    shortDescription: board.shortDescription,
    fields: [
      { name: "Status", dataType: "SINGLE_SELECT", options: board.statuses },
      { name: "Priority", dataType: "SINGLE_SELECT", options: board.priorities },
      { name: "Target date", dataType: "DATE" },
    ],
  });
}

function tellIssue(stage: Stage, timeline: Timeline, story: IssueStory, board: ProjectV2): void {
  const { world } = stage;
  const opened = timeline.ago(story.openedAgo);
  const issue = (): Issue => named(stage.repository.issues, story.title, ({ title }) => title);
  timeline.tell(opened, () => {
    open(stage, story);
    if (story.board !== undefined) place(stage, timeline, board, issue(), story.board);
  });
  for (const { by, after, body } of story.comments) {
    timeline.tell(later(opened, after), () => {
      addIssueComment(world, person(stage, by), issue(), fillIn(stage, body));
    });
  }
  const { closedAgo, closedAs } = story;
  if (closedAgo === undefined) return;
  timeline.tell(timeline.ago(closedAgo), () => {
    closeIssue(world, stage.owner, issue(), closedAs);
  });
}

function open(stage: Stage, story: IssueStory): void {
  const { world, repository } = stage;
  const { title, milestone, assignees } = story;
  const issue = openIssue(world, person(stage, story.by), repository, { title, body: fillIn(stage, story.body) });
  editIssue(world, stage.owner, issue, {
    labels: story.labels.map((label) => named(repository.labels, label, ({ name }) => name)),
    assignees: assignees.map((login) => person(stage, login)),
    ...(milestone === undefined ? {} : { milestone: named(repository.milestones, milestone, (each) => each.title) }),
  });
}

function place(
  stage: Stage,
  timeline: Timeline,
  board: ProjectV2,
  issue: Issue,
  { status, priority, targetIn }: NonNullable<IssueStory["board"]>,
): void {
  const { world } = stage;
  const item = addItem(world, stage.owner, board, issue);
  const field = (name: string): ProjectV2["fields"][number] => named(board.fields, name, (each) => each.name);
  for (const [name, choice] of [
    ["Status", status],
    ["Priority", priority],
  ] as const) {
    const select = field(name);
    if (select.dataType !== "SINGLE_SELECT") continue;
    const option = named(select.options, choice, (each) => each.name);
    setFieldValue(world, stage.owner, item, select, { singleSelectOptionId: option.id });
  }
  if (targetIn === undefined) return;
  const date = timeline.ago(-targetIn).toISOString().slice(0, 10);
  setFieldValue(world, stage.owner, item, field("Target date"), { date });
}
