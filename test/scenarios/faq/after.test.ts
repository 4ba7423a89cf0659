import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  closePullRequest,
  deleteDiscussion,
  editDiscussionComment,
  markAnswer,
  mergePullRequest,
  unmarkAnswer,
  type PullRequest,
} from "local-github-server/world";
import { openFaqDesk, someFaq, type FaqDesk } from "../../helpers/faq-desk.ts";

let desk: FaqDesk;
beforeAll(async () => {
  desk = await openFaqDesk({ files: { ".github/frontdesk.yml": "faq:\n  follow-edits: propose\n" } });
});
afterAll(() => desk.close());

/** Questions that nobody takes for one another. */
const titles = [
  "How do I calibrate a flange?",
  "Why does the gyrotron hum?",
  "Where are invoices kept?",
  "Can Windows users install plugins?",
  "Which ports must stay open?",
  "Does rollback restore volumes?",
  "Is there a mobile client?",
  "Who approves deployments?",
  "What colour is the harbour?",
];
let title = "";

/** An answered question whose answer has been proposed. */
async function proposed() {
  title = titles.shift() ?? "";
  const { question, answer } = await desk.answered(title, "Turn it three times.");
  await desk.promote(question);
  return { question, answer, pull: newest() };
}

async function published() {
  const it = await proposed();
  await merge(it.pull);
  return it;
}

async function merge(pull: PullRequest): Promise<void> {
  await mergePullRequest(desk.github.world, desk.person("mia"), pull, {});
  await desk.settle();
}

function newest(): PullRequest {
  const pull = desk.pulls().at(-1);
  if (!pull) throw new Error("there is no pull request");
  return pull;
}

describe("a pull request that is closed unmerged", () => {
  it("is told in the thread, and nothing else happens until somebody promotes anew", async () => {
    const { question, pull } = await proposed();
    closePullRequest(desk.github.world, desk.person("mia"), pull);
    await desk.settle();
    expect(desk.news(question)).toContain("**Not in the FAQ:**");
    expect(question.labels).toEqual([]);
    await desk.promote(question);
    expect(newest()).not.toBe(pull);
    expect(newest()).toMatchObject({ state: "OPEN", headRefName: pull.headRefName });
    expect(desk.news(question)).toContain("On its way into the FAQ");
  });
});

describe("an answer that is edited", () => {
  it("changes its open pull request when it says something else, and keeps people's commits there", async () => {
    const { question, answer, pull } = await proposed();
    await desk.github
      .git(desk.repository)
      .importFiles(pull.headRefName, [{ path: "docs/note.md", content: "A reviewer's note.\n" }], {
        message: "Note",
        author: { name: "Mia", email: "mia@example.com", date: "2026-03-02T09:00:00Z" },
        keep: true,
      });
    editDiscussionComment(desk.github.world, desk.person("sam"), answer, "Turn it once, to the left.");
    await desk.settle();
    expect(newest()).toBe(pull);
    expect(await desk.file(pull.headRefName)).toContain("Turn it once, to the left.");
    expect(await desk.file(pull.headRefName, "docs/note.md")).toBe("A reviewer's note.\n");
    expect(desk.news(question)).toContain("On its way into the FAQ");
  });

  it("is proposed as a change of the entry, and only when readers would learn something else", async () => {
    const { question, answer, pull } = await published();
    editDiscussionComment(desk.github.world, desk.person("sam"), answer, `${answer.body} `.replace("Turn", "*Turn*"));
    await desk.settle();
    expect(newest()).toBe(pull);
    editDiscussionComment(desk.github.world, desk.person("sam"), answer, "Turn it twice.");
    await desk.settle();
    expect(newest().title).toBe(`FAQ: update ${title}`);
    expect(desk.news(question)).toContain("**The FAQ is to say this, too:**");
    expect(await desk.file("main")).not.toContain("Turn it twice.");
    await merge(newest());
    expect(await desk.file("main")).toContain("Turn it twice.");
    expect(desk.news(question)).toContain("**In the FAQ:**");
  });
});

