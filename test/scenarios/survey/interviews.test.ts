import { afterEach, describe, expect, it } from "vitest";
import { closeDiscussion, deleteDiscussion, markAnswer, reopenDiscussion } from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { withStores } from "../../helpers/with-stores.ts";

let desk: Desk;
afterEach(() => desk.close());

const day = 24 * 60 * 60 * 1000;
const named = () => withStores(desk, ({ interviews }, repository) => interviews.interviews(repository));
const notes = () => withStores(desk, ({ interviews }, repository) => interviews.notes(repository));

async function write(question: Parameters<Desk["comment"]>[0], body: string, by: string) {
  const comment = desk.comment(question, body, by);
  await desk.settle();
  return {
    reactions: comment.reactions.map(({ content }) => content),
    said: desk.botReplies(comment).at(-1)?.body ?? "",
  };
}

/** A question that was closed too early, and opened again. */
async function thorny(by: string) {
  const question = desk.ask("Why does the flange squeak?", "It does.", by);
  desk.comment(question, "Oil it.", "hana");
  closeDiscussion(desk.github.world, desk.person("hana"), question);
  // GitHub counts seconds: closed and opened again within one is nothing.
  await desk.advance(2_000);
  reopenDiscussion(desk.github.world, desk.person(by), question);
  await desk.settle();
  return question;
}

describe("interviews", () => {
  it("name askers once for a quarter, from our own records, and are ticked off without a word in public", async () => {
    desk = await openDesk({
      startAt: new Date("2026-11-10T09:01:00Z"),
      files: { ".github/frontdesk.yml": "living-issue:\n  mode: off\n" },
    });
    const of = await thorny("ann");
    const rated = desk.ask("How can I change the log level to debug?", "I see nothing.", "sam");
    markAnswer(desk.github.world, desk.person("hana"), desk.comment(rated, "Pass `--log-level`.", "hana"));
    await desk.settle();
    await write(rated, "/rate 1 I lost a day on it", "sam");
    // Those of the team are never named.
    await thorny("mia");
    expect(await named()).toEqual([]);
    await desk.advance(day);
    expect(await named()).toMatchObject([
      { login: "sam", quarter: "2026-Q4", reasons: [{ kind: "low-rating", rating: 1 }] },
      { login: "ann", quarter: "2026-Q4", reasons: [{ kind: "thorny", signs: [{ sign: "reopened", count: 1 }] }] },
    ]);
    // Another hard discussion changes nothing in the quarter.
    await thorny("ann");
    await desk.advance(day);
    expect(await named()).toHaveLength(2);

    const secret = "They gave up on the wiki.";
    expect((await write(of, `/interviewed ${secret}`, "hana")).reactions).toEqual(["EYES", "ROCKET"]);
    expect((await write(of, "/interviewed", "hana")).said).toContain("ticked off on 2026-11-12 already");
    expect((await write(of, "/interviewed @mia", "hana")).said).toContain("Named and not ticked off: sam.");
    expect((await write(of, "/interviewed", "sam")).said).toContain("`/interviewed` is for people with triage rights");
    expect((await write(of, `/interviewed @sam ${secret}`, "mia")).reactions).toEqual(["EYES", "ROCKET"]);
    expect((await named()).map(({ login, done }) => [login, done?.by])).toEqual([
      ["sam", "mia"],
      ["ann", "hana"],
    ]);
    expect(await notes()).toEqual([
      { quarter: "2026-Q4", login: "ann", notes: secret },
      { quarter: "2026-Q4", login: "sam", notes: secret },
    ]);
    const all = desk.repository.discussions.flatMap(({ comments }) => comments.flatMap((it) => [it, ...it.replies]));
    const ours = all.filter(({ author }) => author?.__typename === "Bot").map(({ body }) => body);
    expect(ours.join("\n")).not.toMatch(/gave up|lost a day/);
    expect(desk.logLines.join("\n")).not.toMatch(/gave up|lost a day/);

    deleteDiscussion(desk.github.world, desk.person("mia"), rated);
    await desk.settle();
    expect((await named()).map(({ reasons }) => reasons.length)).toEqual([0, 1]);

    // Within the year nobody is named again, whatever happens.
    await desk.advance(60 * day);
    await thorny("ann");
    await desk.advance(day);
    expect((await named()).map(({ quarter }) => quarter)).toEqual(["2026-Q4", "2026-Q4"]);
  });

  it("are for nobody where they are off, or who wants to be asked nothing", async () => {
    desk = await openDesk({
      startAt: new Date("2026-11-10T09:01:00Z"),
      files: { ".github/frontdesk.yml": "living-issue:\n  mode: off\n" },
    });
    const question = await thorny("ann");
    await write(question, "/rate stop", "ann");
    await desk.advance(day);
    expect(await named()).toEqual([]);
    await desk.push({ ".github/frontdesk.yml": "interviews:\n  mode: off\n" });
    await desk.settle();
    await write(question, "/rate start", "ann");
    await desk.advance(day);
    expect(await named()).toEqual([]);
    expect((await write(question, "/interviewed", "hana")).reactions).toEqual([]);
    await desk.push({ ".github/frontdesk.yml": "interviews:\n  per-quarter: 1\n" });
    await desk.settle();
    await desk.advance(day);
    expect((await named()).map(({ login }) => login)).toEqual(["ann"]);
  });
});
