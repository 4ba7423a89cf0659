import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDiscussion, type Discussion } from "local-github-server/world";
import { Faults } from "../../src/api/faults.ts";
import { appToken, startAcme, type Acme } from "../acme-world.ts";

const comment = (discussion: Discussion): string =>
  `mutation Say { addDiscussionComment(input: {discussionId: "${discussion.id}", body: "hello"}) { comment { id } } }`;

describe("faults on demand", () => {
  let acme: Acme;
  let discussion: Discussion;
  const post = async (query: string, timeoutMs = 20_000): Promise<Response> =>
    fetch(`${acme.github.url}/graphql`, {
      method: "POST",
      headers: { authorization: `token ${appToken(acme.github, acme.installation)}` },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(timeoutMs),
    });
  const get = async (path: string): Promise<Response> =>
    fetch(`${acme.github.url}${path}`, { headers: { authorization: `token ${acme.github.tokenFor("ada")}` } });

  beforeEach(async () => {
    acme = await startAcme();
    const category = acme.repository.discussionCategories[0];
    if (category === undefined) throw new Error("no category");
    discussion = openDiscussion(acme.world, acme.people.ada, acme.repository, { category, title: "Hi", body: "there" });
  });
  afterEach(async () => acme.close());

  it("fails before the work was done: nothing happened", async () => {
    acme.github.faults.add({ kind: "status", status: 502, when: "before", on: "addDiscussionComment", times: 1 });
    expect((await post(comment(discussion))).status).toBe(502);
    expect(discussion.comments).toHaveLength(0);
    expect((await post(comment(discussion))).status).toBe(200);
    expect(discussion.comments).toHaveLength(1);
  });

  it("fails after the work was done: it happened, and nobody was told", async () => {
    acme.github.faults.add({ kind: "status", status: 502, when: "after", on: "Say", times: 1 });
    expect((await post(comment(discussion))).status).toBe(502);
    expect(discussion.comments).toHaveLength(1);
  });

  it("breaks the connection, with and without the work done", async () => {
    acme.github.faults.add({ kind: "reset", when: "before", on: "graphql", times: 1 });
    acme.github.faults.add({ kind: "reset", when: "after", on: "graphql", times: 1 });
    await expect(post(comment(discussion))).rejects.toThrow("fetch failed");
    expect(discussion.comments).toHaveLength(0);
    await expect(post(comment(discussion))).rejects.toThrow("fetch failed");
    expect(discussion.comments).toHaveLength(1);
  });

  it("hangs", async () => {
    acme.github.faults.add({ kind: "hang", when: "after", on: "graphql", times: 1 });
    await expect(post(comment(discussion), 1000)).rejects.toThrow(/timeout/u);
    expect(discussion.comments).toHaveLength(1);
  });

  it("cuts a body short after a good status", async () => {
    acme.github.faults.add({ kind: "cut", on: "graphql", times: 1 });
    const response = await post(comment(discussion));
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
    expect(discussion.comments).toHaveLength(1);
  });

  it("answers stale reads as last time", async () => {
    const query = `{ repository(owner: "acme", name: "widgets") { discussion(number: 1) { title } } }`;
    const title = async () => JSON.parse(await (await post(query)).text()).data.repository.discussion.title;
    expect(await title()).toBe("Hi");
    discussion.title = "Changed";
    acme.github.faults.add({ kind: "stale", on: "graphql", times: 1 });
    expect(await title()).toBe("Hi");
    expect(await title()).toBe("Changed");
    discussion.title = "Changed again";
    await acme.github.clock.advance(10_000);
    acme.github.faults.add({ kind: "stale", withinMs: 5_000, on: "graphql", times: 1 });
    expect(await title()).toBe("Changed again");
  });

  it("says the primary limit is spent: GraphQL 200 with an error, REST 403, both with headers", async () => {
    acme.github.limits.exhaust("graphql");
    acme.github.limits.exhaust("core");
    const graphql = await post("{ viewer { login } }");
    expect(graphql.status).toBe(200);
    expect(graphql.headers.get("x-ratelimit-remaining")).toBe("0");
    const who = `installation ID ${acme.installation.databaseId}`;
    expect(JSON.parse(await graphql.text())).toEqual({
      errors: [{ type: "RATE_LIMITED", message: `API rate limit already exceeded for ${who}.` }],
    });
    const rest = await get("/repos/acme/widgets");
    expect(rest.status).toBe(403);
    expect(Number(rest.headers.get("x-ratelimit-reset")) * 1000).toBeGreaterThan(Date.now());
    acme.github.limits.refill();
    expect((await get("/repos/acme/widgets")).status).toBe(200);
  });

  it("says a client is too fast, with the time to wait", async () => {
    acme.github.faults.add({
      kind: "secondary-limit",
      retryAfterSeconds: 60,
      status: 429,
      on: "GET /repos/{owner}/{repo}",
      times: 1,
    });
    const response = await get("/repos/acme/widgets");
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("60");
    expect(await response.text()).toContain("secondary rate limit");
    expect((await get("/repos/acme/widgets")).status).toBe(200);
  });

  it("ends the token that asks; a new one is good", async () => {
    const token = appToken(acme.github, acme.installation);
    const ask = async (with_: string) =>
      fetch(`${acme.github.url}/repos/acme/widgets`, { headers: { authorization: `token ${with_}` } });
    acme.github.faults.add({ kind: "revoked-token", on: "rest", times: 1 });
    expect((await ask(token)).status).toBe(401);
    expect((await ask(token)).status).toBe(401);
    expect((await ask(appToken(acme.github, acme.installation))).status).toBe(200);
  });

  it("fails requests by what they are, where somebody decides so", async () => {
    acme.github.faults.decideBy(({ operation, body }) =>
      operation === "Say" && (body as { readonly id?: string } | undefined)?.id === discussion.id
        ? { kind: "status", status: 503, when: "before" }
        : undefined,
    );
    const said = `mutation Say($id: ID!) { addDiscussionComment(input: {discussionId: $id, body: "hello"}) { comment { id } } }`;
    const say = async () =>
      fetch(`${acme.github.url}/graphql`, {
        method: "POST",
        headers: { authorization: `token ${appToken(acme.github, acme.installation)}` },
        body: JSON.stringify({ query: said, variables: { id: discussion.id } }),
      });
    expect((await say()).status).toBe(503);
    expect((await get("/repos/acme/widgets")).status).toBe(200);
    acme.github.faults.clear();
    expect((await say()).status).toBe(200);
    expect(discussion.comments).toHaveLength(1);
  });

  it("keeps a ledger of what was asked, by whom and at what cost", async () => {
    await post(comment(discussion));
    await get("/repos/acme/widgets");
    const { ledger } = acme.github;
    expect(ledger.list({ operation: "addDiscussionComment" })).toMatchObject([
      {
        kind: "graphql",
        operation: "Say",
        status: 200,
        points: 1,
        installation: acme.installation.databaseId,
        login: "my-app[bot]",
      },
    ]);
    expect(ledger.list({ kind: "rest" })).toMatchObject([
      { operation: "GET /repos/{owner}/{repo}", status: 200, points: 1, login: "ada" },
    ]);
    expect(ledger.points()).toBe(2);
  });
});