describe("an answer that is unmarked", () => {
  it("takes its open pull request back, and one that is promoted again gets a new one", async () => {
    const { question, answer, pull } = await proposed();
    unmarkAnswer(desk.github.world, desk.person("hana"), answer);
    await desk.settle();
    expect(pull).toMatchObject({ state: "CLOSED", body: expect.stringContaining("**Closed by me:**") });
    expect(await desk.file(pull.headRefName)).toBeUndefined();
    expect(desk.news(question)).toContain("**No longer in the FAQ:**");
    markAnswer(desk.github.world, desk.person("hana"), answer);
    await desk.promote(question);
    expect(newest()).toMatchObject({ state: "OPEN" });
    expect(newest()).not.toBe(pull);
  });

  it("is proposed to be taken out of the FAQ, which leaves the file as it was before", async () => {
    const before = await desk.file("main");
    const { question, answer } = await published();
    expect(await desk.file("main")).not.toBe(before);
    unmarkAnswer(desk.github.world, desk.person("hana"), answer);
    await desk.settle();
    expect(newest().title).toContain("FAQ: withdraw");
    expect(desk.news(question)).toContain("**On its way out of the FAQ:**");
    await merge(newest());
    expect(await desk.file("main")).toBe(before);
    expect(desk.news(question)).toContain("**No longer in the FAQ:**");
    expect(question.labels).toEqual([]);
  });

  it("and marked again before anybody merged that needs no pull request any more", async () => {
    const { question, answer } = await published();
    unmarkAnswer(desk.github.world, desk.person("hana"), answer);
    await desk.settle();
    const withdrawal = newest();
    markAnswer(desk.github.world, desk.person("hana"), answer);
    await desk.settle();
    expect(withdrawal.state).toBe("CLOSED");
    expect(newest()).toBe(withdrawal);
    expect(desk.news(question)).toContain("**In the FAQ:**");
  });
});

describe("a thread that is deleted", () => {
  it("has its entry proposed to be taken out", async () => {
    const { question } = await published();
    deleteDiscussion(desk.github.world, desk.person("mia"), question);
    await desk.settle();
    expect(newest()).toMatchObject({ state: "OPEN", title: `FAQ: withdraw ${title}` });
  });
});

describe("an entry that somebody moves to another file", () => {
  it("is followed there", async () => {
    const { question, answer } = await published();
    const all = (await desk.file("main")) ?? "";
    const start = all.indexOf(`## ${title}`);
    const end = all.indexOf("\n## ", start) === -1 ? all.length : all.indexOf("\n## ", start) + 1;
    const moved = `# More\n\n${all.slice(start, end).trimEnd()}\n`;
    await desk.push({ "docs/FAQ.md": all.slice(0, start) + all.slice(end), "docs/faq/more.md": moved });
    await desk.settle();
    // The next daily look tells where it is.
    await desk.restart();
    expect(desk.news(question)).toMatch(/\*\*In the FAQ:\*\*.*docs\/faq\/more\.md#/u);
    expect(question.labels.map(({ name }) => name)).toEqual(["in-faq"]);
    editDiscussionComment(desk.github.world, desk.person("sam"), answer, "Turn it upside down.");
    await desk.settle();
    expect(await desk.file(newest().headRefName, "docs/faq/more.md")).toContain("Turn it upside down.");
    expect(await desk.file(newest().headRefName)).not.toContain(title);
  });
});

describe("an entry that somebody takes out by hand", () => {
  it("is told in its thread by the next look, and is proposed anew when somebody promotes it", async () => {
    const { question } = await published();
    expect(desk.news(question)).toContain("**In the FAQ:**");
    await desk.push({ "docs/FAQ.md": someFaq });
    await desk.settle();
    // Nothing tells of it but the file; the next daily look does.
    await desk.restart();
    expect(desk.news(question)).toContain(`**No longer in the FAQ:** “${title}”`);
    expect(question.labels).toEqual([]);
    const before = newest();
    expect((await desk.promote(question)).said).toBe("");
    expect(newest()).not.toBe(before);
    expect(newest()).toMatchObject({ state: "OPEN", title: `FAQ: ${title}` });
    expect(desk.news(question)).toContain("**On its way into the FAQ:**");
  });
});
