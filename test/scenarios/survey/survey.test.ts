import { afterEach, describe, expect, it } from "vitest";
import {
  addDiscussionComment,
  addLabels,
  closeDiscussion,
  createLabel,
  deleteDiscussion,
  deleteDiscussionComment,
  lock,
  markAnswer,
  openDiscussion,
  react,
  reopenDiscussion,
  unmarkAnswer,
  unreact,
  type Discussion,
  type DiscussionComment,
  type ReactionContent,
  type World,
} from "local-github-server/world";
import { openDesk, type Desk, type DeskOptions } from "../../helpers/open-desk.ts";
import { withStores } from "../../helpers/with-stores.ts";

let desk: Desk;
afterEach(() => desk.close());

const hour = 60 * 60 * 1000;
const day = 24 * hour;

async function open(config = "", options: DeskOptions = {}): Promise<void> {
  const files = { ".github/frontdesk.yml": `living-issue:\n  mode: off\n${config}`, ...options.files };
  desk = await openDesk({ ...options, files });
}

interface Answered {
  readonly question: Discussion;
  readonly answer: DiscussionComment;
}

/** A question that we know something about, so that we have a comment there, which sam or hana answers. */
async function answered(by = "ann", answerer = "hana"): Promise<Answered> {
  const question = desk.ask("How can I change the log level to debug?", "I want to see requests.", by);
  await desk.settle();
  const answer = desk.comment(question, "Pass `--log-level debug`.", answerer);
  await desk.settle();
  return { question, answer };
}

/** The same, and the answer is marked by hana. */
async function resolved(by = "ann"): Promise<Answered> {
  const it = await answered(by);
  markAnswer(desk.github.world, desk.person("hana"), it.answer);
  await desk.settle();
  return it;
}

/** Two hours later, when whoever is to be asked was asked. */
const later = () => desk.advance(2 * hour);

const ours = ({ question }: Pick<Answered, "question">) => desk.botComments(question)[0]?.body ?? "";
const isAsked = (it: Pick<Answered, "question">) => ours(it).includes("How content are you");
const isThanked = (it: Pick<Answered, "question">) => ours(it).includes("Thank you for the rating");

function click({ question }: Answered, by: string, content: ReactionContent): void {
  for (const it of desk.botComments(question)) react(desk.github.world, desk.person(by), it, content);
}
function takeBack({ question }: Answered, by: string, content: ReactionContent): void {
  for (const it of desk.botComments(question)) unreact(desk.github.world, desk.person(by), it, content);
}

const surveyOf = ({ question }: Answered) =>
  withStores(desk, ({ surveys }, repository) => surveys.findSurvey(repository, question.number));
const ratingOf = async (it: Answered) => (await surveyOf(it))?.rated?.rating;
const allWords = () => withStores(desk, ({ surveys }, repository) => surveys.words(repository));

async function write({ question }: Pick<Answered, "question">, body: string, by = "ann") {
  const comment = desk.comment(question, body, by);
  await desk.settle();
  return {
    comment,
    reactions: comment.reactions.map(({ content }) => content),
    said: desk.botReplies(comment).at(-1)?.body ?? "",
  };
}

