import { mkdtemp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Octokit } from "@octokit/rest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runToEnd, startDemo, type DemoProcess } from "./demo-process.ts";
import { numberOf } from "./number-of.ts";
import { eventually, Person } from "./person.ts";

let folder = "";
let demo: DemoProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-demo-"));
  demo = await startDemo(["--port", "0", "--data", join(folder, "data")]);
});

afterAll(async () => {
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Somebody of the demo that runs now. */
function person(part: keyof DemoProcess["ready"]["tokens"]): Person {
  const { github, repository, tokens } = demo.ready;
  return new Person(github, repository, tokens[part]);
}

describe("the demo, as a script sees it", () => {
  it("prints its one line and nothing else", () => {
    expect(demo.stdout().trimEnd().split("\n")).toHaveLength(1);
  });

  it("shows everybody how support goes", async () => {
    const page = await fetch(demo.ready.dashboard);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain("Time to first response");
    // Of what waits for an answer.
    expect(text).toContain("How do you fill the database of a preview environment?");
  });

  it("answers a question whose answer is in the docs, with a link to the section", async () => {
    const asker = person("asker");
    const number = await asker.ask(
      "How can the whole team share one build cache?",
      "Everybody builds the same things again. Can the cache live in a bucket, so that CI uses it too?",
    );
    const answer = await eventually(async () => (await asker.read(number))[0]);
    expect(answer.author).toBe("frontdesk");
    expect(answer.body).toContain("docs/caching.md#share-the-cache-in-a-team");
  });

  it("tells of a bug that is known", async () => {
    const asker = person("asker");
    const number = await asker.ask(
      "The agent does not start after a reboot",
      "After a reboot of the machine, millraced stays down: cannot listen on its address, address not available.",
    );
    const answer = await eventually(async () => (await asker.read(number))[0]);
    expect(answer.body).toMatch(/\/issues\/\d+>\) \(known bug, open\)/);
  });

  it("stays silent where it knows nothing", async () => {
    const asker = person("stranger");
    const nonsense = await asker.ask("Zxqv blorp fnarg", "Wibble the quux of glorptarn, plimf?");
    // A later question that is answered shows that the earlier one has been dealt with.
    const later = await asker.ask("Does a rollback undo database migrations?", "We ran a migration before the switch.");
    await eventually(async () => (await asker.read(later))[0]);
    expect(await asker.read(nonsense)).toEqual([]);
  });

  it.each([
    ["asker", "read"],
    ["helper", "triage"],
    ["maintainer", "maintain"],
    ["stranger", "read"],
  ] as const)("lets %s act with the role %s", async (part, role) => {
    const { github, repository, tokens } = demo.ready;
    const [owner = "", repo = ""] = repository.split("/");
    const { data: self } = await new Octokit({ baseUrl: github, auth: tokens[part] }).users.getAuthenticated();
    // Only people who may push are told the roles of others.
    const octokit = new Octokit({ baseUrl: github, auth: tokens.maintainer });
    const { data } = await octokit.repos.getCollaboratorPermissionLevel({ owner, repo, username: self.login });
    expect(data.role_name).toBe(role);
  });
});

describe("a demo that is started again", () => {
  it("stops in time and goes on where it was, with the same tokens", async () => {
    const number = await person("asker").ask("Kept over a restart?", "Plimf glorptarn.", "general");
    const before = demo.ready;
    // 1 would mean that it ran out of its five seconds.
    expect(await demo.stop()).toBe(0);

    demo = await startDemo(["--port", "0", "--data", join(folder, "data")]);
    expect(demo.ready.tokens).toEqual(before.tokens);
    // Links between its pages follow it to its new port. Nothing was seeded a second time: `numberOf` finds one.
    const shared = await numberOf(
      demo.ready,
      "discussions",
      "CI builds everything from scratch although my laptop has a cache",
    );
    const links = (await person("asker").read(shared)).filter(({ author }) => author === "jonas-weber");
    expect(links[0]?.body).toContain(`${demo.ready.github}/${demo.ready.repository}/blob/main/`);
    expect(await person("asker").read(number)).toEqual([]);
  });

  it("forgets everything with --fresh, and serves the docs it is given and no others", async () => {
    const docs = join(folder, "docs");
    await mkdir(join(docs, "deep/er"), { recursive: true });
    await writeFile(
      join(docs, "teapots.md"),
      "# Teapots\r\n\r\n## Descale a teapot\r\n\r\nBoil vinegar in the teapot.\r\n",
    );
    await writeFile(join(docs, "deep/er/latin1.md"), Buffer.from([0x23, 0x20, 0xe9, 0x0a]));
    await symlink("../teapots.md", join(docs, "deep/link.md"));
    await demo.stop();

    demo = await startDemo(["--port", "0", "--data", join(folder, "data"), "--fresh", "--docs", docs]);
    const { github, repository, tokens } = demo.ready;
    const [owner = "", repo = ""] = repository.split("/");
    const octokit = new Octokit({ baseUrl: github, auth: tokens.asker });
    const { data } = await octokit.git.getTree({ owner, repo, tree_sha: "main", recursive: "1" });
    const found = data.tree.filter(({ type, path }) => type === "blob" && path.startsWith("docs/"));
    expect(found.map(({ path, mode }) => [path, mode])).toEqual([
      ["docs/deep/er/latin1.md", "100644"],
      ["docs/deep/link.md", "120000"],
      ["docs/teapots.md", "100644"],
    ]);
    // Pages and threads about the demo's own project would be wrong answers here.
    expect(data.tree.some(({ path }) => path === "README.md")).toBe(false);
    expect((await octokit.issues.listForRepo({ owner, repo })).data).toEqual([]);

    const asker = person("asker");
    const number = await asker.ask("How do I descale a teapot?", "There is lime in my teapot. Is vinegar fine?");
    const answer = await eventually(async () => (await asker.read(number))[0]);
    expect(answer.body).toContain("docs/teapots.md#descale-a-teapot");
  });
});

describe("a demo that cannot start", () => {
  it("says that the port is taken", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const { code, err } = await runToEnd(["--port", port, "--data", join(folder, "other")]);
    await new Promise((resolve) => server.close(resolve));
    expect(code).toBe(4);
    expect(err).toContain(`Port ${port} is in use.`);
  });

  it.each([
    [["--port", "many"], "It must be a number from 0 to 65534"],
    [["--docs", "/there/is/no/such/folder"], "It must be a folder"],
    [["--colour"], "--colour"],
  ])("refuses %j and tells what is wrong", async (args, words) => {
    const { code, err } = await runToEnd(args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
