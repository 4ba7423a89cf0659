import { afterEach, describe, expect, it } from "vitest";
import {
  addDiscussionComment,
  closeDiscussion,
  deleteDiscussion,
  markAnswer,
  openDiscussion,
  unmarkAnswer,
  type Discussion,
  type DiscussionComment,
} from "local-github-server/world";
import { dayMs, hourMs } from "../../src/core/clock.ts";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const title = "Frobnicator overheats when the flange is calibrated";
const words = "The frobnicator overheats as soon as the flange calibration starts, what can I do?";

/** A question with an answer marked, in a desk that is open. */
async function answered(): Promise<{ thread: Discussion; answer: DiscussionComment }> {
  const thread = desk.ask(title, words, "sam");
  const answer = desk.comment(thread, "Lower the flange pressure to 3 bar; the frobnicator cools down then.", "hana");
  markAnswer(desk.github.world, desk.person("sam"), answer);
  await desk.settle();
  return { thread, answer };
}

/** What the bot says to the same question asked again. */
async function askedAgain(): Promise<string | undefined> {
  const question = desk.ask(`${title}?`, words, "ann");
  await desk.settle();
  return desk.botComments(question)[0]?.body;
}

describe("an answered discussion", () => {
  it("answers the next one who asks", async () => {
    desk = await openDesk();
    const { thread } = await answered();
    expect(await askedAgain()).toContain(`/discussions/${thread.number}`);
  });

  it.each<[string, (it: { thread: Discussion; answer: DiscussionComment }) => void]>([
    ["its answer was unmarked", ({ answer }) => unmarkAnswer(desk.github.world, desk.person("sam"), answer)],
    [
      "it was closed as a duplicate",
      ({ thread }) => closeDiscussion(desk.github.world, desk.person("hana"), thread, "DUPLICATE"),
    ],
    ["it was deleted", ({ thread }) => deleteDiscussion(desk.github.world, desk.person("mia"), thread)],
  ])("is not suggested once %s", async (_, happens) => {
    desk = await openDesk();
    const it = await answered();
    happens(it);
    await desk.settle();
    expect(await askedAgain()).toBeUndefined();
  });

  it("is learnt, and forgotten again, though no webhook told of its mark", async () => {
    desk = await openDesk();
    const thread = desk.ask(title, words, "sam");
    const answer = desk.comment(thread, "Lower the flange pressure to 3 bar; the frobnicator cools down then.", "hana");
    await desk.settle();
    const unheard = (happens: () => void) => {
      const [app] = desk.github.world.all("App");
      if (!app) throw new Error("there is no app");
      const { webhook } = app;
      app.webhook = { ...webhook, url: null };
      happens();
      app.webhook = webhook;
    };
    unheard(() => markAnswer(desk.github.world, desk.person("sam"), answer));
    await desk.advance(hourMs);
    expect(await askedAgain()).toContain(`/discussions/${thread.number}`);
    unheard(() => deleteDiscussion(desk.github.world, desk.person("mia"), thread));
    await desk.advance(dayMs);
    expect(await askedAgain()).toBeUndefined();
  });

  it("from before the installation is learnt, however many there are", async () => {
    desk = await openDesk({
      before(world, repository) {
        const [ann, hana] = ["ann", "hana"].map((login) => world.all("User").find((it) => it.login === login));
        const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
        if (!ann || !hana || !category) throw new Error("the world lacks somebody");
        for (let i = 0; i < 60; i++) {
          const own = i === 59 ? { title, body: words } : { title: `Question ${i}`, body: `About matter ${i}.` };
          const thread = openDiscussion(world, ann, repository, { category, ...own });
          markAnswer(world, ann, addDiscussionComment(world, hana, thread, { body: `Do thing ${i}.` }));
        }
      },
    });
    expect(await askedAgain()).toContain("/discussions/60");
    expect(desk.github.ledger.count({ operation: "AnsweredDiscussions" })).toBeGreaterThanOrEqual(3);
  });
});
