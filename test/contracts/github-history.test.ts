import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDiscussion, markAnswer } from "local-github-server/world";
import { createHistoryClient, type HistoryClient } from "../../src/github/history/history-client.ts";
import { toPastThread } from "../../src/github/history/to-past-thread.ts";
import { all, startGitHubWorld } from "./github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
const waits: string[] = [];
beforeAll(async () => {
  world = await startGitHubWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

function clientOf(token: string, clock = () => new Date()): HistoryClient {
  const quiet = () => undefined;
  return createHistoryClient({
    token,
    apiUrl: world.local.url,
    clock,
    onWait: (_, reason) => waits.push(reason),
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
}

async function read(client: HistoryClient, name: string) {
  const pages = await all(client.discussions("acme", name));
  return pages.flatMap(({ discussions }) => discussions.map(toPastThread));
}

describe("the history of a repository, read with a person's token", () => {
  it("has every discussion, oldest first, with all that was said", async () => {
    const { people, repository, ask, comment, local } = world;
    const { there } = await repository("told");
    const numbers = Array.from({ length: 23 }, (_, index) => ask(there, `Question ${index}`).number);
    const [first] = there.discussions;
    if (!first) throw new Error("nothing was asked");
    const said = Array.from({ length: 25 }, (_, index) => comment(people.hana, first, `Comment ${index}`));
    for (let index = 0; index < 55; index++) comment(people.ann, first, `Reply ${index}`, said[0]);
    if (said[24]) markAnswer(local.world, people.ann, said[24]);

    local.ledger.clear();
    const threads = await read(clientOf(local.tokenFor("hana")), "told");
    expect(threads.map(({ number }) => number)).toEqual(numbers);
    expect(threads[0]?.comments).toHaveLength(80);
    expect(threads[0]).toMatchObject({ answer: { id: said[24]?.id, isOurs: false }, isPartial: false });
    expect(threads[0]?.answeredAt).toBeInstanceOf(Date);
    // Two pages at 4 points, one more page of comments, one of replies.
    expect(local.ledger.points({ kind: "graphql" })).toBeLessThanOrEqual(10);
  });

  it("tells when a thread was closed, and why", async () => {
    const { people, repository, ask, local } = world;
    const { there } = await repository("closed");
    closeDiscussion(local.world, people.max, ask(there, "Again?"), "DUPLICATE");
    const [thread] = await read(clientOf(local.tokenFor("hana")), "closed");
    expect(thread).toMatchObject({ closed: "duplicate", closedAt: expect.any(Date) });
  });

  it("comes with the docs of the default branch", async () => {
    const { repository, local } = world;
    await repository("documented", { "docs/a.md": "# A\n", "docs/b.md": "# Ä\n", "src/c.ts": "c" });
    const files = await all(
      clientOf(local.tokenFor("hana")).files("acme", "documented", (path) => path.endsWith(".md")),
    );
    expect(Object.fromEntries(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]))).toEqual({
      "docs/a.md": "# A\n",
      "docs/b.md": "# Ä\n",
    });
  });

  it("has no docs in a repository without files", async () => {
    const { repository, local } = world;
    await repository("blank");
    expect(await all(clientOf(local.tokenFor("hana")).files("acme", "blank", () => true))).toEqual([]);
  });

  it.each([
    ["a repository that is not there", "nowhere", "hana", /Could not read the discussions of acme\/nowhere/],
    ["a private one that is not theirs", "secret", "ann", /Could not read the discussions of acme\/secret/],
    ["one without discussions", "silent", "hana", /acme\/silent has discussions turned off/],
  ])("is not there for %s", async (_, name, login, message) => {
    const { repository, local } = world;
    if (name === "secret") Object.assign((await repository("secret")).there, { isPrivate: true });
    if (name === "silent") Object.assign((await repository("silent")).there, { hasDiscussionsEnabled: false });
    await expect(read(clientOf(local.tokenFor(login)), name)).rejects.toMatchObject({
      name: "GoneError",
      message: expect.stringMatching(message),
    });
  });

  it("is refused to a token that is none", async () => {
    await expect(read(clientOf("ghp_wrong"), "told")).rejects.toThrow(/does not accept our credentials/);
  });

  it("is asked for in smaller pages where a page is too much for GitHub", async () => {
    const { repository, ask, local } = world;
    const { there } = await repository("heavy");
    for (let index = 0; index < 25; index++) ask(there, `Question ${index}`);
    local.faults.add({ on: "PastDiscussions", kind: "status", status: 422, when: "before", times: 1 });
    const pages = await all(clientOf(local.tokenFor("hana")).discussions("acme", "heavy"));
    expect(pages.map(({ discussions }) => discussions.length)).toEqual([4, 20, 1]);
  });

  it("is waited for when GitHub says so, and goes on where it was", async () => {
    const { repository, ask, local } = world;
    const { there } = await repository("slow");
    for (let index = 0; index < 25; index++) ask(there, `Question ${index}`);
    local.faults.add({ on: "PastDiscussions", kind: "secondary-limit", retryAfterSeconds: 1, times: 1 });
    // By this clock the wait is over when it begins.
    let calls = 0;
    const hasty = () => new Date(Date.now() + 3_600_000 * calls++);
    expect(await read(clientOf(local.tokenFor("hana"), hasty), "slow")).toHaveLength(25);
    expect(waits).toHaveLength(1);
  });
});
