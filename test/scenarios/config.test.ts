import { afterEach, describe, expect, it } from "vitest";
import { nullOid } from "local-github-server/git";
import { announcePush, createRepository } from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const path = ".github/frontdesk.yml";
const off = "related-answers:\n  mode: off\n";
const broken = "related-answers:\n  mode: [\n";

async function isAnswered(): Promise<boolean> {
  const question = desk.ask("How can I change the log level to debug?");
  await desk.settle();
  return desk.botComments(question).length > 0;
}

/** The organization's `.github` repository, with this config in it. */
async function shareConfig(text: string, isPrivate = false): Promise<void> {
  const { world, git } = desk.github;
  const mia = desk.person("mia");
  const shared = createRepository(world, desk.repository.owner, ".github", { isPrivate });
  const author = { name: "Mia", email: "mia@example.com", date: world.timestamp() };
  const after = await git(shared).importFiles("main", [{ path, content: text }], { message: "Share", author });
  announcePush(world, mia, shared, { ref: "refs/heads/main", before: nullOid, after, forced: false });
  await desk.settle();
}

describe("the config", () => {
  it("of the organization holds where the repository has none, from the push that changes it", async () => {
    desk = await openDesk();
    await shareConfig(off);
    expect(await isAnswered()).toBe(false);
    await desk.push({ [path]: "related-answers:\n  limit: 1\n" });
    await desk.settle();
    expect(await isAnswered()).toBe(true);
  });

  it("of the organization is not used where it is private and the repository is public: what it says is said there", async () => {
    desk = await openDesk();
    await shareConfig("feature-requests:\n  labels:\n    asked: codename nightjar\n", true);
    const idea = desk.ask("Print at night", "Please.", "ann", "ideas");
    expect(await isAnswered()).toBe(false);
    expect(idea.labels).toEqual([]);
    expect(desk.repository.labels.map(({ name }) => name)).not.toContain("codename nightjar");
    expect(desk.logLines.join("")).toContain("not everybody who reads the repository may read this config");
    await desk.push({ [path]: "related-answers:\n  limit: 1\n" });
    await desk.settle();
    expect(await isAnswered()).toBe(true);
  });

  it("of the organization holds in a private repository, private as it is", async () => {
    desk = await openDesk({ before: (_, repository) => void (repository.isPrivate = true) });
    await shareConfig("related-answers:\n  limit: 1\n", true);
    expect(await isAnswered()).toBe(true);
  });

  it("is in force from the push that changes it", async () => {
    desk = await openDesk();
    expect(await isAnswered()).toBe(true);
    await desk.push({ [path]: off });
    await desk.settle();
    expect(await isAnswered()).toBe(false);
    await desk.push({ [path]: null });
    await desk.settle();
    expect(await isAnswered()).toBe(true);
  });

  it("stays as it last was good when it is broken, also over a restart, and the log says so", async () => {
    desk = await openDesk({ files: { [path]: "related-answers:\n  categories: [general]\n" } });
    await desk.push({ [path]: broken });
    await desk.settle();
    await desk.restart();
    expect(await isAnswered()).toBe(false);
    const general = desk.ask("How can I change the log level to debug?", "Please.", "ann", "general");
    await desk.settle();
    expect(desk.botComments(general)).toHaveLength(1);
    expect(desk.logLines.join("")).toContain("the last good one stays in force");
  });

  it("that never was good keeps us silent", async () => {
    desk = await openDesk({ files: { [path]: broken } });
    expect(await isAnswered()).toBe(false);
    expect(desk.logLines.join("")).toContain("so I stay silent");
  });
});
