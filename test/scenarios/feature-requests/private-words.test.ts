import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  closeIssue,
  createMilestone,
  createProject,
  createRepository,
  editIssue,
  transferIssue,
  type Discussion,
  type Repository,
} from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { botIssues, botText, command, labelsOf, request } from "../../helpers/request-world.ts";

/** No word of anything private holds anything else. */
const secret = /nightjar/i;

let desk: Desk;
let lab: Repository;
beforeAll(async () => {
  desk = await openDesk();
  const { world } = desk.github;
  const { owner } = desk.repository;
  if (owner.__typename !== "Organization") throw new Error("no organization");
  const mia = desk.person("mia");
  lab = createRepository(world, owner, "nightjar-lab", { isPrivate: true, collaborators: { mia: "admin" } });
  createMilestone(world, mia, lab, { title: "Nightjar launch" });
  createProject(world, mia, owner, {
    title: "Nightjar",
    fields: [{ name: "Nightjar phase", dataType: "SINGLE_SELECT", options: ["Nightjar egg", "Nightjar chick"] }],
  });
  await desk.settle();
});
afterAll(() => desk.close());

/** All that the bot ever wrote into a thread. */
function allSaid({ comments }: Discussion): string {
  return comments
    .flatMap((it) => [it, ...it.replies])
    .flatMap(({ author, body }) => (author?.__typename === "Bot" ? [body] : []))
    .join("\n");
}

/** An accepted request, and its issue in the private repository, planned there. */
async function takenAway(title: string) {
  const { world } = desk.github;
  const mia = desk.person("mia");
  const idea = await request(desk, title);
  await command(desk, idea, "/accept");
  const made = botIssues(desk).find((it) => it.title === title);
  if (!made) throw new Error("There is no issue");
  const moved = transferIssue(world, mia, made, lab);
  const [launch] = lab.milestones;
  editIssue(world, mia, moved, { milestone: launch ?? null });
  await desk.settle();
  return { idea, made, moved };
}

describe("an issue that was transferred to a private repository", () => {
  it("is out of reach for whoever reads the thread: neither its place nor what became of it is told", async () => {
    const { idea, moved } = await takenAway("Print on cloth");
    expect(botText(desk, idea)).toContain("transferred to where not everybody who reads this can follow");
    closeIssue(desk.github.world, desk.person("mia"), moved, "COMPLETED");
    await desk.settle();
    await command(desk, idea, "/priority p1", "hana");
    expect(labelsOf(idea)).toEqual(["accepted"]);
    expect(allSaid(idea)).not.toMatch(secret);
  });

  it("gets a successor here by /accept", async () => {
    const { idea } = await takenAway("Print on glass");
    expect((await command(desk, idea, "/accept")).reactions).toEqual(["EYES", "ROCKET"]);
    expect(botIssues(desk).filter((it) => it.title === "Print on glass")).toHaveLength(1);
    expect(allSaid(idea)).not.toMatch(secret);
  });

  it("is nothing to be a duplicate of, nor to adopt", async () => {
    const { made, idea } = await takenAway("Print on wood");
    const same = await request(desk, "Print on planks");
    for (const line of [`/duplicate #${made.number}`, `/accept issue:#${made.number}`]) {
      expect((await command(desk, same, line)).reactions).toEqual(["EYES", "CONFUSED"]);
    }
    expect(allSaid(same) + allSaid(idea)).not.toMatch(secret);
    expect(same.closed).toBe(false);
  });
});

describe("a private board", () => {
  it.each([
    '/accept project:"Roadmap"',
    "/accept project:1 phase:done",
    "/accept project:1 nightjar-phase:puppy",
    "/accept project:1 status:dunno",
  ])("%s is refused without a name that not everybody may see", async (line) => {
    const idea = await request(desk, `Ask for ${line}`);
    const { replies, reactions } = await command(desk, idea, line);
    expect(reactions).toEqual(["EYES", "CONFUSED"]);
    expect(replies.join("\n")).not.toMatch(/egg|chick|"Nightjar"|Nightjar phase/);
    expect(botIssues(desk).filter((it) => it.title === idea.title)).toEqual([]);
  });

  it("is named neither when a field cannot be set, nor where the issue is on several", async () => {
    const { owner } = desk.repository;
    if (owner.__typename !== "Organization") throw new Error("no organization");
    const idea = await request(desk, "Print on two boards");
    await command(desk, idea, "/accept project:1");
    createProject(desk.github.world, desk.person("mia"), owner, { title: "Nightjar two" });
    await command(desk, idea, "/project 2");
    expect((await command(desk, idea, "/status done")).replies).toEqual([expect.stringContaining("several boards")]);
    await command(desk, idea, "/project 3 none");
    expect(allSaid(idea)).not.toMatch(secret);
  });

  it("is listed where the repository is private itself", async () => {
    desk.repository.isPrivate = true;
    const idea = await request(desk, "Print in private");
    expect((await command(desk, idea, '/accept project:"Roadmap"')).replies).toEqual([
      expect.stringContaining('"Nightjar"'),
    ]);
    desk.repository.isPrivate = false;
  });
});
