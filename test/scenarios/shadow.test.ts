import { afterEach, describe, expect, it } from "vitest";
import { deleteDiscussion, editDiscussion } from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { withRecords } from "../helpers/with-records.ts";

let desk: Desk;
afterEach(() => desk.close());

const path = ".github/frontdesk.yml";
const shadow = { [path]: "related-answers:\n  mode: shadow\n" };
const live = { [path]: "related-answers:\n  mode: live\n" };

const title = "How can I change the log level to debug?";

/** Mode, items and reason of each record, newest first. */
const recorded = () =>
  withRecords(desk, async (records) => {
    const all = await records.suggestions({ mode: "shadow", limit: 50 });
    return all.map(({ number, suggestion: { items, because } }) => ({
      number,
      ids: items.map(({ id }) => id),
      because,
    }));
  });

describe("a repository in shadow mode", () => {
  it("has on record what would have been posted and where silence was kept, and on GitHub nothing", async () => {
    desk = await openDesk({ files: shadow });
    const question = desk.ask(title, "I would like to see every request.");
    await desk.settle();
    const nonsense = desk.ask("asdf qwerty zxcv");
    await desk.settle();

    expect(await recorded()).toEqual([
      { number: nonsense.number, ids: [], because: expect.stringMatching(/nothing was found|below the threshold/) },
      {
        number: question.number,
        ids: expect.arrayContaining(["docs:docs/logging.md#change-the-log-level"]),
        because: expect.stringContaining("found docs:docs/logging.md#change-the-log-level"),
      },
    ]);
    for (const discussion of [question, nonsense]) {
      expect(discussion.comments).toEqual([]);
      expect(discussion.reactions).toEqual([]);
    }
  });

  it("comments on new questions alone once it is live", async () => {
    desk = await openDesk({ files: shadow });
    const early = desk.ask(title);
    await desk.settle();
    await desk.push(live);
    await desk.settle();
    editDiscussion(desk.github.world, desk.person("ann"), early, { title: `${title} Please!` });
    const late = desk.ask(title);
    await desk.settle();
    expect(desk.botComments(early)).toEqual([]);
    expect(desk.botComments(late)).toHaveLength(1);
  });

  it("leaves earlier comments as they are", async () => {
    desk = await openDesk();
    const question = desk.ask(title);
    await desk.settle();
    const before = desk.botComments(question).map(({ body }) => body);
    await desk.push(shadow);
    await desk.settle();
    editDiscussion(desk.github.world, desk.person("ann"), question, { title: "How do I install it behind a proxy?" });
    await desk.settle();
    expect(before).toHaveLength(1);
    expect(desk.botComments(question).map(({ body }) => body)).toEqual(before);
    expect(await recorded()).toEqual([]);
  });

  it("forgets what it would have said in a discussion that is deleted", async () => {
    desk = await openDesk({ files: shadow });
    const question = desk.ask(title);
    await desk.settle();
    deleteDiscussion(desk.github.world, desk.person("mia"), question);
    await desk.settle();
    expect(await recorded()).toEqual([]);
  });
});
