import { afterEach, describe, expect, it } from "vitest";
import {
  closeIssue,
  convertToDiscussion,
  createRepository,
  deleteIssue,
  editIssue,
  lock,
  openDiscussion,
  openIssue,
  reopenIssue,
  type Issue,
  type Repository,
  type World,
} from "local-github-server/world";
import type { WatchedThread } from "../../../src/core/thread-status.ts";
import { openDesk, type Desk, type DeskOptions } from "../../helpers/open-desk.ts";
import { withStores } from "../../helpers/with-stores.ts";

let desk: Desk;
afterEach(() => desk.close());

const minute = 60_000;

/** The living issues of the repository. */
const issues = (): readonly Issue[] => desk.repository.issues.filter(({ title }) => title.startsWith("Support:"));

function issue(): Issue {
  const [it, ...more] = issues();
  if (!it || more.length > 0) throw new Error(`there are ${issues().length} living issues`);
  return it;
}

async function open(options: DeskOptions & { readonly config?: string } = {}): Promise<void> {
  const { config, ...rest } = options;
  desk = await openDesk({
    ...rest,
    files: { ...(config !== undefined && { ".github/frontdesk.yml": config }), ...rest.files },
  });
}

/** So many more people ask something, and wait on us. */
async function ask(...titles: readonly string[]): Promise<void> {
  for (const title of titles) desk.ask(title);
  await desk.settle();
}

/** Threads that wait on us, many at once: as the watch would have them if somebody had asked. */
async function plantThreads(count: number): Promise<void> {
  const now = desk.github.world.now();
  await withStores(desk, async ({ watch }, repository) => {
    const digest = (await watch.watchDigest(repository)) ?? "";
    for (let number = 1; number <= count; number += 1) {
      const thread: WatchedThread = {
        number,
        title: "Why ".repeat(50),
        url: `https://github.com/acme/widgets/discussions/${number}`,
        id: `D_${number}`,
        asker: "ann",
        category: "q-a",
        priority: "p3",
        reckonedFrom: "0:0",
        breaches: [],
        state: { status: "waiting-on-team", since: now, hasCommunityAnswer: false, lastWordAt: now },
      };
      await watch.keepWatched(repository, { thread, digest });
    }
  });
}

