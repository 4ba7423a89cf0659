import { request as plainRequest } from "node:http";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, it } from "vitest";
import { createRepository, renameRepository } from "local-github-server/world";
import { useWidgets } from "../rest/widgets.ts";
import { personOf, refusalOf, restOf, restOfApp, restOfInstallation } from "./octokit-clients.ts";

/** As somebody uses it who knows GitHub's documentation alone: each answer is also held against its description. */
const widgets = useWidgets();
const at = { owner: "acme", repo: "widgets" };
const as = (login?: string) => restOf(widgets().github, login).rest;
const app = () => restOfInstallation(widgets().github).rest;

/** A GET without any header that a client would add. */
async function bare(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    plainRequest(widgets().github.url + path, { headers }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode, body }), reject);
    })
      .on("error", reject)
      .end();
  });
}

beforeEach(() => widgets().github.limits.refill());

// https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
describe("requests", () => {
  it("without a User-Agent are refused in plain words", async () => {
    const { status, body } = await bare("/rate_limit");
    expect(status).toBe(403);
    expect(body).toContain("Please make sure your request has a User-Agent header");
  });

  it("for a version of the API that is not there are 400", async () => {
    const headers = { "user-agent": "me", "x-github-api-version": "2001-01-01" };
    const { status, body } = await bare("/rate_limit", headers);
    expect([status, JSON.parse(body)]).toEqual([400, expect.objectContaining({ message: expect.any(String) })]);
  });

  it.each(["2022-11-28", "2026-03-10"])("for version %s are answered", async (version) => {
    const { status } = await bare("/rate_limit", { "user-agent": "me", "x-github-api-version": version });
    expect(status).toBe(200);
  });

  it("with a broken body are 400", async () => {
    const { url, tokenFor } = widgets().github;
    const headers = { authorization: `token ${tokenFor("wendy")}`, "content-type": "application/json" };
    const answer = await fetch(`${url}/repos/acme/widgets/issues`, { method: "POST", headers, body: '{"title":' });
    expect([answer.status, await answer.json()]).toMatchObject([400, { message: "Problems parsing JSON" }]);
  });

  it("with an unknown token are 401", async () => {
    const { status } = await bare("/user", { "user-agent": "me", authorization: "token ghp_unknown" });
    expect(status).toBe(401);
  });

  it("for what is not there are 404, with the page that tells more", async () => {
    const refused = await refusalOf(as("maria").repos.get({ ...at, repo: "nothing" }));
    expect(refused).toMatchObject({
      status: 404,
      message: "Not GitNodeOrNull",
      documentation_url: "https://docs.github.com/rest/repos/repos#get-a-repository",
    });
  });

  it("are answered with what is left of the budget, and an id", async () => {
    const { headers } = await as("maria").repos.get(at);
    expect(headers).toMatchObject({
      "x-ratelimit-limit": "5000",
      "x-ratelimit-remaining": "4999",
      "x-ratelimit-used": "1",
      "x-ratelimit-resource": "core",
      "x-github-media-type": expect.stringContaining("github.v3"),
      "x-github-request-id": expect.stringMatching(/^[0-9A-F]+$/u),
    });
  });

  it("for the limits are free", async () => {
    await as("maria").rateLimit.get();
    const { data } = await as("maria").rateLimit.get();
    expect(data.resources).toMatchObject({ core: { used: 0 }, search: { limit: 30 }, graphql: { limit: 5000 } });
  });

  it("that change nothing since the last time are 304, and free", async () => {
    const { headers } = await as("maria").repos.get(at);
    const again = as("maria").repos.get({ ...at, headers: { "if-none-match": headers.etag ?? "" } });
    await expect(again).rejects.toMatchObject({ status: 304 });
    expect((await as("maria").rateLimit.get()).data.rate.used).toBe(1);
  });
});

// https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#primary-rate-limit-for-unauthenticated-users
describe("without a token", () => {
  it("what is public can be read, sixty times an hour", async () => {
    const { data, headers } = await as().repos.get(at);
    expect(data.full_name).toBe("acme/widgets");
    expect(data.permissions).toBeUndefined();
    expect(headers).toMatchObject({ "x-ratelimit-limit": "60", "x-ratelimit-remaining": "59" });
  });

  it("what is private is not there", async () => {
    expect(await refusalOf(as().repos.get({ ...at, repo: "secret" }))).toMatchObject({ status: 404 });
  });

  it("nothing can be written", async () => {
    const refused = await refusalOf(as().issues.create({ ...at, title: "Hello" }));
    expect(refused).toMatchObject({ status: 401, message: "Requires authentication" });
  });

  it("nobody is logged in", async () => {
    expect(await refusalOf(as().users.getAuthenticated())).toMatchObject({ status: 401 });
  });

  it("the sixty-first request is told of tokens", async () => {
    for (let asked = 0; asked < 60; asked++) await as().repos.get(at);
    const refused = await refusalOf(as().repos.get(at));
    expect(refused).toMatchObject({ status: 403, message: expect.stringContaining("(But here's the good news:") });
    await as("maria").repos.get(at);
  });
});

