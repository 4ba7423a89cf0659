import { afterEach, describe, expect, it } from "vitest";
import { editDiscussionComment, mergePullRequest } from "local-github-server/world";
import { writeSection } from "../../../src/text/marker.ts";
import { openFaqDesk, someFaq, type FaqDesk } from "../../helpers/faq-desk.ts";

let desk: FaqDesk;
afterEach(() => desk.close());

/** One entry more than the FAQ had, in one pull request. */
async function once(branch: string, title: string): Promise<void> {
  expect(desk.pulls()).toHaveLength(1);
  const text = (await desk.file(branch)) ?? "";
  expect(text.startsWith(someFaq)).toBe(true);
  expect(text.split(`## ${title}`)).toHaveLength(2);
  expect(await desk.givenUp()).toBe(0);
}

describe("two promotions at the same time", () => {
  it("of one thread are one entry and one pull request", async () => {
    desk = await openFaqDesk();
    const { question } = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    const comments = ["hana", "mia"].map((by) => desk.comment(question, "/promote-faq", by));
    await desk.settle();
    await once(`faq/discussion-${question.number}`, "Why does the gyrotron hum?");
    expect(comments.map(({ reactions }) => reactions.at(-1)?.content)).toEqual(["ROCKET", "ROCKET"]);
  });

  it("of two threads on one branch are both on it", async () => {
    desk = await openFaqDesk({ files: { ".github/frontdesk.yml": "faq:\n  collect: true\n" } });
    const one = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    const two = await desk.answered("Where are invoices kept?", "In the vault.");
    for (const { question } of [one, two]) desk.comment(question, "/promote-faq", "hana");
    await desk.settle();
    expect(desk.pulls()).toHaveLength(1);
    const text = (await desk.file("faq/collected")) ?? "";
    expect(text).toContain("## Why does the gyrotron hum?");
    expect(text).toContain("## Where are invoices kept?");
    expect(desk.pulls()[0]?.title).toBe("FAQ: 2 answers from discussions");
    expect(await desk.givenUp()).toBe(0);
  });
});

describe("a branch that another promotion of ours took", () => {
  it.each([
    ["tells of both", undefined],
    ["tells of one", "This brings one answer."],
  ])("gets what it lost, where the pull request %s", async (_, told) => {
    desk = await openFaqDesk({ files: { ".github/frontdesk.yml": "faq:\n  collect: true\n" } });
    const one = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    const two = await desk.answered("Where are invoices kept?", "In the vault.");
    for (const { question } of [one, two]) await desk.promote(question);
    const git = desk.github.git(desk.repository);
    const [head, before] = await git.log("refs/heads/faq/collected", { limit: 2 });
    await git.updateRef("refs/heads/faq/collected", before?.sha ?? "", head?.sha ?? "");
    expect(await desk.file("faq/collected")).not.toContain("## Where are invoices kept?");
    const [pull] = desk.pulls();
    if (pull && told !== undefined) pull.body = writeSection("", "faq", told, []);
    editDiscussionComment(desk.github.world, desk.person("sam"), one.answer, "It is *cold*.");
    await desk.settle();
    expect(await desk.file("faq/collected")).toContain("## Why does the gyrotron hum?");
    expect(await desk.file("faq/collected")).toContain("## Where are invoices kept?");
    expect(pull?.title).toBe("FAQ: 2 answers from discussions");
    for (const { question } of [one, two]) expect(pull?.body).toContain(`[discussion ${question.number}]`);
  });
});

describe("a branch that never comes to hold what is proposed", () => {
  it("is given up after some tries, which the thread is told; a command tries again", async () => {
    desk = await openFaqDesk();
    const { question, answer } = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    await desk.promote(question);
    const git = desk.github.git(desk.repository);
    const branch = `refs/heads/faq/discussion-${question.number}`;
    const main = (await git.resolve("refs/heads/main")) ?? "";
    const lose = async () => git.updateRef(branch, main, (await git.resolve(branch)) ?? "");
    let proposed = 0;
    for (let look = 0; look < 8; look++) {
      await lose();
      const body = look % 2 === 0 ? "It is *cold*." : "It is cold.";
      editDiscussionComment(desk.github.world, desk.person("sam"), answer, body);
      await desk.settle();
      if ((await git.resolve(branch)) !== main) proposed++;
    }
    expect(proposed).toBe(3);
    expect(desk.news(question)).toContain("it was proposed 3 times, and the branch still does not hold it");
    await desk.promote(question);
    expect(await desk.file(`faq/discussion-${question.number}`)).toContain("It is cold.");
    expect(desk.news(question)).not.toContain("3 times");
    expect(desk.pulls()).toHaveLength(1);
    expect(await desk.givenUp()).toBe(0);
  });
});

describe("a promotion whose requests go wrong", () => {
  it.each([
    ["after the branch was moved", { kind: "status", status: 502, when: "after", on: "MoveBranch", times: 1 }],
    [
      "after the commit was made",
      { kind: "status", status: 502, when: "after", on: "POST /repos/{owner}/{repo}/git/commits", times: 1 },
    ],
    ["after the pull request was opened", { kind: "reset", when: "after", on: "OpenPullRequest", times: 1 }],
    ["in half of an answer", { kind: "cut", on: "OpenPullRequest", times: 1 }],
    ["because the head that was read is an old one", { kind: "stale", on: "FindProposal", times: 3 }],
  ] as const)("%s is one entry and one pull request all the same", async (_, fault) => {
    desk = await openFaqDesk();
    const { question } = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    desk.github.faults.add(fault);
    await desk.promote(question);
    await once(`faq/discussion-${question.number}`, "Why does the gyrotron hum?");
    expect(desk.news(question)).toContain("On its way into the FAQ");
  });

  it("for lack of a right is answered, and not tried again and again", async () => {
    desk = await openFaqDesk({
      before(world) {
        for (const app of world.all("App")) app.permissions = { ...app.permissions, contents: "read" };
      },
    });
    const { question } = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    const { reactions, said } = await desk.promote(question);
    expect(reactions).toEqual(["EYES", "CONFUSED"]);
    expect(said).toContain("the app lacks a right");
    expect(await desk.givenUp()).toBe(0);
  });
});

describe("a merge in between", () => {
  it("is built on, whatever was read before it", async () => {
    desk = await openFaqDesk();
    const one = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    await desk.promote(one.question);
    const two = await desk.answered("Where are invoices kept?", "In the vault.");
    const [first] = desk.pulls();
    desk.comment(two.question, "/promote-faq", "hana");
    if (first) await mergePullRequest(desk.github.world, desk.person("mia"), first, {});
    await desk.settle();
    const second = desk.pulls().at(-1);
    if (second) await mergePullRequest(desk.github.world, desk.person("mia"), second, {});
    await desk.settle();
    const text = (await desk.file("main")) ?? "";
    expect(text).toContain("## Why does the gyrotron hum?");
    expect(text).toContain("## Where are invoices kept?");
  });
});

describe("a process that stops in the middle", () => {
  it("goes on where it was", async () => {
    desk = await openFaqDesk();
    const { question } = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    const comment = desk.comment(question, "/promote-faq", "hana");
    await desk.restart();
    await desk.settle();
    await once(`faq/discussion-${question.number}`, "Why does the gyrotron hum?");
    expect(comment.reactions.map(({ content }) => content)).toEqual(["EYES", "ROCKET"]);
  });
});
