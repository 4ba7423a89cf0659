import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changeRepositories,
  createRepository,
  createUser,
  installApp,
  openIssue,
  renameRepository,
  setRole,
  suspendInstallation,
  uninstallApp,
} from "local-github-server/world";
import { GoneError } from "../../src/core/errors.ts";
import { hurriedStopwatch } from "../helpers/hurried-stopwatch.ts";
import { aGitHubWorld, startGitHubWorld } from "./github-world.ts";

const stopwatch = hurriedStopwatch();
let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  world = await startGitHubWorld({}, { stopwatch });
});
afterAll(() => world[Symbol.asyncDispose]());

describe("rolesOf", () => {
  it.each([
    ["read", []],
    ["triage", ["helper"]],
    ["write", ["helper", "maintainer"]],
    ["maintain", ["helper", "maintainer"]],
    ["admin", ["helper", "maintainer"]],
  ] as const)("takes %s for %j", async (role, roles) => {
    const { there, ref } = await world.repository(`roles-${role}`);
    setRole(there, "ann", role);
    expect(await world.github.reads.rolesOf(ref, "ann")).toEqual(roles);
  });

  it("gives nothing to strangers and to people who do not exist", async () => {
    const { ref } = await world.repository("strangers");
    expect(await world.github.reads.rolesOf(ref, "ann")).toEqual([]);
    expect(await world.github.reads.rolesOf(ref, "nobody-of-this-name")).toEqual([]);
  });

  it("takes no right for given, and keeps for a minute who has none", async () => {
    const { there, ref } = await world.repository("lost-role");
    const ask = (login: string) => world.github.reads.rolesOf(ref, login);
    expect(await ask("max")).toEqual(["helper", "maintainer"]);
    setRole(there, "max", null);
    expect(await ask("Max")).toEqual([]);
    world.local.ledger.clear();
    for (let times = 0; times < 5; times++) expect(await ask("max")).toEqual([]);
    expect(world.local.ledger.count()).toBe(0);
    setRole(there, "max", "triage");
    await stopwatch.sleep(61_000);
    expect(await ask("max")).toEqual(["helper"]);
  });
});

describe("rightsOf", () => {
  const account = (login: string) => ({ id: world.local.world.findUser(login)?.databaseId ?? 0, login });

  it.each([
    ["read", { mayRead: true, roles: [] }],
    ["triage", { mayRead: true, roles: ["helper"] }],
    ["write", { mayRead: true, roles: ["helper", "maintainer"] }],
    [null, { mayRead: false, roles: [] }],
  ] as const)("of somebody who was given %s in a private repository", async (role, rights) => {
    const { there, ref } = await world.repository(`rights-${role}`);
    there.isPrivate = true;
    setRole(there, "ann", role);
    expect(await world.github.reads.rightsOf(ref, account("ann"))).toEqual(rights);
  });

  it("of anybody in a public repository are to read", async () => {
    const { ref } = await world.repository("rights-in-public");
    expect(await world.github.reads.rightsOf(ref, account("ann"))).toEqual({ mayRead: true, roles: [] });
  });

  it("are none where the login is another account's by now, or nobody's", async () => {
    const { there, ref } = await world.repository("rights-of-another");
    setRole(there, "ann", "admin");
    const none = { mayRead: false, roles: [] };
    expect(await world.github.reads.rightsOf(ref, { ...account("ann"), id: 1 })).toEqual(none);
    expect(await world.github.reads.rightsOf(ref, { id: 1, login: "nobody-of-this-name" })).toEqual(none);
  });
});

