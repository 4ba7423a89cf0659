import { afterEach, describe, expect, it } from "vitest";
import {
  addDiscussionComment,
  closeDiscussion,
  closeIssue,
  editDiscussion,
  markAnswer,
  openIssue,
  type Bot,
  type Discussion,
} from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const title = "Frobnicator overheats when the flange is calibrated";
const words = "The frobnicator overheats as soon as the flange calibration starts, what can I do?";
const page = `# ${title}\n\nLower the flange pressure: the frobnicator overheats while the flange is calibrated.\n`;

/** What the bot says to somebody who asks about it. */
async function askedAbout(): Promise<string> {
  const question = desk.ask(`${title}?`, words, "ann");
  await desk.settle();
  return desk.botComments(question)[0]?.body ?? "silence";
}

function answeredBy(login: string): Discussion {
  const thread = desk.ask(title, words, "sam");
  const answer = desk.comment(thread, "Lower the flange pressure to 3 bar; the frobnicator cools down then.", login);
  markAnswer(desk.github.world, desk.person("sam"), answer);
  return thread;
}

it("suggests a thread and a page that answer it, so that what follows means something", async () => {
  desk = await openDesk({ files: { "docs/frobnicator.md": page } });
  const thread = answeredBy("hana");
  await desk.settle();
  const said = await askedAbout();
  expect(said).toContain("docs/frobnicator.md");
  expect(said).toContain(`/discussions/${thread.number}`);
});

describe("never suggested is", () => {
  it("the thread itself, whatever it comes to say", async () => {
    desk = await openDesk();
    const question = desk.ask("How can I change the log level to debug?", "I would like to see every request.");
    await desk.settle();
    expect(desk.botComments(question)).toHaveLength(1);
    const answer = desk.comment(
      question,
      "Lower the flange pressure to 3 bar; the frobnicator cools down then.",
      "hana",
    );
    markAnswer(desk.github.world, desk.person("ann"), answer);
    editDiscussion(desk.github.world, desk.person("ann"), question, { title, body: words });
    await desk.settle();
    expect(desk.botComments(question)[0]?.body).not.toContain("/discussions/");
    // Others are pointed to it.
    expect(await askedAbout()).toContain(`/discussions/${question.number}`);
  });

  it("what was closed as a duplicate or as outdated", async () => {
    desk = await openDesk();
    const { world } = desk.github;
    const [one, other] = [answeredBy("hana"), answeredBy("hana")];
    const issue = openIssue(world, desk.person("sam"), desk.repository, { title, body: words });
    await desk.settle();
    closeDiscussion(world, desk.person("hana"), one, "DUPLICATE");
    closeDiscussion(world, desk.person("hana"), other, "OUTDATED");
    closeIssue(world, desk.person("mia"), issue, "DUPLICATE");
    await desk.settle();
    expect(await askedAbout()).toBe("silence");
  });

  it("a thread that nobody but a bot has answered, whatever was said in it", async () => {
    desk = await openDesk();
    const { world } = desk.github;
    const unanswered = desk.ask(title, words, "sam");
    desk.comment(unanswered, "My frobnicator overheats too when the flange is calibrated!", "hana");
    const bot = world.register<Bot>({ ...world.stamp("Bot"), login: "know-it-all" });
    const thread = desk.ask(title, words, "sam");
    const body = "Lower the flange pressure to 3 bar; the frobnicator cools down then.";
    markAnswer(world, desk.person("sam"), addDiscussionComment(world, bot, thread, { body }));
    await desk.settle();
    expect(await askedAbout()).toBe("silence");
  });

  it("a page that lies in an archive, or says that it is not to be found", async () => {
    const files = {
      "docs/archive/frobnicator.md": page,
      "docs/archived.md": `---\narchived: true\n---\n\n${page}`,
      "docs/draft.md": `---\ndraft: true\n---\n\n${page}`,
      "docs/unlisted.mdx": `---\nunlisted: true\n---\n\n${page}`,
      "docs/deprecated.md": `+++\nstatus = "deprecated"\n+++\n\n${page}`,
    };
    desk = await openDesk({ files });
    expect(await askedAbout()).toBe("silence");
  });

  it("a page from the push that archives it", async () => {
    desk = await openDesk({ files: { "docs/frobnicator.md": page } });
    expect(await askedAbout()).toContain("docs/frobnicator.md");
    await desk.push({ "docs/frobnicator.md": null, "docs/archive/frobnicator.md": page });
    await desk.settle();
    expect(await askedAbout()).toBe("silence");
  });

  it("the same page twice, when its sections are about one thing", async () => {
    const sections = ["## Frobnicator overheats", "## Flange calibration overheats the frobnicator"].map(
      (heading) =>
        `${heading}\n\nThe frobnicator overheats when the flange is calibrated: lower the flange pressure.\n`,
    );
    desk = await openDesk({ files: { "docs/frobnicator.md": `${page}\n${sections.join("\n")}` } });
    const said = await askedAbout();
    expect(said.match(/docs\/frobnicator\.md/g)).toHaveLength(1);
  });
});