describe("people and apps", () => {
  it("a person is who the token says", async () => {
    expect((await as("maria").users.getAuthenticated()).data).toMatchObject({ login: "maria", type: "User" });
  });

  it("an installation is nobody", async () => {
    const refused = await refusalOf(app().users.getAuthenticated());
    expect(refused).toMatchObject({ status: 403, message: "Resource not accessible by integration" });
  });

  it("the app's account is a bot", async () => {
    const { data } = await as("maria").users.getByUsername({ username: "my-app[bot]" });
    expect(data).toMatchObject({ login: "my-app[bot]", type: "Bot", id: expect.any(Number) });
  });

  it("the app knows itself, and where it is installed", async () => {
    const { rest } = restOfApp(widgets().github);
    expect((await rest.apps.getAuthenticated()).data?.slug).toBe("my-app");
    expect(
      (await rest.apps.listInstallations()).data.map(({ account }) => account && "login" in account && account.login),
    ).toEqual(["acme"]);
    expect((await rest.apps.getRepoInstallation(at)).data.app_slug).toBe("my-app");
  });

  it("the app's token lasts ten minutes at most", async () => {
    const refused = await refusalOf(restOfApp(widgets().github, 3600).rest.apps.getAuthenticated());
    expect(refused).toMatchObject({ status: 401, message: expect.stringContaining("'exp'") });
  });

  it("an installation's token may be narrowed, and not widened", async () => {
    const { rest } = restOfApp(widgets().github);
    const [installation] = (await rest.apps.listInstallations()).data;
    const id = { installation_id: installation?.id ?? 0 };
    const { data, status } = await rest.apps.createInstallationAccessToken({ ...id, permissions: { issues: "read" } });
    expect(status).toBe(201);
    expect(data.permissions).toEqual({ issues: "read", metadata: "read" });
    const wider = rest.apps.createInstallationAccessToken({ ...id, permissions: { administration: "write" } });
    expect(await refusalOf(wider)).toMatchObject({ status: 422 });
  });

  it("the installation lists its repositories", async () => {
    const { data } = await app().apps.listReposAccessibleToInstallation();
    expect(data.repositories.map(({ name }) => name)).toEqual(expect.arrayContaining(["widgets", "secret"]));
    expect(data.total_count).toBe(data.repositories.length);
  });

  it("a role is told in words and in booleans", async () => {
    const { data } = await as("wendy").repos.getCollaboratorPermissionLevel({ ...at, username: "tim" });
    expect(data).toMatchObject({
      permission: "read",
      role_name: "triage",
      user: { permissions: { triage: true, push: false } },
    });
  });

  it("a role is told to those alone who may push", async () => {
    const refused = await refusalOf(as("tim").repos.getCollaboratorPermissionLevel({ ...at, username: "tim" }));
    expect(refused).toMatchObject({ status: 403, message: "Must have push access to view collaborator permission." });
  });
});

// https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
describe("an old name", () => {
  it("leads to the repository: 301 to read, 307 to write", async () => {
    const { github } = widgets();
    const owner = github.world.findOrganization("acme");
    if (!owner) throw new Error("no acme");
    const repository = createRepository(github.world, owner, "old-name");
    renameRepository(github.world, personOf(github, "olga"), repository, "new-name");
    expect((await as("olga").repos.get({ ...at, repo: "old-name" })).data.name).toBe("new-name");
    const headers = { authorization: `token ${github.tokenFor("olga")}` };
    const init = { headers, redirect: "manual" } as const;
    const read = await fetch(`${github.url}/repos/acme/old-name/labels?page=2`, init);
    const to = `${github.url}/repositories/${repository.databaseId}/labels`;
    expect([read.status, read.headers.get("location")]).toEqual([301, `${to}?page=2`]);
    const write = await fetch(`${github.url}/repos/acme/old-name/labels`, { ...init, method: "POST", body: "{}" });
    expect([write.status, write.headers.get("location")]).toEqual([307, to]);
  });
});