describe("an asker whose question is resolved", () => {
  it("is asked by an edit of our comment when the thread has been quiet, and thanked for a reaction", async () => {
    await open();
    const it = await resolved();
    expect(isAsked(it)).toBe(false);
    const before = it.question.comments.length;
    await later();
    expect(isAsked(it)).toBe(true);
    expect(ours(it)).toContain("👍 and 👎 are about the suggestions");
    expect(it.question.comments).toHaveLength(before);
    expect(it.question.comments.every(({ replies }) => replies.length === 0)).toBe(true);
    expect(await surveyOf(it)).toMatchObject({ of: "ann", number: it.question.number });
    // Others may click what they like, and so may the asker on suggestions.
    click(it, "sam", "CONFUSED");
    click(it, "ann", "THUMBS_DOWN");
    click(it, "ann", "HOORAY");
    await later();
    expect(await ratingOf(it)).toBeUndefined();
    click(it, "ann", "LAUGH");
    await later();
    expect(await ratingOf(it)).toBe(4);
    expect(isThanked(it) && !isAsked(it)).toBe(true);
    await later();
    expect(isThanked(it)).toBe(true);
  });

  it("may change their mind: the latest reaction counts, one taken back does not, and a command outweighs both", async () => {
    await open();
    const it = await resolved();
    click(it, "ann", "HEART");
    await later();
    // Clicked before the question was there: it meant something else.
    await later();
    expect(await ratingOf(it)).toBeUndefined();
    takeBack(it, "ann", "HEART");
    click(it, "ann", "HEART");
    await later();
    expect(await ratingOf(it)).toBe(5);
    click(it, "ann", "CONFUSED");
    await later();
    expect(await ratingOf(it)).toBe(2);
    takeBack(it, "ann", "CONFUSED");
    await later();
    expect(await ratingOf(it)).toBe(5);
    takeBack(it, "ann", "HEART");
    await later();
    expect(await ratingOf(it)).toBeUndefined();
    expect(isAsked(it)).toBe(true);
    await write(it, "/rate 1 nobody told me about the toml file");
    click(it, "ann", "HEART");
    await later();
    expect(await surveyOf(it)).toMatchObject({ rated: { rating: 1, via: "command" } });
    expect(isThanked(it)).toBe(true);
  });

  it("is not asked while the thread goes on, and the question is taken out when it does, and comes back", async () => {
    await open();
    const it = await resolved();
    unmarkAnswer(desk.github.world, desk.person("ann"), it.answer);
    await later();
    expect(isAsked(it)).toBe(false);
    markAnswer(desk.github.world, desk.person("ann"), it.answer);
    await desk.settle();
    await later();
    expect(isAsked(it)).toBe(true);
    closeDiscussion(desk.github.world, desk.person("hana"), it.question);
    reopenDiscussion(desk.github.world, desk.person("ann"), it.question);
    unmarkAnswer(desk.github.world, desk.person("ann"), it.answer);
    await desk.settle();
    expect(isAsked(it)).toBe(false);
    expect(ours(it)).toContain("frontdesk:begin:related-answers");
    expect(await surveyOf(it)).toBeUndefined();
    markAnswer(desk.github.world, desk.person("ann"), it.answer);
    await desk.settle();
    await later();
    expect(isAsked(it)).toBe(true);
    // A word that asks on takes it out as well, until somebody has replied.
    desk.comment(it.question, "And where do I set that for good? It is gone after a restart.", "ann");
    await desk.settle();
    // What follows a marked answer and asks for something counts as going on.
    expect(isAsked(it)).toBe(false);
    desk.comment(it.question, "In `widgets.toml`.", "hana");
    await desk.settle();
    await later();
    expect(isAsked(it)).toBe(true);
    const slip = desk.comment(it.question, "And how do I set that for all users at once?", "ann");
    await desk.settle();
    expect(isAsked(it)).toBe(false);
    deleteDiscussionComment(desk.github.world, desk.person("ann"), slip);
    await desk.settle();
    await later();
    expect(isAsked(it)).toBe(true);
  });

  it("is asked once in many days over all threads, also when two are resolved at once", async () => {
    await open("survey:\n  once-in-days: 10\n");
    const [first, second] = [await resolved(), await resolved()];
    await later();
    await later();
    expect([isAsked(first), isAsked(second)]).toEqual([true, false]);
    await desk.advance(11 * day);
    // What was left out for manners' sake is not asked about later.
    expect(isAsked(second)).toBe(false);
    const third = await resolved();
    await later();
    expect(isAsked(third)).toBe(true);
  });

  it("is asked no more when the question has stood for long enough, and it goes", async () => {
    await open("survey:\n  open-days: 2\n");
    const it = await resolved();
    await later();
    expect(isAsked(it)).toBe(true);
    await desk.advance(2 * day);
    await later();
    expect(isAsked(it)).toBe(false);
    click(it, "ann", "HEART");
    await later();
    const survey = await surveyOf(it);
    expect(survey).toMatchObject({ of: "ann" });
    expect(survey?.rated).toBeUndefined();
    // A command is taken all the same.
    await write(it, "/rate 4");
    expect(await ratingOf(it)).toBe(4);
    expect((await surveyOf(it))?.isUnasked).toBeUndefined();
  });
});

