import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRepository, openDiscussion } from "local-github-server/world";
import { postQuery, startAcme } from "../acme-world.ts";
import type { Acme } from "../acme-world.ts";

describe("what GraphQL refuses", () => {
  let acme: Acme;
  beforeAll(async () => {
    acme = await startAcme();
  });
  afterAll(async () => acme.close());

  it("answers an unknown field as GitHub does: 200, no data, extensions.code", async () => {
    const { status, data, errors } = await acme.ask(
      "ada",
      `query Q { repository(owner: "acme", name: "widgets") { colour } }`,
    );
    expect(status).toBe(200);
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        path: ["query", "colour"],
        extensions: { code: "undefinedField", typeName: "Repository", fieldName: "colour" },
        locations: [{ line: 1, column: 56 }],
        message: "Field 'colour' doesn't exist on type 'Repository'",
      },
    ]);
  });

  it("answers a document that comes again by its new variables, and refuses it again where it was refused", async () => {
    const byName = `query($name: String!) { repository(owner: "acme", name: $name) { name } }`;
    const names = ["widgets", "gone", "widgets"];
    const answers = [];
    for (const name of names) answers.push((await acme.ask("ada", byName, { name })).data["repository"]);
    expect(answers).toEqual([{ name: "widgets" }, null, { name: "widgets" }]);

    const wrong = `{ repository(owner: "acme", name: "widgets") { colour } }`;
    const refusals = [await acme.ask("ada", wrong), await acme.ask("sam", wrong)];
    expect(refusals.map(({ errors }) => errors.map(({ message }) => message))).toEqual(
      refusals.map(() => ["Field 'colour' doesn't exist on type 'Repository'"]),
    );
  });

  it("never answers null for what it does not know", async () => {
    const { errors } = await acme.ask("ada", `{ repository(owner: "acme", name: "widgets") { diskUsage } }`);
    expect(errors).toMatchObject([
      { type: "NOT_EMULATED", message: expect.stringContaining("NOT_EMULATED Repository.diskUsage") },
    ]);
  });

  it("answers partial data beside NOT_FOUND", async () => {
    const { data, errors } = await acme.ask(
      "ada",
      `{ viewer { login } gone: repository(owner: "acme", name: "gone") { id } }`,
    );
    expect(data).toEqual({ viewer: { login: "ada" }, gone: null });
    expect(errors).toMatchObject([
      { type: "NOT_FOUND", path: ["gone"], message: "Could not resolve to a Repository with the name 'acme/gone'." },
    ]);
  });

  it("answers nodes one by one, with an error in the place of what is gone", async () => {
    const { data, errors } = await acme.ask("ada", `query($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }`, {
      ids: [acme.repository.id, "D_gone"],
    });
    expect(data["nodes"]).toEqual([{ id: acme.repository.id, __typename: "Repository" }, null]);
    expect(errors).toMatchObject([{ type: "NOT_FOUND", path: ["nodes", 1] }]);
  });

  it("hides private repositories from those who may not see them, and their threads with them", async () => {
    const hidden = createRepository(acme.world, acme.organization, "secret", { isPrivate: true });
    const category = hidden.discussionCategories[0];
    if (category === undefined) throw new Error("no category");
    const thread = openDiscussion(acme.world, acme.people.olga, hidden, { category, title: "Plan", body: "hush" });
    const query = `query($id: ID!) { repository(owner: "acme", name: "secret") { id } node(id: $id) { id } }`;
    const stranger = await acme.ask("sam", query, { id: thread.id });
    expect(stranger.data).toEqual({ repository: null, node: null });
    expect(stranger.errors.map(({ type }) => type)).toEqual(["NOT_FOUND", "NOT_FOUND"]);
    const owner = await acme.ask("olga", query, { id: thread.id });
    expect(owner.data).toEqual({ repository: { id: hidden.id }, node: { id: thread.id } });
  });

  it("refuses an installation token without the permission", async () => {
    const { app } = acme.installation;
    const { token } = acme.github.access.mint(app, acme.installation, { permissions: { issues: "write" } });
    const category = acme.repository.discussionCategories[0];
    const { errors } = await postQuery(
      acme.github.url,
      token,
      `mutation($r: ID!, $c: ID!) { createDiscussion(input: {repositoryId: $r, categoryId: $c, title: "x", body: "y"}) { discussion { id } } }`,
      { r: acme.repository.id, c: category?.id },
    );
    expect(errors).toMatchObject([{ type: "FORBIDDEN", message: "Resource not accessible by integration" }]);
    expect(acme.repository.discussions).toHaveLength(0);
  });

  it("computes the cost of a query from its connections alone", async () => {
    const cost = async (first: number) => {
      const { data } = await acme.ask(
        "ada",
        `query($n: Int!) { rateLimit { cost nodeCount limit } repository(owner: "acme", name: "widgets") {
           discussions(first: $n) { nodes { comments(first: 20) { nodes { replies(first: 10) { nodes { id } } } } labels(first: 10) { nodes { name } } } } } }`,
        { n: first },
      );
      return data["rateLimit"];
    };
    // 1 + 50 (comments) + 50 (labels) + 1,000 (replies) requests.
    expect(await cost(50)).toEqual({ cost: 11, nodeCount: 50 + 1000 + 10_000 + 500, limit: 5000 });
    expect(await cost(1)).toMatchObject({ cost: 1 });
  });
});
