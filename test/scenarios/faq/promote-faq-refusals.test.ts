import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addLabels,
  createLabel,
  deleteDiscussionComment,
  markAnswer,
  minimize,
  type Discussion,
} from "local-github-server/world";
import { openFaqDesk, someFaq, type FaqDesk } from "../../helpers/faq-desk.ts";

let desk: FaqDesk;
beforeAll(async () => {
  desk = await openFaqDesk({
    files: {
      ".github/frontdesk.yml": "faq:\n  opt-out: ['@Olaf']\n",
      "docs/open.md": "# FAQ\n\n## Why?\n\nSo.\n\n```sh\nnever closed\n",
      "docs/latin.md": Uint8Array.of(0x23, 0x20, 0xe9, 0x0a),
      // Read whole, it would take the parser minutes.
      "notes/dense.md": `# FAQ\n\n## Why?\n\n${"> So.\n\n".repeat(20_000)}`,
      "docs/more.md":
        "# Questions\n\n## Install\n\n### How do I install it?\n\nDownload it.\n\n## Logging\n\n### Where are logs?\n\nIn `log/`.\n",
    },
  });
});
afterAll(() => desk.close());

/** A question with these comments, in order. */
function asked(...comments: readonly (readonly [by: string, body: string])[]) {
  const question = desk.ask("Why is the sky over the flange purple?", "It is.");
  return { question, comments: comments.map(([by, body]) => desk.comment(question, body, by)) };
}

async function answeredBy(by: string, body: string): Promise<Discussion> {
  const { question, comments } = asked([by, body]);
  const [answer] = comments;
  if (answer) markAnswer(desk.github.world, desk.person("hana"), answer);
  await desk.settle();
  return question;
}

describe("/promote-faq is refused", () => {
  it("to who may not, with the word who may", async () => {
    const { reactions, said } = await desk.promote(await answeredBy("sam", "Refraction."), "", "ann");
    expect(reactions).toEqual(["CONFUSED"]);
    expect(said).toContain("`/promote-faq` is for people with triage rights.");
  });

  it("where no answer is marked, with how one is", async () => {
    const { question } = asked(["sam", "Refraction."]);
    expect((await desk.promote(question)).said).toContain("No comment is marked as the answer here. Whoever asked");
    const talk = desk.ask("Shall we?", "Yes.", "ann", "general");
    expect((await desk.promote(talk)).said).toContain("In this category none can be marked");
  });

  it("where the answer is hidden, of somebody who opted out, or of a discussion that is labelled so", async () => {
    const { world } = desk.github;
    const hidden = asked(["sam", "Refraction."]);
    const [comment] = hidden.comments;
    if (comment) minimize(world, desk.person("hana"), comment, "spam");
    const address = `answer: ${addressOf(hidden.question, 0)}`;
    expect((await desk.promote(hidden.question, address)).said).toContain("The answer is hidden");
    expect((await desk.promote(await answeredBy("olaf", "Refraction."))).said).toContain("`faq.opt-out`");
    const question = await answeredBy("sam", "Refraction.");
    const label = createLabel(world, desk.person("mia"), desk.repository, {
      name: "frontdesk: no-promote",
      color: "eeeeee",
    });
    addLabels(world, desk.person("mia"), question, [label]);
    expect((await desk.promote(question)).said).toContain("has the label `frontdesk: no-promote`");
  });

  it("where a bot answered, or a person said nothing that can be seen", async () => {
    const { question } = asked(["sam", "<!-- later -->"]);
    expect((await desk.promote(question, `answer: ${addressOf(question, 0)}`)).said).toContain("the answer is empty");
    const known = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    const [hint] = desk.botComments(known);
    if (hint) markAnswer(desk.github.world, desk.person("hana"), hint);
    expect((await desk.promote(known)).said).toContain("The answer was written by a bot");
  });

  it("where the comment that is named is not there", async () => {
    const { question, comments } = asked(["sam", "Refraction."]);
    const address = addressOf(question, 0);
    const [comment] = comments;
    if (comment) deleteDiscussionComment(desk.github.world, desk.person("mia"), comment);
    const wanted = "must be the address of a comment in this discussion";
    expect((await desk.promote(question, `answer: ${address}`)).said).toContain(wanted);
    expect((await desk.promote(question, "answer: there")).said).toContain(wanted);
  });

  it.each([
    ["file: docs/notes.txt", "docs/notes.txt is not a Markdown file"],
    ["file: ../secrets.md", "must be the path of a Markdown file"],
    ["file: .github/workflows/x.md", "must be the path of a Markdown file"],
    ["file: docs/../secrets.md", "`..` leads out of a folder"],
    ["file: docs//x.md", "a folder in it has no name"],
    ["file: docs/.git/x.md", "`.git` is git's own"],
    ["file: docs\\x.md", "not by a backslash"],
    ["file: docs/logging.md/x.md", "docs/logging.md is a file, and not a folder"],
    ["file: docs/faq.md", "the repository has docs/FAQ.md"],
    ["file: Docs/New.md", "the repository has docs, which is the same name in other letters"],
    ["file: docs/open.md", "the file has a code block that is not closed (line 7)"],
    ["file: docs/latin.md", "docs/latin.md is not a UTF-8 text file"],
    ["file: notes/dense.md", "the file has more than 12000 blocks without headings"],
    ['file: docs/more.md section: "Loging"', 'there is no section "Loging"; there are: "Logging", "Install"'],
    ["update: how-do-i-strat", "How do I start?"],
    ["question: ", "`question:` has no value"],
    ['question: "A?" question: "B?"', "`question:` was given more than once"],
    ["colour: red", "`/promote-faq` knows no option `colour:`"],
    ["please", 'I do not know what to do with "please"'],
  ])("for %s, and says why", async (rest, why) => {
    const question = await answeredBy("sam", "Refraction.");
    const { reactions, said } = await desk.promote(question, rest);
    expect(said).toContain(why);
    expect(reactions).toEqual(["EYES", "CONFUSED"]);
  });

  it("and leaves nothing behind", async () => {
    expect(desk.pulls().map(({ title }) => title)).toEqual([]);
    const git = desk.github.git(desk.repository);
    expect((await git.refs("refs/heads/")).map(({ name }) => name)).toEqual(["refs/heads/main"]);
    expect(await desk.file("main")).toBe(someFaq);
  });
});

function addressOf(question: Discussion, at: number): string {
  const id = question.comments[at]?.databaseId ?? 0;
  return `${desk.github.url}/acme/widgets/discussions/${question.number}#discussioncomment-${id}`;
}