describe("the living issue", () => {
  it("is opened when somebody waits, is one, and is edited in place when something changes", async () => {
    await open();
    await desk.advance(5 * minute);
    expect(issues()).toEqual([]);
    await ask("Question 1");
    await desk.advance(5 * minute);
    expect(issue().body).toContain("### Waiting on us (1)");
    expect(issue().comments).toEqual([]);

    await ask("@hana Fixes #1 <!-- frontdesk:end:living-issue -->");
    await desk.advance(5 * minute);
    expect(issue().body).toContain("### Waiting on us (2)");
    await desk.restart();
    await desk.advance(5 * minute);
    expect(issues()).toHaveLength(1);
  });

  it.each([
    ["", 400, ""],
    [", also where it was due this week", 3, "watch:\n  priorities:\n    p3: { first-response: 1h }\n"],
  ])("opens for nothing that was there before%s", async (_, days, config) => {
    const old = (world: World, repository: Repository) => {
      const [ann] = world.all("User").filter(({ login }) => login === "ann");
      const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
      if (!ann || !category) throw new Error("nobody can ask");
      for (const title of ["Old 1", "Old 2"]) openDiscussion(world, ann, repository, { category, title, body: "How?" });
      world.advanceClock(days * 24 * 60 * minute);
    };
    await open({ before: old, config });
    for (const _time of [1, 2]) await desk.advance(5 * minute);
    expect(issues()).toEqual([]);
    await ask("Question 3");
    await desk.advance(5 * minute);
    expect(issue().body).toContain("### Waiting on us (3)");
  });

  it("says when a target is missed, by the time alone", async () => {
    await open({ config: "watch:\n  priorities:\n    p3: { first-response: 1h }\n" });
    await ask("Question 1");
    await desk.advance(5 * minute);
    expect(issue().body).toContain("- by ");
    await desk.advance(70 * minute);
    await desk.advance(5 * minute);
    expect(issue().body).toContain("**overdue since**");
    expect(issue().body).toContain("### Targets missed this week (1)");
  });

  it("says what turns to the asker, and what is over", async () => {
    await open();
    await ask("Question 1", "Question 2");
    const [first, second] = desk.repository.discussions;
    if (!first || !second) throw new Error("nobody asked");
    desk.comment(first, "Which version?", "hana");
    const answer = desk.comment(second, "Oil it.", "hana");
    await desk.settle();
    await desk.advance(5 * minute);
    expect(issue().body).not.toContain("### Waiting on us");
    expect(issue().body).toContain("### Waiting on the asker (2)");
    desk.comment(second, "Thanks, that worked!", "ann");
    await desk.settle();
    await desk.advance(5 * minute);
    expect(issue().body).toContain("### Answers to be marked (1)");
    desk.comment(second, "/answer", "ann", answer);
    await desk.settle();
    await desk.advance(5 * minute);
    expect(issue().body).not.toContain("### Answers to be marked");
    expect(issue().body).toContain("### Waiting on the asker (1)");
  });

  it("keeps what people write around its part", async () => {
    await open();
    await ask("Question 1");
    await desk.advance(5 * minute);
    const mia = desk.person("mia");
    const before = issue().body;
    editIssue(desk.github.world, mia, issue(), {
      body: `Rota: see the wiki.\r\n\r\n${before.replace("Question 1", "Nonsense")}\r\n\r\nThanks!`,
    });
    await ask("Question 2");
    await desk.advance(5 * minute);
    expect(issue().body).toMatch(/^Rota: see the wiki\.\n\n<!-- frontdesk:begin:living-issue -->/u);
    expect(issue().body).toMatch(/<!-- frontdesk:end:living-issue -->\n\nThanks!$/u);
    expect(issue().body).not.toContain("Nonsense");
    expect(issue().body).toContain("Question 2");
  });

  it("that a person closes stays closed until a person opens it", async () => {
    await open();
    await ask("Question 1");
    await desk.advance(5 * minute);
    const mia = desk.person("mia");
    closeIssue(desk.github.world, mia, issue());
    for (let number = 2; number <= 4; number += 1) {
      await ask(`Question ${number}`);
      await desk.advance(24 * 60 * minute);
    }
    expect(issue().closed).toBe(true);
    expect(issue().body).toContain("### Waiting on us (1)");
    reopenIssue(desk.github.world, mia, issue());
    await desk.settle();
    expect(issue().body).toContain("### Waiting on us (4)");
  });

  it.each(["deleted", "converted"])("that was %s leaves a trace, and is not made again", async (what) => {
    await open();
    await ask("Question 1");
    await desk.advance(5 * minute);
    const mia = desk.person("mia");
    const [category] = desk.repository.discussionCategories;
    if (!category) throw new Error("no category");
    if (what === "deleted") deleteIssue(desk.github.world, mia, issue());
    else convertToDiscussion(desk.github.world, mia, issue(), category);
    for (let number = 2; number <= 4; number += 1) {
      await ask(`Question ${number}`);
      await desk.advance(5 * minute);
    }
    expect(issues().filter(({ locked }) => !locked)).toEqual([]);
    expect(desk.logLines.filter((it) => it.includes("was deleted or moved away"))).not.toEqual([]);
    expect(await desk.givenUp()).toBe(0);

    await desk.push({ ".github/frontdesk.yml": "living-issue:\n  mode: off\n" });
    await desk.settle();
    await desk.push({ ".github/frontdesk.yml": null });
    await desk.settle();
    expect(issues().filter(({ locked }) => !locked)).toHaveLength(1);
  });

  it("is found again by its marker when our records are lost, and when its opening was not heard of", async () => {
    await open();
    desk.github.faults.add({
      on: "POST /repos/{owner}/{repo}/issues",
      kind: "status",
      status: 502,
      when: "after",
      times: 1,
    });
    await ask("Question 1");
    await desk.advance(5 * minute);
    expect(issues()).toHaveLength(1);
    const mia = desk.person("mia");
    for (let n = 0; n < 55; n += 1) openIssue(desk.github.world, mia, desk.repository, { title: `It crashes ${n}` });
    await ask("Question 3");
    await desk.advance(5 * minute);
    await withStores(desk, ({ livingIssues }, repository) => livingIssues.forgetRepository(repository));
    await ask("Question 2");
    await desk.advance(5 * minute);
    expect(issue().body).toContain("### Waiting on us (3)");
  });

  it("is edited though it is locked", async () => {
    await open();
    await ask("Question 1");
    await desk.advance(5 * minute);
    lock(desk.github.world, desk.person("mia"), issue());
    await ask("Question 2");
    await desk.advance(5 * minute);
    expect(issue().body).toContain("### Waiting on us (2)");
  });

  it("says that it is turned off, closes, and opens again when it is turned on", async () => {
    await open();
    await ask("Question 1");
    await desk.advance(5 * minute);
    await desk.push({ ".github/frontdesk.yml": "living-issue:\n  mode: off\n" });
    await desk.settle();
    expect(issue()).toMatchObject({ closed: true, body: expect.stringContaining("This list is not kept any more") });
    await ask("Question 2");
    await desk.advance(24 * 60 * minute);
    expect(issue().closed).toBe(true);
    await desk.push({ ".github/frontdesk.yml": null });
    await desk.settle();
    expect(issue()).toMatchObject({ closed: false, body: expect.stringContaining("### Waiting on us (2)") });
  });

  it("is one for each repository, with its own threads, and shows a request that is to be decided", async () => {
    await open();
    const { owner } = desk.repository;
    const gadgets = createRepository(desk.github.world, owner, "gadgets", { collaborators: { hana: "triage" } });
    await desk.settle();
    await ask("Question 1");
    await desk.advance(5 * minute);
    expect(issues()).toHaveLength(1);
    expect(gadgets.issues).toEqual([]);
    const ideas = gadgets.discussionCategories.find(({ slug }) => slug === "ideas");
    if (!ideas) throw new Error("there is no category for ideas");
    const body =
      "### Why is it needed?\n\nMy eyes.\n\n### What outcome is wanted?\n\nNight.\n\n### How urgent is it?\n\nNot.";
    openDiscussion(desk.github.world, desk.person("ann"), gadgets, { category: ideas, title: "Dark mode", body });
    await desk.settle();
    await desk.advance(5 * minute);
    expect(gadgets.issues.map(({ title }) => title)).toEqual(["Support: who waits on whom"]);
    expect(gadgets.issues[0]?.body).toContain("### Awaiting a decision (1)");
    expect(gadgets.issues[0]?.body).toContain("Dark mode");
    expect(gadgets.issues[0]?.body).not.toContain("Question 1");
    expect(issue().body).not.toContain("Dark mode");
  });

  it("holds 5,000 threads as far as there is room", async () => {
    await open();
    await plantThreads(5_000);
    await desk.advance(5 * minute);
    expect(issue().body.length).toBeLessThanOrEqual(65_536);
    expect(issue().body).toContain("### Waiting on us (5000)");
    expect(issue().body).toContain("more that have no room here");
  });
});
