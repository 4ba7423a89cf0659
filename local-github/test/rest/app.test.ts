import { describe, expect, it } from "vitest";
import { allAt, appOf, at, clientWith, installedAppOf, personOf, textAt } from "../github-client.ts";
import { useWidgets } from "./widgets.ts";

const widgets = useWidgets();

describe("an app", () => {
  it("tells who it is and where it is installed", async () => {
    const app = appOf(widgets().github);
    expect((await app("GET /app")).body).toMatchObject({ slug: "my-app", installations_count: 1 });
    const installations = await app("GET /app/installations");
    expect(allAt(installations.body, "account", "login")).toEqual(["acme"]);
    const id = at(installations.body, 0, "id");
    expect((await app(`GET /app/installations/${String(id)}`)).body).toMatchObject({ id, target_type: "Organization" });
    expect((await app("GET /app/installations/1")).status).toBe(404);
    expect((await app("GET /repos/acme/widgets/installation")).body).toMatchObject({ id });
  });

  it("gets tokens, narrowed where it asks, and no more than it was granted", async () => {
    const { github } = widgets();
    const app = appOf(github);
    const installation = github.world.all("Installation")[0]?.databaseId ?? 0;
    const path = `POST /app/installations/${installation}/access_tokens`;
    const narrow = await app(path, { repositories: ["widgets"], permissions: { issues: "read" } });
    expect(narrow.status).toBe(201);
    expect(narrow.body).toMatchObject({ repository_selection: "selected", permissions: { issues: "read" } });
    expect(textAt(narrow.body, "token").length).toBeGreaterThan(40);
    expect((await app(path, { permissions: { administration: "write" } })).status).toBe(422);
    expect((await app(path, { repositories: ["nowhere"] })).status).toBe(422);
    const reader = clientWith(github.url, textAt(narrow.body, "token"));
    expect(allAt(at((await reader("GET /installation/repositories")).body, "repositories"), "name")).toEqual([
      "widgets",
    ]);
    const refused = await reader("POST /repos/acme/widgets/issues", { title: "No" });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ message: "Resource not accessible by integration" });
    expect(refused.headers.get("x-accepted-github-permissions")).toBe("issues=write");
    expect((await reader("GET /repos/acme/secret")).status).toBe(404);
  });

  it("ends its own token", async () => {
    const installed = await installedAppOf(widgets().github);
    expect((await installed("GET /repos/acme/secret")).status).toBe(200);
    expect((await installed("DELETE /installation/token")).status).toBe(204);
    expect((await installed("GET /repos/acme/secret")).status).toBe(401);
  });

  it.each([
    ["nobody", undefined, 401],
    ["a made-up token", "ghp_unknown", 401],
    ["a made-up installation token", "ghs_unknown", 401],
  ])("lets in no %s", async (_who, token, status) => {
    expect((await clientWith(widgets().github.url, token)("GET /user")).status).toBe(status);
  });

  it("keeps app operations from people", async () => {
    expect((await personOf(widgets().github, "olga")("GET /app")).status).toBe(401);
  });
});

describe("people", () => {
  it.each([
    ["olga", "admin", "admin", { admin: true, maintain: true, push: true, triage: true, pull: true }],
    ["mona", "write", "maintain", { admin: false, maintain: true, push: true, triage: true, pull: true }],
    ["wendy", "write", "write", { admin: false, maintain: false, push: true, triage: true, pull: true }],
    ["tim", "read", "triage", { admin: false, maintain: false, push: false, triage: true, pull: true }],
    ["maria", "read", "read", { admin: false, maintain: false, push: false, triage: false, pull: true }],
  ])("%s has permission %s, shown in full by the role %s", async (login, permission, role_name, permissions) => {
    const installed = await installedAppOf(widgets().github);
    const answer = await installed(`GET /repos/acme/widgets/collaborators/${login}/permission`);
    expect(answer.body).toMatchObject({ permission, role_name, user: { login, permissions } });
  });

  it("with a role, members and owners of the organization are listed, each with what they may do", async () => {
    const { github } = widgets();
    const installed = await installedAppOf(github);
    const { body } = await installed("GET /repos/acme/widgets/collaborators?per_page=100");
    const listed = body as readonly { readonly login: string; readonly role_name: string }[];
    const roles = Object.fromEntries(listed.map(({ login, role_name }) => [login, role_name]));
    expect(roles).toMatchObject({ olga: "admin", mona: "maintain", wendy: "write", tim: "triage" });
    expect((await personOf(github, "tim")("GET /repos/acme/widgets/collaborators")).status).toBe(403);
  });

  it("that do not exist are not users", async () => {
    const installed = await installedAppOf(widgets().github);
    const answer = await installed("GET /repos/acme/widgets/collaborators/nobody/permission");
    expect([answer.status, at(answer.body, "message")]).toEqual([404, "nobody is not a user"]);
  });

  it("belong to a team and to its parent", async () => {
    const installed = await installedAppOf(widgets().github);
    const status = async (team: string, login: string): Promise<number> =>
      (await installed(`GET /orgs/acme/teams/${team}/memberships/${login}`)).status;
    expect(await status("on-call", "wendy")).toBe(200);
    expect(await status("support", "wendy")).toBe(200);
    expect(await status("on-call", "tim")).toBe(404);
    expect(await status("nowhere", "tim")).toBe(404);
  });

  it("are shown to themselves and to others", async () => {
    const { github } = widgets();
    expect((await personOf(github, "maria")("GET /user")).body).toMatchObject({ login: "maria", type: "User" });
    const installed = await installedAppOf(github);
    expect((await installed("GET /user")).status).toBe(403);
    expect((await installed("GET /users/my-app%5Bbot%5D")).body).toMatchObject({
      login: "my-app[bot]",
      type: "Bot",
    });
    expect((await installed("GET /users/acme")).body).toMatchObject({ type: "Organization" });
  });
});

describe("every answer", () => {
  it("tells what is left, and an unchanged one costs nothing", async () => {
    const maria = personOf(widgets().github, "maria");
    const left = async (): Promise<unknown> =>
      at((await maria("GET /rate_limit")).body, "resources", "core", "remaining");
    const before = Number(await left());
    const first = await maria("GET /repos/acme/widgets");
    expect(first.headers.get("x-ratelimit-remaining")).toBe(String(before - 1));
    const etag = first.headers.get("etag") ?? "";
    const again = await maria("GET /repos/acme/widgets", undefined, { "if-none-match": etag });
    expect([again.status, again.body]).toEqual([304, Buffer.alloc(0)]);
    expect(await left()).toBe(before - 1);
  });
});
