import { afterEach, describe, expect, it } from "vitest";
import { editDiscussionComment, mergePullRequest, unmarkAnswer } from "local-github-server/world";
import { openFaqDesk, someFaq, type FaqDesk } from "../../helpers/faq-desk.ts";

let desk: FaqDesk;
afterEach(() => desk.close());

const inSections = (logging: string) =>
  `# FAQ\n\n## Logging\n\n### How do I see more?\n\nUse \`-v\`.\n${logging}\n## Billing\n\n### Who pays?\n\nYou do.\n`;

/** What stands between two lines of a file. */
function between(text: string | undefined, start: string, end: string): string {
  return (text ?? "").split(start)[1]?.split(end)[0] ?? "";
}

async function mergeNewest(): Promise<void> {
  const pull = desk.pulls().at(-1);
  if (pull) await mergePullRequest(desk.github.world, desk.person("mia"), pull, {});
  await desk.settle();
}

describe("a proposal that is made anew", () => {
  it("keeps the section that was chosen, and the credit", async () => {
    desk = await openFaqDesk({ files: { "docs/FAQ.md": inSections("") } });
    const { question } = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    await desk.promote(question, 'section: "Logging"');
    const branch = `faq/discussion-${question.number}`;
    const git = desk.github.git(desk.repository);
    const before = await git.resolve(`refs/heads/${branch}`);
    await desk.push({ "docs/FAQ.md": inSections("\n### Where are logs?\n\nIn `/var/log`.\n") });
    await desk.settle();
    const after = await git.resolve(`refs/heads/${branch}`);
    expect(after).not.toBe(before);
    const logging = between(await desk.file(branch), "## Logging\n", "## Billing\n");
    expect(logging).toContain("### Where are logs?");
    expect(logging).toContain("### Why does the gyrotron hum?");
    expect((await git.readCommit(after ?? "")).message).toContain("\nCo-authored-by: sam <");
  });

  it("changes the entry that was chosen, and adds none", async () => {
    desk = await openFaqDesk();
    const { question } = await desk.answered("Which button ignites the purple burner?", "Press the green button.");
    await desk.promote(question, "update: how-do-i-start");
    await desk.push({ "docs/FAQ.md": someFaq.replace("Run `widgets start`.", "Run `widgets run`.") });
    await desk.settle();
    const text = (await desk.file(`faq/discussion-${question.number}`)) ?? "";
    expect([...text.matchAll(/^## .*$/gmu)].map(([line]) => line)).toEqual(["## How do I start?", "## How do I stop?"]);
    expect(between(text, "## How do I start?\n", "## How do I stop?")).toContain("Press the green button.");
    expect(text).not.toContain("widgets run");
    expect(desk.pulls()).toMatchObject([{ state: "OPEN", title: "FAQ: update How do I start?" }]);
    expect((await desk.promote(question, "update: how-do-i-stop")).said).toContain(
      "I change nothing of it but the answer",
    );
  });
});

describe("what was taken out of an answer", () => {
  it("is still said when somebody asks for the same again", async () => {
    desk = await openFaqDesk();
    const { question } = await desk.answered("Why does the gyrotron hum?", "Ask joe@millrace-corp.com, it is cold.");
    for (let time = 0; time < 2; time++) await desk.promote(question);
    const [pull] = desk.pulls();
    expect(await desk.file(pull?.headRefName ?? "")).not.toContain("joe@");
    expect(pull?.body).toContain("**Taken out** of the answer");
  });
});

describe("an entry whose mark a reviewer took out", () => {
  const withoutMarks = (text: string | undefined) => (text ?? "").replaceAll(/<!--.*?-->\n\n/gsu, "");

  it("is changed where it stands when its answer changes, and taken out when it is withdrawn", async () => {
    desk = await openFaqDesk({ files: { ".github/frontdesk.yml": "faq:\n  follow-edits: propose\n" } });
    const { question, answer } = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    await desk.promote(question);
    await mergeNewest();
    await desk.push({ "docs/FAQ.md": withoutMarks(await desk.file("main")) });
    await desk.settle();
    editDiscussionComment(desk.github.world, desk.person("sam"), answer, "It is very hot.");
    await desk.settle();
    const changed = (await desk.file(desk.pulls().at(-1)?.headRefName ?? "")) ?? "";
    expect(changed.split("## Why does the gyrotron hum?")).toHaveLength(2);
    expect(changed).toContain("It is very hot.");
    await mergeNewest();
    await desk.push({ "docs/FAQ.md": withoutMarks(await desk.file("main")) });
    await desk.settle();
    unmarkAnswer(desk.github.world, desk.person("hana"), answer);
    await desk.settle();
    expect(desk.pulls().at(-1)).toMatchObject({ state: "OPEN", title: "FAQ: withdraw Why does the gyrotron hum?" });
    await mergeNewest();
    expect(await desk.file("main")).toBe(someFaq);
    expect(desk.news(question)).toContain("**No longer in the FAQ:**");
  });
});
