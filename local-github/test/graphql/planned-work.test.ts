import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addItem,
  assign,
  closeIssue,
  createMilestone,
  createProject,
  openIssue,
  setFieldValue,
} from "local-github-server/world";
import { startAcme, type Acme } from "../acme-world.ts";

let acme: Acme;
beforeAll(async () => {
  acme = await startAcme();
});
afterAll(async () => acme.close());

function anIssue(title: string) {
  return openIssue(acme.world, acme.people.olga, acme.repository, { title });
}

async function titles(field: string): Promise<unknown> {
  const { data, errors } = await acme.ask(
    "app",
    `{ repository(owner: "acme", name: "widgets") { found: ${field} { nodes { title } } } }`,
  );
  return errors[0]?.message ?? data["repository"]?.["found"]?.["nodes"];
}

describe("issues by filterBy", () => {
  // The input's own descriptions: https://docs.github.com/en/graphql/reference/input-objects#issuefilters
  it("are those of an assignee in any case, of nobody, and of anybody", async () => {
    const { world, people } = acme;
    const [toms] = [anIssue("Of Tom"), anIssue("Of nobody")];
    assign(world, people.olga, toms, ["tom"]);
    expect(await titles(`issues(first: 5, filterBy: {assignee: "TOM"})`)).toEqual([{ title: "Of Tom" }]);
    expect(await titles(`issues(first: 5, filterBy: {assignee: "*"})`)).toEqual([{ title: "Of Tom" }]);
    expect(await titles(`issues(first: 5, filterBy: {assignee: null})`)).toEqual([{ title: "Of nobody" }]);
    expect(await titles(`issues(first: 5, filterBy: {assignee: "nobody-else"})`)).toEqual([]);
  });

  it("are those changed at or after a time, among those of a state", async () => {
    const { world, people } = acme;
    const [old, late, open] = [anIssue("Closed long ago"), anIssue("Closed late"), anIssue("Still open")];
    for (const it of [old, late]) closeIssue(world, people.olga, it);
    old.updatedAt = "2020-01-01T00:00:00Z";
    for (const it of [late, open]) it.updatedAt = "2020-01-02T00:00:00Z";
    for (const it of acme.repository.issues.slice(0, 2)) it.updatedAt = "2019-01-01T00:00:00Z";
    const since = `since: "2020-01-02T00:00:00Z"`;
    expect(await titles(`issues(first: 5, states: CLOSED, filterBy: {${since}})`)).toEqual([{ title: "Closed late" }]);
    expect(await titles(`issues(first: 5, filterBy: {${since}, states: [OPEN]})`)).toEqual([{ title: "Still open" }]);
  });

  it("by what is not emulated are refused loudly", async () => {
    expect(await titles(`issues(first: 5, filterBy: {mentioned: "tom"})`)).toMatch(/filterBy\.mentioned/u);
  });

  it("are no pull requests, in a milestone neither", async () => {
    const { world, people, repository } = acme;
    const milestone = createMilestone(world, people.olga, repository, { title: "v1" });
    const [inIt, done] = [anIssue("In v1"), anIssue("Done in v1")];
    for (const it of [inIt, done]) it.milestone = milestone;
    closeIssue(world, people.olga, done);
    const { data } = await acme.ask(
      "app",
      `{ repository(owner: "acme", name: "widgets") { milestone(number: ${milestone.number}) {
        issues(first: 5, states: OPEN) { totalCount nodes { title } } } none: milestone(number: 99) { title } } }`,
    );
    expect(data["repository"]).toEqual({
      milestone: { issues: { totalCount: 1, nodes: [{ title: "In v1" }] } },
      none: null,
    });
  });
});

describe("iterations of a board", () => {
  it("that are over stand apart, and values still tell of them", async () => {
    const { world, people, organization } = acme;
    const day = (offset: number) => new Date(world.now().getTime() + offset * 86_400_000).toISOString().slice(0, 10);
    const board = createProject(world, people.olga, organization, {
      title: "Roadmap",
      fields: [
        {
          name: "Sprint",
          dataType: "ITERATION",
          iterations: [
            { title: "Sprint 1", startDate: day(-30), duration: 14 },
            { title: "Sprint 2", startDate: day(-3), duration: 14 },
          ],
        },
      ],
    });
    const sprint = board.fields.find(({ name }) => name === "Sprint");
    if (sprint?.dataType !== "ITERATION") throw new Error("no sprints");
    const item = addItem(world, people.olga, board, anIssue("Was in sprint 1"));
    setFieldValue(world, people.olga, item, sprint, { iterationId: sprint.iterations[0]?.id ?? "" });
    addItem(world, people.olga, board, anIssue("In no sprint"));
    const { data } = await acme.ask(
      "app",
      `query($id: ID!) { node(id: $id) { ... on ProjectV2 {
        field(name: "Sprint") { ... on ProjectV2IterationField { configuration {
          iterations { title } completedIterations { title } } } }
        items(first: 5) { nodes { content { __typename } fieldValueByName(name: "sprint") {
          ... on ProjectV2ItemFieldIterationValue { title startDate duration } } } } } } }`,
      { id: board.id },
    );
    expect(data["node"]).toEqual({
      field: { configuration: { iterations: [{ title: "Sprint 2" }], completedIterations: [{ title: "Sprint 1" }] } },
      items: {
        nodes: [
          {
            content: { __typename: "Issue" },
            fieldValueByName: { title: "Sprint 1", startDate: day(-30), duration: 14 },
          },
          { content: { __typename: "Issue" }, fieldValueByName: null },
        ],
      },
    });
  });
});
