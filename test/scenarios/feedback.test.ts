import { afterEach, describe, expect, it } from "vitest";
import {
  deleteDiscussionComment,
  react,
  unreact,
  type Discussion,
  type ReactionContent,
} from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { withRecords } from "../helpers/with-records.ts";

let desk: Desk;
afterEach(() => desk.close());

const logLevel = "docs:docs/logging.md#change-the-log-level";

async function askAboutLogLevel(): Promise<Discussion> {
  const question = desk.ask("How can I change the log level to debug?", "I would like to see every request.");
  await desk.settle();
  expect(desk.botComments(question)).toHaveLength(1);
  return question;
}

/** Somebody clicks on our comment. */
function click(question: Discussion, by: string, content: ReactionContent): void {
  for (const comment of desk.botComments(question)) react(desk.github.world, desk.person(by), comment, content);
}

function takeBack(question: Discussion, by: string, content: ReactionContent): void {
  for (const comment of desk.botComments(question)) unreact(desk.github.world, desk.person(by), comment, content);
}

/** What is thought of the section that answers the question. */
const opinions = () =>
  withRecords(desk, async (records, repository) => (await records.opinions(repository)).get(logLevel));

/** How a section was rated when it was last suggested in a thread. */
const rating = (question: Discussion) =>
  withRecords(desk, async (records, repository) => {
    const suggestion = await records.findSuggestion(repository, question.number);
    const item = suggestion?.items.find(({ id }) => id === logLevel);
    return {
      confidence: item?.confidence ?? 0,
      feedback: item?.parts["feedback"] ?? 0,
      threshold: suggestion?.threshold,
    };
  });

describe("👍 and 👎 on a suggestion", () => {
  it("are read, change what is found next, and are forgotten when they are taken back", async () => {
    desk = await openDesk();
    const question = await askAboutLogLevel();
    click(question, "ann", "THUMBS_DOWN");
    click(question, "hana", "THUMBS_DOWN");
    click(question, "sam", "HEART");
    expect(await opinions()).toBeUndefined();
    // Reactions are read at each start, too.
    await desk.restart();
    expect(await opinions()).toEqual({ helpful: 0, unhelpful: 2 });

    const [before, after] = [await rating(question), await rating(await askAboutLogLevel())];
    expect(before.feedback).toBe(0);
    expect(after.feedback).toBeLessThan(0);
    expect(after.confidence).toBeLessThan(before.confidence);
    expect(after.confidence).toBeGreaterThan(before.confidence - 0.1);

    takeBack(question, "ann", "THUMBS_DOWN");
    click(question, "ann", "THUMBS_UP");
    takeBack(question, "hana", "THUMBS_DOWN");
    await desk.restart();
    expect(await opinions()).toEqual({ helpful: 1, unhelpful: 0 });
  });

  it("confirm a deflection when they come from the asker before anybody has replied", async () => {
    desk = await openDesk();
    const helped = await askAboutLogLevel();
    const answered = await askAboutLogLevel();
    click(helped, "ann", "THUMBS_UP");
    click(helped, "sam", "THUMBS_UP");
    desk.comment(answered, "Pass `--log-level debug`.", "hana");
    click(answered, "ann", "THUMBS_UP");
    await desk.restart();
    const given = await withRecords(desk, (records, repository) =>
      records.feedback(repository, { numbers: [helped.number, answered.number] }),
    );
    expect(new Set(given.map((it) => `#${it.number} ${it.by} ${it.deflected}`))).toEqual(
      new Set([`#${helped.number} ann true`, `#${helped.number} sam false`, `#${answered.number} ann false`]),
    );
  });

  it("do not come before what a person said by a command, and need no comment that is there still", async () => {
    desk = await openDesk();
    const folded = await askAboutLogLevel();
    const deleted = await askAboutLogLevel();
    click(folded, "ann", "THUMBS_UP");
    click(deleted, "hana", "THUMBS_UP");
    await desk.restart();
    expect(await opinions()).toEqual({ helpful: 2, unhelpful: 0 });

    desk.comment(folded, "/not-helpful", "ann");
    for (const comment of desk.botComments(deleted))
      deleteDiscussionComment(desk.github.world, desk.person("mia"), comment);
    await desk.settle();
    await desk.restart();
    expect(await opinions()).toEqual({ helpful: 1, unhelpful: 1 });
    expect(await desk.givenUp()).toBe(0);
  });

  it("on many posts move the threshold, and the record says so", async () => {
    desk = await openDesk();
    await withRecords(desk, async (records, repository) => {
      for (let number = 1001; number <= 1010; number++) {
        const feedback = { by: "ann", helpful: false, isAsker: true, via: "reaction", deflected: false } as const;
        await records.recordFeedback(repository, number, feedback, new Date());
      }
    });
    const { threshold } = await rating(await askAboutLogLevel());
    expect(threshold).toMatchObject({
      from: "default",
      moved: 0.08,
      because: expect.stringContaining("0.08 more since 0 of the last 10 judged posts helped"),
    });
  });
});
