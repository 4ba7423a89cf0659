import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addIssueComment,
  closeIssue,
  createMilestone,
  createProject,
  createRepository,
  openIssue,
} from "local-github-server/world";
import { startAcme } from "../acme-world.ts";
import type { Acme } from "../acme-world.ts";

const createIssue = `mutation($input: CreateIssueInput!) { createIssue(input: $input) { issue {
  id number title url state author { login } labels(first: 5) { nodes { name } } milestone { title } } } }`;

describe("issues and projects over GraphQL", () => {
  let acme: Acme;
  beforeAll(async () => {
    acme = await startAcme();
  });
  afterAll(async () => acme.close());

  it("opens an issue with label and milestone as the app, and drops both for who may only read", async () => {
    const { world, repository, people } = acme;
    const milestone = createMilestone(world, people.olga, repository, { title: "v1", dueOn: "2026-03-01T12:00:00Z" });
    expect(milestone.dueOn).toBe("2026-03-01T08:00:00Z");
    const label = `mutation($r: ID!) { createLabel(input: {repositoryId: $r, name: "feature", color: "a2eeef"}) { label { id name } } }`;
    const made = await acme.ask("app", label, { r: repository.id });
    const labelIds = [made.data["createLabel"]?.["label"]?.["id"]];
    const again = await acme.ask("app", label, { r: repository.id });
    expect(again.errors).toMatchObject([{ type: "UNPROCESSABLE", message: "Name has already been taken" }]);

    const input = {
      repositoryId: repository.id,
      title: "Dark mode",
      body: "Please",
      labelIds,
      milestoneId: milestone.id,
    };
    const byApp = await acme.ask("app", createIssue, { input });
    expect(byApp.data["createIssue"]?.["issue"]).toMatchObject({
      url: `${acme.github.url}/acme/widgets/issues/1`,
      state: "OPEN",
      author: { login: "my-app" },
      labels: { nodes: [{ name: "feature" }] },
      milestone: { title: "v1" },
    });
    const byStranger = await acme.ask("sam", createIssue, { input });
    expect(byStranger.data["createIssue"]?.["issue"]).toMatchObject({ labels: { nodes: [] }, milestone: null });
  });

  it("closes an issue by its author or triage, comments and reads it back", async () => {
    const { data } = await acme.ask("ada", createIssue, { input: { repositoryId: acme.repository.id, title: "Bug" } });
    const issue = data["createIssue"]?.["issue"];
    const close = `mutation($id: ID!) { closeIssue(input: {issueId: $id, stateReason: NOT_PLANNED}) { issue { closed stateReason } } }`;
    expect((await acme.ask("sam", close, { id: issue?.["id"] })).errors).toMatchObject([{ type: "FORBIDDEN" }]);
    const closed = await acme.ask("tom", close, { id: issue?.["id"] });
    expect(closed.data["closeIssue"]?.["issue"]).toEqual({ closed: true, stateReason: "NOT_PLANNED" });
    const comment = `mutation($id: ID!) { addComment(input: {subjectId: $id, body: "Thanks."}) { commentEdge { node { body author { login } } } } }`;
    const said = await acme.ask("app", comment, { id: issue?.["id"] });
    expect(said.data["addComment"]?.["commentEdge"]?.["node"]).toEqual({
      body: "Thanks.",
      author: { login: "my-app" },
    });
  });

  it("tells of a duplicate by itself, and knows no argument for it any more", async () => {
    const { world, people, repository } = acme;
    const issue = openIssue(world, people.ada, repository, { title: "Again" });
    closeIssue(world, people.ada, issue, "DUPLICATE");
    const read = (field: string) =>
      `query($n: Int!) { repository(owner: "acme", name: "widgets") { issue(number: $n) { ${field} } } }`;
    const { data } = await acme.ask("app", read("stateReason"), { n: issue.number });
    expect(data["repository"]?.["issue"]).toEqual({ stateReason: "DUPLICATE" });
    const asked = await acme.ask("app", read("stateReason(enableDuplicate: true)"), { n: issue.number });
    expect(asked.errors).toMatchObject([{ extensions: { code: "argumentNotAccepted" } }]);
  });

  it("deletes an issue for admins alone", async () => {
    const { world, people, repository } = acme;
    const issue = openIssue(world, people.ada, repository, { title: "Spam" });
    const remove = `mutation($id: ID!) { deleteIssue(input: {issueId: $id}) { repository { name } } }`;
    expect((await acme.ask("ada", remove, { id: issue.id })).errors).toMatchObject([{ type: "FORBIDDEN" }]);
    expect((await acme.ask("olga", remove, { id: issue.id })).data["deleteIssue"]).toEqual({
      repository: { name: "widgets" },
    });
    expect(repository.issues).not.toContain(issue);
    expect((await acme.ask("olga", remove, { id: issue.id })).errors).toMatchObject([{ type: "NOT_FOUND" }]);
  });

  it("transfers an issue with what was said, under another number", async () => {
    const { world, people, repository, organization } = acme;
    const issue = openIssue(world, people.ada, repository, { title: "Elsewhere" });
    addIssueComment(world, people.tom, issue, "Not here.");
    const to = createRepository(world, organization, "gadgets");
    const move = `mutation($id: ID!, $to: ID!) { transferIssue(input: {issueId: $id, repositoryId: $to}) { issue {
      number repository { name } comments(first: 5) { nodes { body } } } } }`;
    expect((await acme.ask("ada", move, { id: issue.id, to: to.id })).errors).toMatchObject([{ type: "FORBIDDEN" }]);
    const moved = await acme.ask("olga", move, { id: issue.id, to: to.id });
    expect(moved.data["transferIssue"]?.["issue"]).toEqual({
      number: 1,
      repository: { name: "gadgets" },
      comments: { nodes: [{ body: "Not here." }] },
    });
    expect(repository.issues).not.toContain(issue);
  });

  it("puts an issue on a board once and moves it to a column", async () => {
    const { world, organization, people, repository } = acme;
    const project = createProject(world, people.olga, organization, { title: "Roadmap" });
    const { data } = await acme.ask("app", createIssue, { input: { repositoryId: repository.id, title: "Idea" } });
    const contentId = data["createIssue"]?.["issue"]?.["id"];
    const add = `mutation($p: ID!, $c: ID!) { addProjectV2ItemById(input: {projectId: $p, contentId: $c}) { item { id } } }`;
    const first = await acme.ask("app", add, { p: project.id, c: contentId });
    const second = await acme.ask("app", add, { p: project.id, c: contentId });
    expect(second.data).toEqual(first.data);

    const board = `{ organization(login: "acme") { projectV2(number: 1) { id field(name: "Status") {
      ... on ProjectV2SingleSelectField { id options { id name } } } } } }`;
    const read = await acme.ask("app", board);
    const field = read.data["organization"]?.["projectV2"]?.["field"];
    const options: unknown = field?.["options"];
    const done = Array.isArray(options) ? options.find(({ name }) => name === "Done") : undefined;
    const move = `mutation($p: ID!, $i: ID!, $f: ID!, $o: String!) { updateProjectV2ItemFieldValue(input: {projectId: $p, itemId: $i, fieldId: $f, value: {singleSelectOptionId: $o}}) {
      projectV2Item { type fieldValueByName(name: "Status") { ... on ProjectV2ItemFieldSingleSelectValue { name } } content { ... on Issue { title } } } } }`;
    const item = first.data["addProjectV2ItemById"]?.["item"]?.["id"];
    const moved = await acme.ask("app", move, { p: project.id, i: item, f: field?.["id"], o: done.id });
    expect(moved.errors).toEqual([]);
    expect(moved.data["updateProjectV2ItemFieldValue"]?.["projectV2Item"]).toEqual({
      type: "ISSUE",
      fieldValueByName: { name: "Done" },
      content: { title: "Idea" },
    });
    const wrong = await acme.ask("app", move, { p: project.id, i: item, f: field?.["id"], o: "00000000" });
    expect(wrong.errors).toMatchObject([{ type: "UNPROCESSABLE" }]);
    const stranger = await acme.ask("sam", move, { p: project.id, i: item, f: field?.["id"], o: done.id });
    expect(stranger.errors).toMatchObject([{ type: "FORBIDDEN" }]);
  });
});
