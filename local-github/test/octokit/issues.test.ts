import { describe, expect, it } from "vitest";
import {
  addIssueComment,
  createRepository,
  deleteIssue,
  lock,
  openIssue,
  transferIssue,
} from "local-github-server/world";
import { useWidgets } from "../rest/widgets.ts";
import { personOf, refusalOf, restOf } from "./octokit-clients.ts";

/** By plain `@octokit/rest`: https://docs.github.com/en/rest/issues */
const widgets = useWidgets();
const at = { owner: "acme", repo: "widgets" };
const as = (login?: string) => restOf(widgets().github, login).rest;
const person = (login: string) => personOf(widgets().github, login);

function anIssue(title = "It hangs") {
  const { github, repository } = widgets();
  return openIssue(github.world, person("maria"), repository, { title });
}

describe("issues", () => {
  it("are opened, with their address", async () => {
    const { status, data, headers } = await as("maria").issues.create({ ...at, title: "It hangs", body: "Often." });
    expect(status).toBe(201);
    expect(headers.location).toBe(data.url);
    expect(data).toMatchObject({ state: "open", user: { login: "maria" }, author_association: "NONE", comments: 0 });
  });

  it("need a title", async () => {
    const refused = await refusalOf(as("maria").issues.create({ ...at, title: undefined as never }));
    expect(refused).toMatchObject({ status: 422, message: 'Invalid request.\n\n"title" wasn\'t supplied.' });
  });

  it("are closed as completed, as not planned, or as duplicates", async () => {
    const { number } = anIssue();
    const close = async (reason?: "completed" | "not_planned" | "duplicate") => {
      await as("tim").issues.update({ ...at, issue_number: number, state: "open" });
      const closed = { ...at, issue_number: number, state: "closed", ...(reason && { state_reason: reason }) } as const;
      return (await as("tim").issues.update(closed)).data.state_reason;
    };
    expect([await close(), await close("not_planned"), await close("duplicate")]).toEqual([
      "completed",
      "not_planned",
      "duplicate",
    ]);
  });

  it("that were deleted are 410, and those that moved lead there", async () => {
    const { github, repository } = widgets();
    const [deleted, moved] = [anIssue(), anIssue()];
    deleteIssue(github.world, person("olga"), deleted);
    expect(await refusalOf(as("maria").issues.get({ ...at, issue_number: deleted.number }))).toMatchObject({
      status: 410,
      message: "This issue was deleted",
    });
    const to = createRepository(github.world, repository.owner, "gadgets");
    const there = transferIssue(github.world, person("olga"), moved, to);
    const { data } = await as("maria").issues.get({ ...at, issue_number: moved.number });
    expect(data.number).toBe(there.number);
    expect(data.repository_url).toMatch(/\/repos\/acme\/gadgets$/u);
  });

  it("hold comments, which are edited and deleted", async () => {
    const issue = { ...at, issue_number: anIssue().number };
    const { data } = await as("maria").issues.createComment({ ...issue, body: "Me too." });
    const comment = { ...at, comment_id: data.id };
    expect((await as("maria").issues.updateComment({ ...comment, body: "Me as well." })).data.body).toBe("Me as well.");
    expect((await as("maria").issues.listComments(issue)).data).toHaveLength(1);
    expect((await as("maria").issues.deleteComment(comment)).status).toBe(204);
    expect(await refusalOf(as("maria").issues.getComment(comment))).toMatchObject({ status: 404 });
  });

  it("that are locked take no comment of a stranger", async () => {
    const issue = anIssue();
    lock(widgets().github.world, person("mona"), issue, "OFF_TOPIC");
    const refused = await refusalOf(
      as("maria").issues.createComment({ ...at, issue_number: issue.number, body: "But!" }),
    );
    expect(refused).toMatchObject({ status: 403, message: "Unable to create comment because issue is locked." });
  });

  it("are assigned to whom they can be, and to nobody else", async () => {
    const issue = { ...at, issue_number: anIssue().number };
    const { data } = await as("tim").issues.addAssignees({ ...issue, assignees: ["tim", "nobody-here"] });
    expect(data.assignees?.map(({ login }) => login)).toEqual(["tim"]);
  });

  it("come in pages, with links to the others by the repository's number", async () => {
    const { github, repository } = widgets();
    for (let count = 0; count < 5; count++) anIssue(`Page ${count}`);
    const page = async (number: number) =>
      (await as("maria").issues.listForRepo({ ...at, per_page: 2, page: number })).headers.link;
    const base = `<${github.url}/repositories/${repository.databaseId}/issues?per_page=2&page=`;
    expect((await page(1))?.startsWith(`${base}2>; rel="next", ${base}`)).toBe(true);
    expect(await page(1)).toMatch(/\d+>; rel="last"$/u);
    expect(await page(2)).toContain(`${base}1>; rel="prev"`);
    expect(await page(2)).toContain(`${base}1>; rel="first"`);
    const all = await restOf(github, "maria").paginate("GET /repos/{owner}/{repo}/issues", { ...at, per_page: 2 });
    expect(all.length).toBeGreaterThanOrEqual(5);
  });

  it("are reacted to once: 201, then 200", async () => {
    const reaction = { ...at, issue_number: anIssue().number, content: "heart" } as const;
    expect((await as("maria").reactions.createForIssue(reaction)).status).toBe(201);
    expect((await as("maria").reactions.createForIssue(reaction)).status).toBe(200);
    expect((await as("maria").reactions.listForIssue(reaction)).data).toMatchObject([{ content: "heart" }]);
    const bad = as("maria").reactions.createForIssue({ ...reaction, content: "sneeze" as never });
    expect(await refusalOf(bad)).toMatchObject({ status: 422, message: "Validation Failed" });
  });

  it("are found by words and qualifiers, out of a budget of its own", async () => {
    const issue = anIssue("The gyrotron hums at night");
    addIssueComment(widgets().github.world, person("tim"), issue, "It is cold.");
    const { search } = as("maria");
    const find = async (q: string) => (await search.issuesAndPullRequests({ q })).data.items.map((it) => it.number);
    expect(await find("gyrotron repo:acme/widgets is:issue is:open")).toEqual([issue.number]);
    expect(await find("gyrotron in:title author:maria commenter:tim no:label")).toEqual([issue.number]);
    expect(await find("gyrotron -author:maria")).toEqual([]);
    expect(await find("gyrotron is:pr")).toEqual([]);
    const { data, headers } = await search.issuesAndPullRequests({ q: "cold in:comments repo:acme/widgets" });
    expect(data).toMatchObject({ total_count: 1, incomplete_results: false, items: [{ score: expect.any(Number) }] });
    expect(headers).toMatchObject({ "x-ratelimit-resource": "search", "x-ratelimit-limit": "30" });
    expect(await refusalOf(search.issuesAndPullRequests({ q: "" }))).toMatchObject({
      status: 422,
      errors: [{ resource: "Search", field: "q", code: "missing" }],
    });
  });
});

