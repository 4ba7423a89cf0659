import { afterEach, describe, expect, it } from "vitest";
import type { LocalGitHub } from "local-github-server";
import {
  deleteDiscussionComment,
  editDiscussion,
  openDiscussion,
  type Discussion,
  type Repository,
} from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

describe("a question that the docs answer", () => {
  it("gets one comment with the section that answers it", async () => {
    desk = await openDesk();
    const question = desk.ask("How can I change the log level to debug?", "I would like to see every request.");
    await desk.settle();

    const comments = desk.botComments(question);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain("Logging › Change the log level");
    expect(comments[0]?.body).toContain("/acme/widgets/blob/HEAD/docs/logging.md#change-the-log-level");
  });

  it("has that comment edited when the question is edited", async () => {
    desk = await openDesk();
    const question = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    editDiscussion(desk.github.world, desk.person("ann"), question, {
      title: "How do I install widgets behind a proxy?",
      body: "With a certificate of my own.",
    });
    await desk.settle();

    const comments = desk.botComments(question);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain("Install › Behind a proxy");
    expect(comments[0]?.body).not.toContain("Change the log level");
  });

  it("stays without a comment once somebody deleted it, whatever is edited", async () => {
    desk = await openDesk();
    const question = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    const [comment] = desk.botComments(question);
    if (comment) deleteDiscussionComment(desk.github.world, desk.person("mia"), comment);
    editDiscussion(desk.github.world, desk.person("ann"), question, { title: "How do I set the log level to debug?" });
    await desk.settle();
    expect(desk.botComments(question)).toEqual([]);
  });

  it.each([
    ["nonsense", "asdf qwerty zxcv", "q-a"],
    ["about something else", "Which restaurant near the office is good for lunch?", "q-a"],
    ["in a category that is not watched", "How can I change the log level to debug?", "general"],
  ])("unless it is %s", async (_, title, category) => {
    desk = await openDesk();
    const question = desk.ask(title, "Thanks in advance!", "ann", category);
    await desk.settle();
    expect(desk.botComments(question)).toEqual([]);
  });
});

/** What whoever has just installed the app does first. */
function askAtOnce({ world }: LocalGitHub, repository: Repository): Discussion {
  const ann = world.all("User").find(({ login }) => login === "ann");
  const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
  if (!ann || !category) throw new Error("the world is another one");
  const [title, body] = ["How can I change the log level to debug?", "I would like to see every request."];
  return openDiscussion(world, ann, repository, { category, title, body });
}

describe("a question that is asked right after the app was installed", () => {
  it("is answered when the docs have been read, although GitHub has trouble with them at first", async () => {
    const questions: Discussion[] = [];
    desk = await openDesk({
      justInstalled(github, repository) {
        const on = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";
        github.faults.add({ kind: "status", status: 502, when: "before", on, times: 3 });
        questions.push(askAtOnce(github, repository));
      },
    });
    const [comment, ...others] = questions.flatMap((it) => desk.botComments(it));
    expect(comment?.body).toContain("Logging › Change the log level");
    expect(others).toEqual([]);
  });
});
