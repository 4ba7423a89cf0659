import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFaqDesk, type FaqDesk } from "../../helpers/faq-desk.ts";

let desk: FaqDesk;
beforeAll(async () => {
  desk = await openFaqDesk({
    files: { "docs/unfolding.md": "# FAQ\n\n<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n" },
  });
});
afterAll(() => desk.close());

describe("/promote-faq on an answer made to be trouble", () => {
  it.each([
    ["one fence of 40,000 backticks", `${"`".repeat(40_000)} only sam wrote this`],
    ["65,000 spaces in one line", `only sam${" ".repeat(65_000)}wrote this`],
  ])("%s comes to an end, and none of it is in the log", async (name, answer) => {
    const { question } = await desk.answered(`Why does ${name} trouble it?`, answer);
    const { reactions } = await desk.promote(question, "file: docs/unfolding.md");
    expect(reactions).toEqual(["EYES", "ROCKET"]);
    expect(await desk.file(`faq/discussion-${question.number}`, "docs/unfolding.md")).toContain(
      "<summary>Why?</summary>",
    );
    expect(desk.logLines.join("")).not.toContain("only sam");
    expect(Math.max(...desk.logLines.map(({ length }) => length))).toBeLessThan(10_000);
    expect(desk.logLines.join("")).not.toContain("SyntaxError");
    expect(await desk.givenUp()).toBe(0);
  });

  it("a command's words that make no sense are told to who wrote them, and not to the log", async () => {
    const { question } = await desk.answered("What makes no sense?", "Much.");
    const { said } = await desk.promote(question, '"only hana wrote this"');
    expect(said).toContain("only hana wrote this");
    expect(desk.logLines.join("")).not.toContain("only hana");
  });
});