describe("configTexts", () => {
  const path = ".github/frontdesk.yml";
  const sources = ["acme/configured:.github/frontdesk.yml", "acme/.github:.github/frontdesk.yml"];

  it("reads the repository's config, then its owner's, in one call, whichever of them is there", async () => {
    const { github, repository, commit, local } = await aGitHubWorld();
    const { there, ref } = await repository("configured");
    const texts = () => github.reads.configTexts(ref, path);
    const none = sources.map((source, index) => ({ source, text: undefined, isShown: index === 0 }));
    expect(await texts()).toEqual(none);

    await commit(there, { [path]: "docs: {}\n" });
    expect((await texts()).map(({ text }) => text)).toEqual(["docs: {}\n", undefined]);

    await repository(".github", { [path]: "ours: true\n" });
    local.ledger.clear();
    expect((await texts()).map(({ text }) => text)).toEqual(["docs: {}\n", "ours: true\n"]);
    expect(local.ledger.count()).toBe(1);
    expect(local.ledger.points()).toBe(1);
  });

  it("says whether whoever reads the repository may read its owner's config as well", async () => {
    const { github, repository } = await aGitHubWorld();
    const { there, ref } = await repository("configured");
    const { there: shared } = await repository(".github", { [path]: "ours: true\n" });
    const isShown = async () => (await github.reads.configTexts(ref, path)).map((it) => it.isShown);
    expect(await isShown()).toEqual([true, true]);
    shared.isPrivate = true;
    expect(await isShown()).toEqual([true, false]);
    there.isPrivate = true;
    expect(await isShown()).toEqual([true, true]);
  });

  it("hands on a file that is no text, and takes a folder for none", async () => {
    const { github, repository } = await aGitHubWorld();
    const { ref } = await repository("configured", { [path]: Buffer.from([0x64, 0, 0xff, 0xfe]) });
    await repository(".github", { [`${path}/readme`]: "a folder" });
    const [ours, theirs] = await github.reads.configTexts(ref, path);
    expect(ours?.text).toContain("\0");
    expect(theirs?.text).toBeUndefined();
  });

  it("goes without the owner's repository where it may not be read", async () => {
    const { github, local, repository } = await aGitHubWorld();
    const { ref } = await repository("configured", { [path]: "docs: {}\n" });
    await repository(".github", { [path]: "ours: true\n" });
    const error = "notAccessibleByIntegration";
    const disarm = local.faults.add({ on: "ConfigTexts", kind: "refused", error, when: "after", at: "fallback" });
    const texts = await github.reads.configTexts(ref, path);
    expect(texts.map(({ text }) => text)).toEqual(["docs: {}\n", undefined]);

    disarm();
    local.faults.add({ on: "ConfigTexts", kind: "refused", error, when: "after", at: "repository" });
    await expect(github.reads.configTexts(ref, path)).rejects.toMatchObject({ reason: "permission" });
  });

  it("says that the repository is gone", async () => {
    const { ref } = await world.repository("config-gone");
    await expect(world.github.reads.configTexts({ ...ref, name: "nowhere" }, path)).rejects.toBeInstanceOf(GoneError);
  });
});

