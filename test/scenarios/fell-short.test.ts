import { afterEach, describe, expect, it } from "vitest";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { runFrontdesk } from "../helpers/run-frontdesk.ts";

let desk: Desk;
afterEach(() => desk.close());

/** `frontdesk inbox list …` on the desk's data, as its operator runs it. */
const list = (...args: string[]) => runFrontdesk(desk, "inbox", "list", ...args);

const counts = async () => {
  const answer = (await (await fetch(`${desk.app.url}/readyz`)).json()) as { readonly inbox: Record<string, number> };
  return answer.inbox;
};

describe("what a feature planned and could not do", () => {
  it.each([
    ["refused", 422, "--refused", "--gone"],
    ["gone", 404, "--gone", "--refused"],
  ] as const)("leaves a trace when it was %s", async (shortfall, status, flag, other) => {
    desk = await openDesk();
    expect(await list(flag)).toBe(`No delivery is ${shortfall}.\n`);
    const mend = desk.github.faults.add({ kind: "status", status, when: "before", on: "AddComment" });
    const question = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    mend();

    expect(desk.botComments(question)).toEqual([]);
    expect(await list(flag)).toMatch(
      new RegExp(
        `discussion\\.created +done \\(${shortfall}\\) +\\d+ {2}(?:.+; )?related-answers:refused: nothing, because .+\n$`,
      ),
    );
    expect(JSON.parse(await list(flag, "--json"))).toMatchObject([{ state: "done", shortfall }]);
    expect(await list(other)).toMatch(/^No delivery is/);
    expect(await counts()).toMatchObject({ [shortfall]: 1 });
    const warned = desk.logLines
      .map((it) => JSON.parse(it) as Record<string, unknown>)
      .filter((it) => it["level"] === 40);
    expect(warned).toContainEqual(expect.objectContaining({ shortfall, name: "discussion" }));
  });

  it("does not keep a person's command from being answered", async () => {
    desk = await openDesk();
    const thread = desk.ask("Is this on?", "Hello?", "ann", "general");
    await desk.settle();
    const mend = desk.github.faults.add({ kind: "status", status: 404, when: "before", on: "AddComment", times: 1 });
    const comment = desk.comment(thread, "/help", "ann");
    await desk.settle();
    mend();
    expect(comment.reactions.map(({ content }) => content)).toEqual(["EYES", "CONFUSED"]);
    expect(await list("--gone")).toMatch(/discussion_comment\.created +done \(gone\)/u);
  });

  it("keeps a person's words out of the log, even where they were wrong", async () => {
    desk = await openDesk();
    const idea = desk.ask("A gyrotron that hums", "Please.", "ann", "ideas");
    const comment = desk.comment(idea, '/accept xylophone:"of my own words"', "mia");
    await desk.settle();
    expect(desk.botReplies(comment)[0]?.body).toContain("xylophone");
    expect(desk.logLines.join("")).not.toContain("xylophone");
    expect(await list()).not.toContain("xylophone");
  });
});