describe("nobody is asked", () => {
  it("where that would be ill-mannered", async () => {
    await open();
    const { world } = desk.github;
    const hana = desk.person("hana");
    createLabel(world, desk.person("mia"), desk.repository, { name: "No-Survey", color: "ededed", description: "" });
    const duplicate = await answered();
    closeDiscussion(world, hana, duplicate.question, "DUPLICATE");
    const outdated = await resolved();
    closeDiscussion(world, hana, outdated.question, "OUTDATED");
    const ofTeam = await resolved("hana");
    const locked = await resolved();
    lock(world, hana, locked.question);
    const labelled = await resolved();
    addLabels(world, hana, labelled.question, [labelOf("No-Survey")]);
    const byBot = await answered();
    const [bot] = world.all("Bot");
    if (!bot) throw new Error("there is no bot");
    closeDiscussion(world, bot, byBot.question);
    const silent: Answered[] = [duplicate, outdated, ofTeam, locked, labelled, byBot];
    // Where we have no comment, we write none to ask.
    const unknown = desk.ask("Why does the flange squeak?");
    markAnswer(world, hana, desk.comment(unknown, "Oil it.", "sam"));
    await desk.settle();
    await desk.advance(2 * hour);
    await desk.advance(2 * hour);
    for (const it of silent) expect([it.question.title, isAsked(it)]).toEqual([it.question.title, false]);
    expect(desk.botComments(unknown).every(({ body }) => !body.includes("How content"))).toBe(true);
    expect(await withStores(desk, ({ surveys }, repository) => surveys.surveys(repository))).toEqual([]);
  });

  it("about history, or about what happened while we were away for long", async () => {
    let old: Discussion | undefined;
    await open("survey:\n  new-comment: if-needed\n  once-in-days: 1\n", {
      // Its webhooks are sent to nobody: the backfill reads it, ten minutes after its answer was marked.
      before(world, repository) {
        const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
        const [ann, hana] = ["ann", "hana"].map((login) => world.all("User").find((it) => it.login === login));
        if (!category || !ann || !hana) throw new Error("the world is not as this test needs it");
        old = openDiscussion(world, ann, repository, { category, title: "How can I change the log level?", body: "?" });
        const answer = addDiscussionComment(world, hana, old, { body: "Pass `--log-level debug`." });
        markAnswer(world, hana, answer);
        for (const it of [old, answer]) Object.assign(it, minutesAgo(world, 10));
        old.answerChosenAt = minutesAgo(world, 10).createdAt;
      },
    });
    if (!old) throw new Error("there is no history");
    await later();
    await later();
    expect(desk.botComments(old)).toEqual([]);
    const it = await answered();
    await desk.app.stop();
    markAnswer(desk.github.world, desk.person("hana"), it.answer);
    await desk.github.clock.advance(4 * day);
    await desk.restart();
    await later();
    expect(isAsked(it)).toBe(false);
    // The same desk does ask, in a comment of its own, about what happens before its eyes.
    const unknown = desk.ask("Why does the flange squeak?", "It does.", "sam");
    markAnswer(desk.github.world, desk.person("sam"), desk.comment(unknown, "Oil it.", "hana"));
    await desk.settle();
    await later();
    expect(isAsked({ question: unknown })).toBe(true);
    unmarkAnswer(desk.github.world, desk.person("sam"), answerOf(unknown));
    await desk.settle();
    expect(isAsked({ question: unknown })).toBe(false);
  });

  it("who has said that they want to be asked no more", async () => {
    await open("survey:\n  once-in-days: 1\n");
    const first = await resolved();
    await later();
    expect(isAsked(first)).toBe(true);
    expect((await write(first, "/rate stop")).reactions).toEqual(["EYES", "ROCKET"]);
    expect(isAsked(first)).toBe(false);
    await desk.advance(2 * day);
    const second = await resolved();
    await later();
    expect(isAsked(second)).toBe(false);
    await write(second, "/rate start");
    const third = await resolved();
    await later();
    expect(isAsked(third)).toBe(true);
  });
});