describe("which requests a fault befalls", () => {
  const rest = (path: string) =>
    ({ kind: "rest", method: "GET", path, operation: undefined, rootFields: [], body: undefined }) as const;
  const fault = { kind: "cut" } as const;

  it.each([
    ["*", "/anything", true],
    ["rest", "/anything", true],
    ["graphql", "/anything", false],
    ["GET /repos/{owner}/{repo}", "/repos/a/b", true],
    ["GET /repos/{owner}/{repo}", "/repos/a/b/issues", false],
    ["GET /repos/{owner}/{repo}/contents/{path}", "/repos/a/b/contents/docs/x.md", true],
    ["POST /repos/{owner}/{repo}", "/repos/a/b", false],
  ])("%s on GET %s: %s", (on, path, expected) => {
    const faults = new Faults();
    faults.add({ ...fault, on });
    expect(faults.draw(rest(path)) !== undefined).toBe(expected);
  });

  it("befalls the requests of one installation, where one is named", () => {
    const faults = new Faults();
    faults.add({ ...fault, on: "*", installation: 7 });
    const drawn = [7, 8, undefined].map((installation) => faults.draw({ ...rest("/x"), installation }) !== undefined);
    expect(drawn).toEqual([true, false, false]);
  });

  it("spares the first, befalls so many, then no more", () => {
    const faults = new Faults();
    faults.add({ ...fault, on: "*", after: 2, times: 1 });
    expect([1, 2, 3, 4].map(() => faults.draw(rest("/x")) !== undefined)).toEqual([false, false, true, false]);
  });

  it("befalls for certain where it is certain, whatever others might by chance", () => {
    const faults = new Faults();
    faults.add({ kind: "reset", when: "after", on: "*", chance: 0.5 });
    faults.add({ ...fault, on: "GET /x" });
    const drawn = Array.from({ length: 100 }, () => faults.draw(rest("/x"))?.kind);
    expect(new Set(drawn)).toEqual(new Set([fault.kind]));
  });

  it("draws the same chances from the same seed, about as often as asked", () => {
    const draw = (seed: number) => {
      const faults = new Faults(seed);
      faults.add({ ...fault, on: "*", chance: 0.3 });
      return Array.from({ length: 1000 }, () => faults.draw(rest("/x")) !== undefined);
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    const hits = draw(7).filter(Boolean).length;
    expect(hits).toBeGreaterThan(250);
    expect(hits).toBeLessThan(350);
  });
});