describe("labels and milestones", () => {
  it("a label is made, and a second of its name is not", async () => {
    const made = await as("wendy").issues.createLabel({ ...at, name: "odd", color: "FF0000" });
    expect([made.status, made.data.color]).toEqual([201, "ff0000"]);
    expect(await refusalOf(as("wendy").issues.createLabel({ ...at, name: "Odd" }))).toMatchObject({
      status: 422,
      message: "Validation Failed",
      errors: [{ resource: "Label", code: "already_exists", field: "name" }],
    });
  });

  it("a label's color is six digits", async () => {
    const refused = await refusalOf(as("wendy").issues.createLabel({ ...at, name: "bad", color: "#ff0000" }));
    expect(refused).toMatchObject({ status: 422, errors: [{ resource: "Label", field: "color", code: "invalid" }] });
  });

  it("a label is renamed and deleted", async () => {
    await as("wendy").issues.createLabel({ ...at, name: "tmp" });
    expect((await as("wendy").issues.updateLabel({ ...at, name: "tmp", new_name: "kept" })).data.name).toBe("kept");
    expect((await as("wendy").issues.deleteLabel({ ...at, name: "kept" })).status).toBe(204);
    expect(await refusalOf(as("wendy").issues.getLabel({ ...at, name: "kept" }))).toMatchObject({ status: 404 });
  });

  it("labels on an issue are added, told and taken off", async () => {
    const issue = { ...at, issue_number: anIssue().number };
    expect((await as("tim").issues.addLabels({ ...issue, labels: ["one", "two"] })).data).toHaveLength(2);
    expect((await as("tim").issues.removeLabel({ ...issue, name: "one" })).data.map(({ name }) => name)).toEqual([
      "two",
    ]);
    expect(await refusalOf(as("tim").issues.removeLabel({ ...issue, name: "one" }))).toMatchObject({ status: 404 });
  });

  // microsoft/PowerShellForGitHub#133
  it("a milestone's day is midnight in Los Angeles, and its title is taken once", async () => {
    const due = { ...at, title: "v1", due_on: "2031-07-15T12:00:00Z" };
    expect((await as("wendy").issues.createMilestone(due)).data.due_on).toBe("2031-07-15T07:00:00Z");
    expect(await refusalOf(as("wendy").issues.createMilestone(due))).toMatchObject({
      status: 422,
      message: "Validation Failed",
      errors: [{ resource: "Milestone", code: "already_exists", field: "title" }],
    });
  });

  it("milestones are listed open by default, closed on demand", async () => {
    const { data } = await as("wendy").issues.createMilestone({ ...at, title: "v0" });
    await as("wendy").issues.updateMilestone({ ...at, milestone_number: data.number, state: "closed" });
    const titles = async (state?: "closed") =>
      (await as("maria").issues.listMilestones({ ...at, ...(state && { state }) })).data.map(({ title }) => title);
    expect(await titles()).not.toContain("v0");
    expect(await titles("closed")).toContain("v0");
  });
});