describe("/rate", () => {
  it("takes a rating of a resolved discussion unasked, and keeps its words to itself", async () => {
    await open();
    const it = await resolved();
    const secret = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
    const { reactions, said } = await write(it, `/rate 2 the page was out of date, my token is ${secret}`);
    expect(reactions).toEqual(["EYES", "ROCKET"]);
    expect(said).toBe("");
    expect(await surveyOf(it)).toMatchObject({ isUnasked: true, rated: { rating: 2, via: "command" } });
    expect(await allWords()).toEqual([
      { number: it.question.number, words: "the page was out of date, my token is redacted-token" },
    ]);
    await later();
    expect(isAsked(it)).toBe(false);
    const texts = it.question.comments.flatMap((comment) => [comment, ...comment.replies]);
    const botTexts = texts.filter(({ author }) => author?.__typename === "Bot").map(({ body }) => body);
    expect(botTexts.join("\n")).not.toContain("out of date");
    expect(desk.logLines.join("\n")).not.toContain("out of date");
    // The latest counts, words and all.
    await write(it, "/rate 5");
    expect(await ratingOf(it)).toBe(5);
    expect(await allWords()).toEqual([]);
    deleteDiscussion(desk.github.world, desk.person("mia"), it.question);
    await desk.settle();
    expect(await surveyOf(it)).toBeUndefined();
  });

  it("refuses what is no rating, whom it does not ask, and what is not resolved", async () => {
    await open();
    const it = await resolved();
    for (const body of ["/rate 0", "/rate 6"]) {
      const { reactions, said } = await write(it, `${body} awful words`);
      expect(reactions).toEqual(["EYES", "CONFUSED"]);
      expect(said).toContain("a whole number from 1 (not at all content) to 5 (very content)");
      expect(said).not.toContain("awful");
    }
    expect((await write(it, "/rate")).said).toContain("There is no number behind it");
    expect((await write(it, "/rate 5", "sam")).said).toContain("`/rate` is for whoever opened the discussion.");
    expect((await write(it, "/rate 5", "hana")).said).toContain("`/rate` is for whoever opened the discussion.");
    expect(await surveyOf(it)).toBeUndefined();
    const open_ = await answered();
    expect((await write(open_, "/rate 5")).said).toContain("not resolved yet");
    const ofTeam = await resolved("hana");
    expect((await write(ofTeam, "/rate 5", "hana")).said).toContain("Discussions that the team opens are not rated");
  });
});

function minutesAgo(world: World, minutes: number): { createdAt: string; updatedAt: string } {
  const at = new Date(world.now().getTime() - minutes * 60_000).toISOString().replace(/\.\d+Z$/, "Z");
  return { createdAt: at, updatedAt: at };
}

function answerOf({ answer }: Discussion): DiscussionComment {
  if (!answer) throw new Error("it has no answer");
  return answer;
}

function labelOf(name: string) {
  const found = desk.repository.labels.find((it) => it.name === name);
  if (!found) throw new Error(`there is no label ${name}`);
  return found;
}
