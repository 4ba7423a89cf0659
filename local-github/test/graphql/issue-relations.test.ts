import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addIssueComment,
  addItem,
  convertToDiscussion,
  createProject,
  openIssue,
  type Issue,
} from "local-github-server/world";
import { postQuery, startAcme, type Acme } from "../acme-world.ts";

const add = `mutation($issue: ID!, $sub: ID!, $replace: Boolean) {
  addSubIssue(input: {issueId: $issue, subIssueId: $sub, replaceParent: $replace}) {
    issue { subIssues(first: 5) { nodes { title } } } subIssue { parent { title } } } }`;
const remove = `mutation($issue: ID!, $sub: ID!) {
  removeSubIssue(input: {issueId: $issue, subIssueId: $sub}) { issue { number } } }`;

let acme: Acme;
beforeAll(async () => {
  acme = await startAcme();
});
afterAll(async () => acme.close());

function anIssue(title: string): Issue {
  return openIssue(acme.world, acme.people.olga, acme.repository, { title });
}

async function put(issue: Issue, sub: Issue, replace = false) {
  return acme.ask("app", add, { issue: issue.id, sub: sub.id, replace });
}

/** A token of the app that may not read boards. */
function poorToken(): string {
  const { app } = acme.installation;
  return acme.github.access.mint(app, acme.installation, { permissions: { issues: "read" } }).token;
}

describe("sub-issues", () => {
  it("have one parent, which may be replaced", async () => {
    const [epic, other, part] = ["Epic", "Other", "Part"].map(anIssue);
    if (!epic || !other || !part) throw new Error("no issues");
    expect((await put(epic, part)).data["addSubIssue"]).toEqual({
      issue: { subIssues: { nodes: [{ title: "Part" }] } },
      subIssue: { parent: { title: "Epic" } },
    });
    expect((await put(epic, part)).errors).toMatchObject([{ type: "UNPROCESSABLE" }]);
    expect((await put(other, part)).errors).toMatchObject([{ message: "Sub issue may only have one parent" }]);
    expect((await put(other, part, true)).errors).toEqual([]);
    expect((await acme.ask("app", remove, { issue: other.id, sub: part.id })).errors).toEqual([]);
    expect(part.parent).toBeNull();
    expect((await acme.ask("sam", add, { issue: epic.id, sub: part.id })).errors).toMatchObject([
      { type: "FORBIDDEN" },
    ]);
  });

  it("are neither their own ancestors, nor more than a hundred, nor deeper than eight", async () => {
    const chain = Array.from({ length: 10 }, (_, index) => anIssue(`Level ${index}`));
    for (const [index, issue] of chain.slice(1, 9).entries()) {
      const above = chain[index];
      if (above) expect((await put(above, issue)).errors).toEqual([]);
    }
    const [top, , , , , , , , bottom, below] = chain;
    if (!top || !bottom || !below) throw new Error("no chain");
    expect((await put(bottom, below)).errors).toMatchObject([{ type: "UNPROCESSABLE" }]);
    expect((await put(bottom, top)).errors).toMatchObject([{ type: "UNPROCESSABLE" }]);
    const broad = anIssue("Broad");
    for (let index = 0; index < 100; index++) {
      const part = anIssue(`Part ${index}`);
      part.parent = broad;
      broad.subIssues.push(part);
    }
    expect((await put(broad, anIssue("One more"))).errors).toMatchObject([{ type: "UNPROCESSABLE" }]);
  });
});

describe("an issue", () => {
  it("that became a discussion stays, closed and locked, and says which", async () => {
    const { world, people, repository } = acme;
    const [category] = repository.discussionCategories;
    const issue = anIssue("Rather a question");
    addIssueComment(world, people.tom, issue, "Let us talk.");
    if (category === undefined) throw new Error("no categories");
    const discussion = convertToDiscussion(world, people.tom, issue, category);
    const read = `query($n: Int!, $d: Int!) { repository(owner: "acme", name: "widgets") {
      issue(number: $n) { closed locked timelineItems(last: 1, itemTypes: [CONVERTED_TO_DISCUSSION_EVENT]) { nodes {
        ... on ConvertedToDiscussionEvent { discussion { number } } } } }
      discussion(number: $d) { title author { login } comments(first: 5) { nodes { body } } } } }`;
    const { data } = await acme.ask("app", read, { n: issue.number, d: discussion.number });
    expect(data["repository"]).toEqual({
      issue: { closed: true, locked: true, timelineItems: { nodes: [{ discussion: { number: discussion.number } }] } },
      discussion: {
        title: "Rather a question",
        author: { login: "olga" },
        comments: { nodes: [{ body: "Let us talk." }] },
      },
    });
  });

  it("shows its places on boards to those who may read them", async () => {
    const { world, people, organization } = acme;
    const issue = anIssue("On board");
    addItem(world, people.olga, createProject(world, people.olga, organization, { title: "Roadmap" }), issue);
    const read = `query($id: ID!) { node(id: $id) { ... on Issue { projectItems(first: 5) { nodes { project { title } } } } } }`;
    const titles = async (who: string) => (await acme.ask(who, read, { id: issue.id })).data["node"]?.["projectItems"];
    expect(await titles("app")).toEqual({ nodes: [{ project: { title: "Roadmap" } }] });
    expect(await titles("olga")).toEqual({ nodes: [{ project: { title: "Roadmap" } }] });
    expect(await titles("sam")).toEqual({ nodes: [] });
    const { data, errors } = await postQuery(acme.github.url, poorToken(), read, { id: issue.id });
    expect([data["node"], errors[0]?.type]).toEqual([null, "FORBIDDEN"]);
  });
});

describe("assignable users", () => {
  it("are found by a part of login or name", async () => {
    const read = `query($q: String) { repository(owner: "acme", name: "widgets") { assignableUsers(first: 5, query: $q) { nodes { login } } } }`;
    expect((await acme.ask("app", read)).data["repository"]).toEqual({
      assignableUsers: { nodes: [{ login: "olga" }, { login: "tom" }] },
    });
    expect((await acme.ask("app", read, { q: "owner" })).data["repository"]).toEqual({
      assignableUsers: { nodes: [{ login: "olga" }] },
    });
  });
});
