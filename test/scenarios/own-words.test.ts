import { afterEach, describe, expect, it } from "vitest";
import { closeIssue, editDiscussionComment, markAnswer, type Discussion } from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { botIssues, botText, command, commandInIssue, request } from "../helpers/request-world.ts";

let desk: Desk;
afterEach(() => desk.close());

/** A GitHub that tells us of nothing that we wrote it. Each first comment is written, and the app hears 502. */
async function aDesk(files: Readonly<Record<string, string>> = {}): Promise<void> {
  desk = await openDesk({ files });
  desk.github.quirks.deniesAuthorship = true;
}

/** The next write of this kind is done, and the app does not hear of it. */
function loseNext(on: string): void {
  desk.github.faults.add({ on, kind: "status", status: 502, when: "after", times: 1 });
}

function repliesIn(discussion: Discussion): string[] {
  return discussion.comments.flatMap((it) => desk.botReplies(it)).map(({ body }) => body);
}

/** All that was said, each once. */
function expectEachOnce(texts: readonly string[]): void {
  expect(texts.length).toBeGreaterThan(0);
  expect(new Set(texts).size).toBe(texts.length);
}

describe("where GitHub does not tell which words are ours", () => {
  it("a question is answered once, over lost answers, restarts and edits", async () => {
    await aDesk();
    loseNext("addDiscussionComment");
    const question = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    expect(desk.botComments(question)).toHaveLength(1);
    const answer = desk.comment(question, "Use `--log-level`.", "sam");
    markAnswer(desk.github.world, desk.person("hana"), answer);
    await desk.restart();
    expect(desk.botComments(question)).toHaveLength(1);
    expect(await desk.givenUp()).toBe(0);
  });

  it("a command is answered once", async () => {
    await aDesk();
    const question = desk.ask("Anything?", "Nothing.");
    loseNext("addDiscussionComment");
    const { replies } = await command(desk, question, "/help");
    expect(replies).toHaveLength(1);
  });

  it("a FAQ promotion is one pull request of ours and one comment, however often it is asked for and edited", async () => {
    await aDesk({ "docs/FAQ.md": "# FAQ\n\n## How do I start?\n\nRun `widgets start`.\n" });
    const question = desk.ask("Why does the gyrotron hum?", "I did not find it.");
    const answer = desk.comment(question, "It is cold.", "sam");
    markAnswer(desk.github.world, desk.person("hana"), answer);
    await desk.settle();
    loseNext("addDiscussionComment");
    loseNext("createPullRequest");
    await command(desk, question, "/promote-faq", "hana");
    await command(desk, question, "/promote-faq", "hana");
    editDiscussionComment(desk.github.world, desk.person("sam"), answer, "It is *very* cold.");
    await desk.settle();
    expect(desk.repository.pullRequests).toHaveLength(1);
    expect(desk.botComments(question)).toHaveLength(1);
    expect(botText(desk, question)).not.toMatch(/other people|somebody else/iu);
    expect(await desk.givenUp()).toBe(0);
  });

  it("a feature request is one issue and one comment, and its end is told once", async () => {
    await aDesk();
    const idea = await request(desk);
    loseNext("createIssue");
    loseNext("addDiscussionComment");
    await command(desk, idea, "/accept\n- A table of times");
    const [issue, ...others] = botIssues(desk);
    expect(others).toEqual([]);
    expect(botText(desk, idea)).toContain("**Accepted** by mia");
    if (!issue) throw new Error("There is no issue");

    loseNext("addComment");
    const { replies } = await commandInIssue(desk, issue, "/milestone nowhere");
    expect(replies).toHaveLength(1);

    closeIssue(desk.github.world, desk.person("mia"), issue);
    await desk.settle();
    expect(botText(desk, idea)).toContain("**Done**");
    expectEachOnce(repliesIn(idea));
    expect(botIssues(desk)).toHaveLength(1);
    expect(await desk.givenUp()).toBe(0);
  });
});
