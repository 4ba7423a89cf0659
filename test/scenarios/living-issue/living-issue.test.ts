import { afterEach, describe, expect, it } from "vitest";
import {
  closeIssue,
  convertToDiscussion,
  createRepository,
  deleteIssue,
  editIssue,
  lock,
  openIssue,
  reopenIssue,
  type Issue,
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

function edits(): number {
  return desk.github.ledger.count({ operation: "PATCH /repos/{owner}/{repo}/issues/{issue_number}" });
}

async function open(options: DeskOptions & { readonly config?: string } = {}): Promise<void> {
  const { config, ...rest } = options;
  desk = await openDesk({
    ...rest,
    files: { ...(config !== undefined && { ".github/frontdesk.yml": config }), ...rest.files },
  });
}

/** Threads that wait on us, as the watch would have them. */
async function watch(...threads: readonly Partial<WatchedThread>[]): Promise<void> {
  const now = desk.github.world.now();
  await withStores(desk, async ({ watch: store }, repository) => {
    await store.keepWatch(repository, "some settings", new Date(now.getTime() - 24 * 60 * minute));
    for (const given of threads) {
      const number = given.number ?? 1;
      const thread: WatchedThread = {
        title: `Question ${number}`,
        url: `https://github.com/acme/widgets/discussions/${number}`,
        id: `D_${number}`,
        asker: "ann",
        category: "q-a",
        priority: "p3",
        breaches: [],
        state: { status: "waiting-on-team", since: now, hasCommunityAnswer: false, lastWordAt: now },
        ...given,
        number,
      };
      await store.keepWatched(repository, { thread, digest: "some settings" });
    }
  });
}

describe("the living issue", () => {
  it("is opened when somebody waits, is one, and is edited in place when something changes", async () => {
    await open();
    await desk.advance(5 * minute);
    expect(issues()).toEqual([]);
    await watch({ number: 1 });
    await desk.advance(5 * minute);
    expect(issue().body).toContain("### Waiting on us (1)");
    expect(issue().comments).toEqual([]);

    await watch({ number: 2, title: "@hana Fixes #1 <!-- frontdesk:end:living-issue -->" });
    await desk.advance(5 * minute);
    expect(issue().body).toContain("### Waiting on us (2)");
    expect(edits()).toBe(1);
    for (const _time of [1, 2, 3]) await desk.advance(5 * minute);
    await desk.restart();
    await desk.advance(5 * minute);
    expect(edits()).toBe(1);
    expect(issues()).toHaveLength(1);
  });

  it("costs nothing while nothing changes", async () => {
    await open();
    await watch({ number: 1 });
    await desk.advance(5 * minute);
    desk.github.ledger.clear();
    for (const _time of [1, 2, 3]) await desk.advance(5 * minute);
    const asked = desk.github.ledger.list().map(({ operation }) => operation);
    expect(asked.filter((it) => /issue|config/iu.test(it))).toEqual([]);
  });

  it("is edited no more often than the config says", async () => {
    await open({ config: "living-issue:\n  edit-every: 30m\n" });
    await watch({ number: 1 });
    await desk.advance(5 * minute);
    for (let number = 2; number <= 6; number += 1) {
      await watch({ number });
      await desk.advance(5 * minute);
    }
    expect(edits()).toBe(0);
    await desk.advance(5 * minute);
    expect(edits()).toBe(1);
    expect(issue().body).toContain("### Waiting on us (6)");
  });

  it("opens for nothing that was there before", async () => {
    await open();
    const long = new Date(desk.github.world.now().getTime() - 400 * 24 * 60 * minute);
    const state = { status: "waiting-on-team", since: long, hasCommunityAnswer: false, lastWordAt: long } as const;
    await watch({ number: 1, state }, { number: 2, state });
    await desk.advance(5 * minute);
    expect(issues()).toEqual([]);
    await watch({ number: 3 });
    await desk.advance(5 * minute);
    expect(issue().body).toContain("### Waiting on us (3)");
  });

  it("says when a target is missed, by the time alone", async () => {
    await open();
    const at = new Date(desk.github.world.now().getTime() + 60 * minute);
    await watch({ number: 1, due: { clock: "first-response", at, nearAt: at } });
    await desk.advance(5 * minute);
    expect(issue().body).toContain("- by ");
    await desk.advance(70 * minute);
    expect(issue().body).toContain("**overdue since**");
  });

  it("keeps what people write around its part", async () => {
    await open();
    await watch({ number: 1 });
    await desk.advance(5 * minute);
    const mia = desk.person("mia");
    const before = issue().body;
    editIssue(desk.github.world, mia, issue(), {
      body: `Rota: see the wiki.\r\n\r\n${before.replace("Question 1", "Nonsense")}\r\n\r\nThanks!`,
    });
    await watch({ number: 2 });
    await desk.advance(5 * minute);
    expect(issue().body).toMatch(/^Rota: see the wiki\.\n\n<!-- frontdesk:begin:living-issue -->/u);
    expect(issue().body).toMatch(/<!-- frontdesk:end:living-issue -->\n\nThanks!$/u);
    expect(issue().body).not.toContain("Nonsense");
    expect(issue().body).toContain("Question 2");
  });

  it("that a person closes stays closed until a person opens it", async () => {
    await open();
    await watch({ number: 1 });
    await desk.advance(5 * minute);
    const mia = desk.person("mia");
    closeIssue(desk.github.world, mia, issue());
    for (let number = 2; number <= 4; number += 1) {
      await watch({ number });
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
    await watch({ number: 1 });
    await desk.advance(5 * minute);
    const mia = desk.person("mia");
    const [category] = desk.repository.discussionCategories;
    if (!category) throw new Error("no category");
    if (what === "deleted") deleteIssue(desk.github.world, mia, issue());
    else convertToDiscussion(desk.github.world, mia, issue(), category);
    for (let number = 2; number <= 4; number += 1) {
      await watch({ number });
      await desk.advance(5 * minute);
    }
    expect(issues().filter(({ locked }) => !locked)).toEqual([]);
    expect(desk.logLines.filter((it) => it.includes("was deleted or moved away"))).toHaveLength(1);
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
    await watch({ number: 1 });
    await desk.advance(5 * minute);
    expect(issues()).toHaveLength(1);
    const mia = desk.person("mia");
    for (let n = 0; n < 55; n += 1) openIssue(desk.github.world, mia, desk.repository, { title: `It crashes ${n}` });
    await watch({ number: 3 });
    await desk.advance(5 * minute);
    await withStores(desk, ({ livingIssues }, repository) => livingIssues.forgetRepository(repository));
    await watch({ number: 2 });
    await desk.advance(5 * minute);
    expect(issue().body).toContain("### Waiting on us (3)");
  });

  it("is edited though it is locked", async () => {
    await open();
    await watch({ number: 1 });
    await desk.advance(5 * minute);
    lock(desk.github.world, desk.person("mia"), issue());
    await watch({ number: 2 });
    await desk.advance(5 * minute);
    expect(issue().body).toContain("### Waiting on us (2)");
  });

  it("is asked for once a day where issues are disabled", async () => {
    await open({ before: (_, repository) => void (repository.hasIssuesEnabled = false) });
    for (let number = 1; number <= 5; number += 1) {
      await watch({ number });
      await desk.advance(5 * minute);
    }
    expect(desk.github.ledger.count({ operation: "POST /repos/{owner}/{repo}/issues" })).toBe(1);
    expect(await desk.givenUp()).toBe(0);
  });

  it("says that it is turned off, closes, and opens again when it is turned on", async () => {
    await open();
    await watch({ number: 1 });
    await desk.advance(5 * minute);
    await desk.push({ ".github/frontdesk.yml": "living-issue:\n  mode: off\n" });
    await desk.settle();
    expect(issue()).toMatchObject({ closed: true, body: expect.stringContaining("This list is not kept any more") });
    await watch({ number: 2 });
    await desk.advance(24 * 60 * minute);
    expect(issue().closed).toBe(true);
    await desk.push({ ".github/frontdesk.yml": null });
    await desk.settle();
    expect(issue()).toMatchObject({ closed: false, body: expect.stringContaining("### Waiting on us (2)") });
  });

  it("is one for each repository", async () => {
    await open();
    const owner = desk.repository.owner;
    const gadgets = createRepository(desk.github.world, owner, "gadgets", { collaborators: { hana: "triage" } });
    await desk.settle();
    await watch({ number: 1 });
    await desk.advance(5 * minute);
    expect(issues()).toHaveLength(1);
    expect(gadgets.issues).toEqual([]);
  });

  it("holds 5,000 threads as far as there is room", async () => {
    await open();
    const threads = Array.from({ length: 5_000 }, (_, i) => ({ number: i + 1, title: "Why ".repeat(50) }));
    await watch(...threads);
    await desk.advance(5 * minute);
    expect(issue().body.length).toBeLessThanOrEqual(65_536);
    expect(issue().body).toContain("### Waiting on us (5000)");
    expect(issue().body).toContain("more that have no room here");
  });
});
