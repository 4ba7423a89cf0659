import { afterEach, describe, expect, it } from "vitest";
import { editDiscussion, markAnswer } from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { botText, command } from "../../helpers/request-world.ts";

let desk: Desk;
afterEach(() => desk.close());

const hourMs = 3_600_000;
const config = (more = "") => ({
  ".github/frontdesk.yml": `watch:
  priorities:
    p1: { first-response: 1h }
    p3: { first-response: 4h, next-response: 8h }
${more}`,
});
const alone = "  expectation: { alone: true }\n";
const known = "How can I change the log level to debug?";

describe("an expectation", () => {
  it("stands in our one comment, below what we found, and follows what happens", async () => {
    desk = await openDesk({ files: config() });
    const question = desk.ask(known);
    await desk.settle();
    expect(botText(desk, question)).toMatch(/log level[^]*What happens next:\*\* We aim at a first reply by \*\*/u);
    await command(desk, question, "/priority p1", "hana");
    const [, time = ""] = /by \*\*(.*) UTC\*\*/u.exec(botText(desk, question)) ?? [];
    expect(Date.parse(`${time.replace(/^\w+, /u, "")} UTC`) - Date.parse(question.createdAt)).toBeLessThan(
      1.1 * hourMs,
    );

    const reply = desk.comment(question, "By a flag.", "hana");
    await desk.settle();
    expect(botText(desk, question)).toContain("The team has replied; the next word is yours.");
    markAnswer(desk.github.world, desk.person("ann"), reply);
    await desk.settle();
    expect(botText(desk, question)).toContain("This question is answered.");
    expect(botText(desk, question)).toContain("log level");
    expect(question.comments.filter(({ author }) => author?.__typename === "Bot")).toHaveLength(1);
  });

  it("is silent where there is no comment of ours, unless the config wants it alone", async () => {
    desk = await openDesk({ files: config() });
    const silent = desk.ask("asdf qwerty zxcv");
    await desk.settle();
    expect(desk.botComments(silent)).toEqual([]);
    await desk.push(config(alone));
    await desk.settle();
    const question = desk.ask("asdf qwerty zxcv");
    await desk.settle();
    expect(botText(desk, question)).toContain("We aim at a first reply by");
  });

  it("says that it is late when its time is over", async () => {
    desk = await openDesk({ files: config(alone) });
    const question = desk.ask("asdf qwerty zxcv");
    await desk.settle();
    await desk.advance(4 * hourMs + 60_000);
    expect(botText(desk, question)).toContain("and is late. The question is still on the team's list.");
    expect(botText(desk, question)).not.toContain("We aim");
  });

  it("says nothing where nothing is promised, or the question is old", async () => {
    desk = await openDesk({ files: { ".github/frontdesk.yml": "watch:\n  expectation: { alone: true }\n" } });
    const question = desk.ask("asdf qwerty zxcv");
    await desk.settle();
    expect(desk.botComments(question)).toEqual([]);
    await desk.advance(72 * hourMs);
    await desk.push(config(alone));
    await desk.settle();
    expect(desk.botComments(question)).toEqual([]);
  });

  it("leaves shadow mode as it is: nothing is posted, and an edit is recorded as before", async () => {
    desk = await openDesk({ files: config("related-answers:\n  mode: shadow\n") });
    const question = desk.ask(known);
    await desk.settle();
    expect(desk.botComments(question)).toEqual([]);
  });

  it("alone keeps nobody from an answer that fits when the question is edited", async () => {
    desk = await openDesk({ files: config(alone) });
    const question = desk.ask("asdf qwerty zxcv");
    await desk.settle();
    expect(botText(desk, question)).not.toContain("log level");
    editDiscussion(desk.github.world, desk.person("ann"), question, { title: known });
    await desk.settle();
    expect(botText(desk, question)).toMatch(/log level[^]*We aim at a first reply by/u);
  });
});
