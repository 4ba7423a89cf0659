import { describe, expect, it } from "vitest";
import { createRepository, renameRepository } from "local-github-server/world";
import { inWidgets, useForum } from "./discussion-forum.ts";
import { errorsOf, restOf } from "./octokit-clients.ts";

/** By plain `@octokit/graphql`; what is expected is GitHub's documentation, or a public thread that is named. */
const { widgets, ask, only, aDiscussion, aComment } = useForum();

// https://docs.github.com/en/graphql/guides/forming-calls-with-graphql
describe("calls", () => {
  it("need a token", async () => {
    const { url } = widgets().github;
    const answer = await fetch(`${url}/graphql`, { method: "POST", body: '{"query":"{ viewer { login } }"}' });
    const message = "This endpoint requires you to be authenticated.";
    expect([answer.status, await answer.json()]).toMatchObject([401, { message }]);
  });

  it("are made by a person under their login", async () => {
    expect(await only("maria", "{ viewer { login } }")).toBe("maria");
  });

  // fullsend-ai/fullsend#1953
  it("are made by an installation under its bot's login, with [bot], and number", async () => {
    const bot = (await restOf(widgets().github, "maria").rest.users.getByUsername({ username: "my-app[bot]" })).data;
    expect(await ask("app", "{ viewer { login databaseId } }")).toEqual({
      viewer: { login: "my-app[bot]", databaseId: bot.id },
    });
  });

  it("that cannot be read say where", async () => {
    const { errors } = await errorsOf(ask("maria", "{ viewer { login "));
    expect(errors).toMatchObject([{ locations: [{ line: 1 }] }]);
  });

  it("for a field that is not there say so", async () => {
    const { errors, data } = await errorsOf(ask("maria", "{ viewer { colour } }"));
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      {
        message: "Field 'colour' doesn't exist on type 'User'",
        extensions: { code: "undefinedField" },
        path: ["query", "colour"],
      },
    ]);
  });

  it("for an argument that is not there say so", async () => {
    const { errors } = await errorsOf(ask("maria", '{ viewer(name: "x") { login } }'));
    expect(errors[0]?.message).toBe("Field 'viewer' doesn't accept argument 'name'");
  });

  it("tell what they cost and what is left", async () => {
    expect(await ask("maria", "{ rateLimit { cost limit remaining resetAt nodeCount } }")).toMatchObject({
      rateLimit: { cost: 1, limit: 5000, remaining: expect.any(Number), nodeCount: 0 },
    });
  });

  it("do several mutations in their order", async () => {
    const id = await aDiscussion();
    const body = (text: string) =>
      `addDiscussionComment(input: { discussionId: $id, body: "${text}" }) { comment { body } }`;
    const answer = await ask("maria", `mutation($id: ID!) { one: ${body("1")} two: ${body("2")} }`, { id });
    expect(answer).toEqual({ one: { comment: { body: "1" } }, two: { comment: { body: "2" } } });
  });
});

describe("what is not there", () => {
  // cli/cli#3591
  it("a repository: NOT_FOUND, with null in its place", async () => {
    const { errors, data } = await errorsOf(ask("maria", '{ repository(owner: "acme", name: "nothing") { id } }'));
    expect(data).toEqual({ repository: null });
    expect(errors).toMatchObject([
      {
        type: "NOT_FOUND",
        path: ["repository"],
        message: "Could not resolve to a Repository with the name 'acme/nothing'.",
      },
    ]);
  });

  it("a private repository, to a stranger: the same", async () => {
    const { errors } = await errorsOf(ask("maria", '{ repository(owner: "acme", name: "secret") { id } }'));
    expect(errors).toMatchObject([{ type: "NOT_FOUND" }]);
  });

  it("an issue: NOT_FOUND, and the rest is answered", async () => {
    const { errors, data } = await errorsOf(ask("maria", inWidgets("name issue(number: 9999) { id }")));
    expect(data).toEqual({ repository: { name: "widgets", issue: null } });
    expect(errors).toMatchObject([{ type: "NOT_FOUND", path: ["repository", "issue"] }]);
  });

  // github/graphql-client#16
  it("a node: NOT_FOUND, each in its place", async () => {
    const id = await aDiscussion();
    const query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const { errors, data } = await errorsOf(ask("maria", query, { ids: ["nothing", id] }));
    expect(data).toEqual({ nodes: [null, { id }] });
    expect(errors).toMatchObject([
      { type: "NOT_FOUND", message: "Could not resolve to a node with the global id of 'nothing'" },
    ]);
  });

  it("a repository under its old name is followed, unless one does not want to", async () => {
    const { github, repository } = widgets();
    const old = createRepository(github.world, repository.owner, "was-called");
    const olga = github.world.findUser("olga");
    if (olga) renameRepository(github.world, olga, old, "is-called");
    expect(await only("maria", '{ repository(owner: "acme", name: "was-called") { name } }')).toBe("is-called");
    const strict = '{ repository(owner: "acme", name: "was-called", followRenames: false) { name } }';
    expect((await errorsOf(ask("maria", strict))).errors).toMatchObject([{ type: "NOT_FOUND" }]);
  });
});

// https://docs.github.com/en/graphql/guides/using-pagination-in-the-graphql-api
describe("connections", () => {
  it("tell how many there are without a page", async () => {
    await aDiscussion("Counted");
    expect(await only("maria", inWidgets("discussions { totalCount }"))).toBeGreaterThan(0);
    expect(await only("maria", inWidgets("issues(states: OPEN) { totalCount }"))).toBe(0);
    const query = `${inWidgets("discussions { ...Count }")} fragment Count on DiscussionConnection { totalCount }`;
    expect(await only("maria", query)).toBeGreaterThan(0);
  });

  it("need a page for their nodes", async () => {
    const { errors } = await errorsOf(ask("maria", inWidgets("discussions { totalCount nodes { id } }")));
    expect(errors).toMatchObject([{ type: "MISSING_PAGINATION_BOUNDARIES", path: ["repository", "discussions"] }]);
  });

  it("give a hundred at most", async () => {
    const { errors } = await errorsOf(ask("maria", inWidgets("discussions(first: 101) { nodes { id } }")));
    expect(errors).toMatchObject([{ type: "EXCESSIVE_PAGINATION" }]);
  });

  it("go forwards and backwards by cursors", async () => {
    const id = await aDiscussion();
    for (const body of ["1", "2", "3"]) await aComment(id, body);
    const page = async (args: string) => {
      const query = `query($id: ID!) { node(id: $id) { ... on Discussion { comments(${args}) {
        nodes { body } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`;
      type Page = { node: { comments: { nodes: { body: string }[]; pageInfo: { endCursor: string } } } };
      const { node } = await ask<Page>("maria", query, { id });
      return { bodies: node.comments.nodes.map((it) => it.body), ...node.comments.pageInfo };
    };
    const first = await page("first: 2");
    expect(first).toMatchObject({ bodies: ["1", "2"], hasNextPage: true, hasPreviousPage: false });
    const after = JSON.stringify(first.endCursor);
    expect(await page(`first: 2, after: ${after}`)).toMatchObject({ bodies: ["3"], hasNextPage: false });
    expect(await page("last: 1")).toMatchObject({ bodies: ["3"], hasPreviousPage: true });
  });
});
