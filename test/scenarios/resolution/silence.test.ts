import { afterEach, describe, expect, it } from "vitest";
import {
  addDiscussionComment,
  addLabels,
  closeDiscussion,
  createLabel,
  markAnswer,
  openDiscussion,
  react,
  type Discussion,
  type DiscussionComment,
} from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { withStores } from "../../helpers/with-stores.ts";

let desk: Desk;
afterEach(() => desk.close());

const day = 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;

async function open(config = ""): Promise<void> {
  desk = await openDesk({ files: { ".github/frontdesk.yml": `living-issue:\n  mode: off\n${config}` } });
}

/** A question of ann's that hana has answered, so that it waits for ann. */
async function answered(title = "Why does the flange squeak?") {
  const question = desk.ask(title);
  await desk.settle();
  const reply = desk.comment(question, "Oil it.", "hana");
  await desk.settle();
  return { question, reply };
}

/** What we said in the thread to this effect. */
function said(question: Discussion, words: string): readonly DiscussionComment[] {
  const all = question.comments.flatMap((it) => [it, ...it.replies]);
  return all.filter(({ author, body }) => author?.__typename === "Bot" && body.includes(words));
}

const reminders = (question: Discussion) => said(question, "I am a bot, and remind once.");
const proposals = (question: Discussion) => said(question, "Did this solve it?");

describe("a silent asker", () => {
  it("is reminded once, by a reply, after seven days, and nothing is closed", async () => {
    await open();
    const { question, reply } = await answered();
    await desk.advance(6 * day);
    expect(reminders(question)).toEqual([]);
    await desk.advance(day + hour);
    expect(reminders(question)).toHaveLength(1);
    expect(desk.botReplies(reply)).toHaveLength(1);
    for (const _time of [1, 2, 3]) await desk.advance(30 * day);
    await desk.restart();
    expect(reminders(question)).toHaveLength(1);
    expect(question.closed).toBe(false);
  });

  it("is reminded once though GitHub did it without saying so, and though our records are lost", async () => {
    await open();
    const { question } = await answered();
    desk.github.faults.add({ on: "addDiscussionComment", kind: "status", status: 502, when: "after", times: 1 });
    await desk.advance(7 * day + hour);
    expect(reminders(question)).toHaveLength(1);
    await withStores(desk, ({ resolutions }, repository) => resolutions.forgetRepository(repository));
    desk.comment(question, "Me too.", "sam");
    await desk.settle();
    await desk.advance(8 * day);
    expect(reminders(question)).toHaveLength(1);
  });

  it("who writes ends it: the reminder is folded away, and the thread is ours again", async () => {
    await open();
    const { question } = await answered();
    await desk.advance(7 * day + hour);
    desk.comment(question, "It squeaks on.", "ann");
    await desk.settle();
    expect(reminders(question)).toMatchObject([{ isMinimized: true }]);
    await desk.advance(30 * day);
    expect(reminders(question)).toHaveLength(1);
    desk.comment(question, "Then grease it.", "hana");
    await desk.settle();
    await desk.advance(7 * day + hour);
    expect(reminders(question)).toHaveLength(2);
  });

  it("is left alone where the team owes the next word, or the thread is kept open", async () => {
    await open("resolution:\n  close-after: 7\n");
    const asked = desk.ask("Does anybody answer?");
    const { question } = await answered();
    const label = createLabel(desk.github.world, desk.person("mia"), desk.repository, { name: "keep-open" });
    addLabels(desk.github.world, desk.person("hana"), question, [label]);
    await desk.settle();
    for (const _time of [1, 2, 3]) await desk.advance(30 * day);
    for (const it of [asked, question]) expect([reminders(it), it.closed]).toEqual([[], false]);
  });

  it("is reminded of nothing that waited before we came", async () => {
    desk = await openDesk({
      before: (world, repository) => {
        const [ann, hana] = ["ann", "hana"].map((login) => world.all("User").find((it) => it.login === login));
        const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
        if (!ann || !hana || !category) throw new Error("nobody can ask");
        const old = openDiscussion(world, ann, repository, { category, title: "Old?", body: "How?" });
        addDiscussionComment(world, hana, old, { body: "Like this." });
        world.advanceClock(3 * day);
      },
    });
    const [old] = desk.repository.discussions;
    for (const _time of [1, 2, 3]) await desk.advance(10 * day);
    expect(old && said(old, "bot")).toEqual([]);
  });
});