describe("repositories", () => {
  it("lists all of all installations, but not of suspended ones, however many there are", async () => {
    const { github, local, people, repository } = await aGitHubWorld();
    const { ref } = await repository("first");
    for (let index = 0; index < 120; index++) await repository(`more-${index}`);
    const [app] = local.world.all("App");
    if (!app) throw new Error("There is no app");
    const bob = createUser(local.world, "bob");
    const selected = createRepository(local.world, bob, "selected");
    createRepository(local.world, bob, "not-selected");
    const bobs = installApp(local.world, bob, app, bob, [selected]);
    const eve = createUser(local.world, "eve");
    createRepository(local.world, eve, "suspended");
    suspendInstallation(local.world, eve, installApp(local.world, eve, app, eve));

    const { repositories: found, refused } = await github.reads.allRepositories();
    expect(refused).toEqual([]);
    expect(found).toHaveLength(122);
    expect(found).toContainEqual(ref);
    expect(found).toContainEqual({
      id: selected.databaseId,
      owner: "bob",
      name: "selected",
      installation: bobs.databaseId,
    });
    expect(found.map(({ owner }) => owner)).not.toContain("eve");
    expect(await github.reads.repositoriesOf(bobs.databaseId)).toHaveLength(1);

    changeRepositories(local.world, people.max, bobs, { remove: [selected] });
    expect(await github.reads.repositoriesOf(bobs.databaseId)).toEqual([]);
  });

  it("knows those that everybody may read", async () => {
    const { github, repository } = await aGitHubWorld();
    const { there, ref } = await repository("open");
    const { there: secret } = await repository("secret");
    secret.isPrivate = true;
    expect(await github.reads.publicRepositoriesOf(ref.installation)).toEqual(new Set([there.databaseId]));
  });

  it("lists the others where one organization does not let us in, and says so", async () => {
    const { github, local, repository, people, log } = await aGitHubWorld();
    const { ref } = await repository("first");
    const [app] = local.world.all("App");
    if (!app) throw new Error("There is no app");
    const bob = createUser(local.world, "bob");
    const gadgets = createRepository(local.world, bob, "gadgets");
    installApp(local.world, people.max, app, bob);
    local.faults.add({ on: "GET /installation/repositories", kind: "status", status: 403, when: "before", times: 1 });
    const { repositories, refused } = await github.reads.allRepositories();
    expect(refused).toEqual([ref.installation]);
    expect(repositories.map(({ id }) => id)).toEqual([gadgets.databaseId]);
    expect(log.join("\n")).toContain(`repositories of installation ${ref.installation}`);
  });

  it("says that an installation is gone", async () => {
    const { github, local, repository, people } = await aGitHubWorld();
    const { ref } = await repository("first");
    const [installation] = local.world.all("Installation");
    if (!installation) throw new Error("There is no installation");
    uninstallApp(local.world, people.max, installation);
    await expect(github.reads.repositoriesOf(ref.installation)).rejects.toBeInstanceOf(GoneError);
  });
});

describe("a repository that has another name by now", () => {
  it("is read and changed under its old one, until another repository has that", async () => {
    const { github, local, people, repository, ask } = await aGitHubWorld();
    const { there, ref } = await repository("before", { "docs/a.md": "# A\n" });
    const question = ask(there, "How?");
    const issue = openIssue(local.world, people.max, there, { title: "It hangs" });
    renameRepository(local.world, people.olga, there, "after");
    const commit = (await github.reads.findHead(ref)) ?? "";
    expect(await github.reads.findThread(ref, question.number)).toMatchObject({ title: "How?" });
    expect(await github.reads.tree(ref, commit)).toMatchObject([{ path: "docs/a.md" }]);
    expect(await github.reads.rolesOf(ref, "max")).toEqual(["helper", "maintainer"]);
    expect(await github.reads.findTrackedIssue(ref, issue.number)).toMatchObject({ title: "It hangs" });

    await github.writes.addComment(ref, question.id, "Like this.");
    await github.writes.createMilestone(ref, { title: "v2" });
    await github.writes.addLabels(ref, issue.id, [{ name: "bug" }]);
    await github.writes.editIssue(ref, issue.number, {
      title: "It hangs at night",
      assign: ["max"],
      state: "completed",
    });
    await github.proposals.moveBranch(ref, "faq/x", undefined, {
      parent: commit,
      message: "An entry",
      files: [{ path: "docs/FAQ.md", text: "# FAQ\n" }],
    });
    expect(question.comments).toHaveLength(1);
    expect(there.milestones).toMatchObject([{ title: "v2" }]);
    expect(there.labels).toMatchObject([{ name: "bug" }]);
    expect(issue).toMatchObject({ title: "It hangs at night", closed: true, assignees: [{ login: "max" }] });
    expect(await local.git(there).resolve("refs/heads/faq/x")).toBeDefined();

    await repository("before");
    await expect(github.writes.editIssue(ref, issue.number, { title: "x" })).rejects.toBeInstanceOf(GoneError);
    expect(issue.title).toBe("It hangs at night");
  });
});

describe("identity", () => {
  it("says who we are to GitHub", async () => {
    expect(await world.github.identity()).toEqual({ id: world.local.app.id, slug: "frontdesk" });
  });
});
