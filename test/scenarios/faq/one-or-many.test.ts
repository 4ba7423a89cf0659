import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { editDiscussionComment, mergePullRequest, unmarkAnswer } from "local-github-server/world";
import { openFaqDesk, someFaq, type FaqDesk } from "../../helpers/faq-desk.ts";

let desk: FaqDesk;
afterEach(() => desk.close());

const author = { name: "Mia", email: "mia@example.com", date: "2026-03-02T09:00:00Z" };

/** The questions in a FAQ of headings. */
function titlesOf(text: string): readonly string[] {
  return [...text.matchAll(/^## (.*)$/gmu)].map(([, title = ""]) => title);
}

describe("promotions of several threads", () => {
  it("are a pull request each, and those that no longer merge are made anew", async () => {
    desk = await openFaqDesk();
    const one = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    const two = await desk.answered("Where are invoices kept?", "In the vault.");
    await desk.promote(one.question);
    await desk.promote(two.question);
    const [first, second] = desk.pulls();
    expect(desk.pulls()).toHaveLength(2);
    if (first) await mergePullRequest(desk.github.world, desk.person("mia"), first, {});
    await desk.settle();
    const text = (await desk.file("main")) ?? "";
    expect(text.slice(0, someFaq.length)).toBe(someFaq);
    const proposed = (await desk.file(second?.headRefName ?? "")) ?? "";
    expect(titlesOf(proposed)).toEqual([...titlesOf(text), "Where are invoices kept?"]);
    if (second) await mergePullRequest(desk.github.world, desk.person("mia"), second, {});
    await desk.settle();
    expect(await desk.file("main")).toBe(proposed);
    expect(desk.news(one.question)).toContain("**In the FAQ:**");
    expect(desk.news(two.question)).toContain("**In the FAQ:**");
  });

  it("leave a branch alone that has a person's commits and no longer merges, and say so", async () => {
    desk = await openFaqDesk();
    const { question } = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    await desk.promote(question);
    const branch = `faq/discussion-${question.number}`;
    const git = desk.github.git(desk.repository);
    const theirs = `${(await desk.file(branch)) ?? ""}\nMind the gap.\n`;
    const head = await git.importFiles(branch, [{ path: "docs/FAQ.md", content: theirs }], {
      message: "Mind",
      author,
      keep: true,
    });
    await desk.push({ "docs/FAQ.md": `${someFaq}\n## Who made this?\n\nWe did.\n` });
    await desk.settle();
    expect(await git.resolve(`refs/heads/${branch}`)).toBe(head);
    expect(desk.news(question)).toContain("has commits by Mia, which I do not overwrite");
    expect((await desk.promote(question)).said).toContain("has commits by Mia");
  });

  it("gather on one branch where the config says so, whatever becomes of each", async () => {
    desk = await openFaqDesk({
      files: { ".github/frontdesk.yml": "faq:\n  collect: true\n  follow-edits: propose\n" },
    });
    const one = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    const two = await desk.answered("Where are invoices kept?", "In the vault.");
    const three = await desk.answered("Who approves deployments?", "The captain.");
    for (const { question } of [one, two, three]) await desk.promote(question);
    const [pull] = desk.pulls();
    expect(desk.pulls()).toHaveLength(1);
    // Another file has a branch of its own.
    const four = await desk.answered("Can Windows users install plugins?", "They can.");
    await desk.promote(four.question, "file: docs/questions/windows.md");
    expect(desk.pulls().map(({ headRefName }) => headRefName)).toEqual([
      "faq/collected",
      expect.stringMatching(/^faq\/collected-[a-z\d]{6}$/u),
    ]);
    expect(pull).toMatchObject({ headRefName: "faq/collected", title: "FAQ: 3 answers from discussions" });
    editDiscussionComment(desk.github.world, desk.person("sam"), one.answer, "It is very cold.");
    unmarkAnswer(desk.github.world, desk.person("hana"), two.answer);
    await desk.settle();
    expect(pull).toMatchObject({ state: "OPEN", title: "FAQ: 2 answers from discussions" });
    await desk.push({ "docs/FAQ.md": `${someFaq}\n## Who made this?\n\nWe did.\n` });
    await desk.settle();
    if (pull) await mergePullRequest(desk.github.world, desk.person("mia"), pull, {});
    await desk.settle();
    const text = (await desk.file("main")) ?? "";
    expect(titlesOf(text).toSorted()).toEqual([
      "How do I start?",
      "How do I stop?",
      "Who approves deployments?",
      "Who made this?",
      "Why does the gyrotron hum?",
    ]);
    expect(text).toContain("It is very cold.");
    expect(
      [one, two, three].map(
        ({ question }) => /\*\*(.*?):\*\*/u.exec(desk.news(question).split("begin:faq").at(-1) ?? "")?.[1],
      ),
    ).toEqual(["In the FAQ", "No longer in the FAQ", "In the FAQ"]);
  });
});

describe("the same question again", () => {
  it("is shown the entry there is, and goes into it or beside it when somebody says so", async () => {
    desk = await openFaqDesk();
    const { question } = await desk.answered("How can I start it?", "Press the green button.");
    const { said, reactions } = await desk.promote(question);
    expect(reactions).toEqual(["EYES", "CONFUSED"]);
    expect(said).toContain("docs/FAQ.md#how-do-i-start");
    expect(said).toContain("/promote-faq update: how-do-i-start");
    expect(desk.pulls()).toEqual([]);
    const burner = await desk.answered("Which button ignites the purple burner?", "Press the green button.");
    await desk.promote(burner.question, "update: how-do-i-start");
    const [pull] = desk.pulls();
    const text = (await desk.file(pull?.headRefName ?? "")) ?? "";
    expect(text).toContain("## How do I start?\n\n<!-- frontdesk:faq:");
    expect(text).toContain("Press the green button.");
    expect(text).not.toContain("widgets start");
    expect(text).toContain("## How do I stop?\n\nRun `widgets stop`.\n");
    if (pull) await mergePullRequest(desk.github.world, desk.person("mia"), pull, {});
    await desk.settle();
    // The other name is found from then on.
    const next = desk.ask("Which button ignites the purple burner?", "Nothing burns, and no button ignites it.");
    await desk.settle();
    expect(desk.news(next)).toContain("docs/FAQ.md#how-do-i-start");
    // An entry of another file is told with its file.
    await desk.push({ "docs/faq/the watch.md": "# FAQ\n\n## Who waters the plants?\n\nThe night watch.\n" });
    await desk.settle();
    const plants = await desk.answered("Who waters the plants?", "The captain.");
    const way = '`/promote-faq file: "docs/faq/the watch.md" update: who-waters-the-plants`';
    expect((await desk.promote(plants.question)).said).toContain(way);
    await desk.promote(plants.question, way.slice(1, -1).replace("/promote-faq ", ""));
    const watered = await desk.file(desk.pulls().at(-1)?.headRefName ?? "", "docs/faq/the watch.md");
    expect(watered).toContain("The captain.");
    expect(watered).not.toContain("night watch");
    const other = await desk.answered("How can I start the engine?", "With the key.");
    await desk.promote(other.question, "force");
    expect(await desk.file(desk.pulls().at(-1)?.headRefName ?? "")).toContain("## How can I start the engine?");
  });
});

describe("the branch", () => {
  it("can be cloned by anyone, and its diff is the new lines alone", async () => {
    desk = await openFaqDesk();
    const { question } = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    await desk.promote(question);
    const folder = await mkdtemp(join(tmpdir(), "clone-"));
    const git = async (...args: string[]) => (await promisify(execFile)("git", args, { cwd: folder })).stdout;
    await git("clone", "-q", `${desk.github.url}/acme/widgets.git`, ".");
    const range = `origin/main...origin/faq/discussion-${question.number}`;
    expect(await git("diff", "--numstat", range)).toBe("8\t0\tdocs/FAQ.md\n");
    const message = await git("log", "-1", "--format=%B", `origin/faq/discussion-${question.number}`);
    expect(message).toMatch(/^docs\(faq\): add "Why does the gyrotron hum\?"\n/u);
    expect(message).toMatch(/\nCo-authored-by: sam <\d+\+sam@users\.noreply\.github\.com>\n/u);
    await rm(folder, { recursive: true });
  });
});