describe("with close-after", () => {
  it("a silent thread is closed on the day that was promised, and opened by any word of the asker", async () => {
    await open("resolution:\n  close-after: 14\n");
    const { question, reply } = await answered();
    await desk.advance(7 * day + hour);
    expect(reminders(question)[0]?.body).toContain("I close this discussion as outdated on");
    await desk.advance(13 * day);
    expect(question.closed).toBe(false);
    await desk.advance(day + hour);
    expect(question).toMatchObject({ closed: true, stateReason: "OUTDATED" });
    expect(desk.botReplies(reply).at(-1)?.body).toContain("Write anything here, and I open it again.");

    desk.comment(question, "Me too", "sam");
    await desk.settle();
    expect(question.closed).toBe(true);
    desk.comment(question, "Sorry, I was away.", "ann");
    await desk.settle();
    expect(question.closed).toBe(false);
    closeDiscussion(desk.github.world, desk.person("hana"), question, "RESOLVED");
    await desk.settle();
    desk.comment(question, "Thank you all", "ann");
    await desk.settle();
    expect(question.closed).toBe(true);
  });
});

describe("with close-after, nothing is closed", () => {
  it("when the asker has given thanks after the reminder", async () => {
    await open("resolution:\n  close-after: 14\n");
    const { question } = await answered();
    await desk.advance(7 * day + hour);
    desk.comment(question, "Thanks, that works!", "ann");
    await desk.settle();
    expect(reminders(question)).toMatchObject([{ isMinimized: true }]);
    for (const _time of [1, 2]) await desk.advance(15 * day);
    expect([question.closed, reminders(question).length, proposals(question).length]).toEqual([false, 1, 1]);
  });

  it("nor promised to be, when the answer was late", async () => {
    await open("resolution: { close-after: 14 }\nwatch: { priorities: { p3: { first-response: 1h } } }\n");
    const question = desk.ask("Why does the flange squeak?");
    await desk.advance(2 * hour);
    desk.comment(question, "Oil it.", "hana");
    await desk.settle();
    await desk.advance(7 * day + hour);
    expect(reminders(question)[0]?.body).toContain("Nothing is closed if you do not.");
    await desk.advance(30 * day);
    expect([question.closed, reminders(question).length]).toEqual([false, 1]);
  });
});

describe("a helpful comment", () => {
  it("is proposed once, where the asker gives thanks, and taken back when an answer is marked", async () => {
    await open();
    const { question, reply } = await answered();
    desk.comment(question, "Thanks, that worked!", "ann");
    await desk.settle();
    expect(proposals(question)).toHaveLength(1);
    desk.comment(question, "Thanks again!", "ann");
    await desk.settle();
    expect(desk.botComments(question)).toHaveLength(1);
    desk.comment(question, "/answer", "ann", reply);
    await desk.settle();
    expect(question.answer).toBe(reply);
    expect(proposals(question)).toEqual([]);
  });

  it("is found by the asker's thumb within a day", async () => {
    await open();
    const { question, reply } = await answered();
    await desk.advance(day);
    react(desk.github.world, desk.person("ann"), reply, "THUMBS_UP");
    await desk.advance(day);
    expect(proposals(question)[0]?.body).toContain("you gave it 👍");
  });

  it("is found by a link to it in a marked answer elsewhere", async () => {
    await open();
    const { question, reply } = await answered();
    const other = desk.ask("Noise all day");
    const url = `${desk.github.url}/acme/widgets/discussions/${question.number}#discussioncomment-${reply.databaseId}`;
    const answer = desk.comment(other, `See ${url}.`, "sam");
    markAnswer(desk.github.world, desk.person("ann"), answer);
    await desk.settle();
    expect(proposals(question)[0]?.body).toContain("it was linked to as the answer");
    expect(proposals(other)).toEqual([]);
  });
});
