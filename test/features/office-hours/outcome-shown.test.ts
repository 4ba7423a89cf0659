import { english } from "../../../src/core/language.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noShowShown, outcomeShown, type AnswerMark } from "../../../src/features/office-hours/messages/outcome.ts";
import { parseMarkdown } from "../../../src/text/parse-markdown.ts";
import { plainText } from "../../../src/text/plain-text.ts";
import { aBooking } from "../../helpers/bookings.ts";
import { trickyText } from "../../helpers/tricky-text.ts";

const url = "https://github.com/acme/widgets/discussions/12#discussioncomment-9";
const told = (text: string, by = "hana", hosts = ["hana"], mark: AnswerMark = "outcome") =>
  outcomeShown(
    aBooking({ state: "done", hosts, outcome: { by, at: "2026-12-08T14:00:00.000Z", text, comment: "DC_9", url } }),
    mark,
  )(english);

describe("an outcome is shown", () => {
  it("in the host's words, with credit and a link", () => {
    expect(told("Set `lease`.\n\n```\nlease = 30\n```")).toBe(
      `**What came of the session** with hana on Tuesday, 8 December 2026, 13:00 UTC ([comment](<${url}>)):\n\n` +
        "> Set `lease`.\n> \n> ```\n> lease = 30\n> ```\n\nThat comment is marked as the answer.",
    );
  });

  it("with both names where somebody else wrote it down", () => {
    expect(told("Set it.", "mia", ["hana", "sam"])).toContain(`with hana and sam on`);
    expect(told("Set it.", "mia")).toContain(`([written down](<${url}>) by mia):`);
    expect(told("Set it.", "Hana")).toContain("([comment]");
    expect(told("Set it.", "mia", [])).toContain("with mia on");
  });

  it("and says where another one is marked, and where none can be", () => {
    expect(told("Set it.", "hana", ["hana"], "impossible")).toContain("so I marked none");
    expect(told("Set it.", "hana", ["hana"], "another")).toContain("\n\nAnother comment is marked as the answer.");
    expect(told("Set it.", "hana", ["hana"], "none")).toContain("\n\nNo comment is marked as the answer.");
  });

  it("in bounded length, cut between words, and nothing of it stands outside of the quote", () => {
    expect(told("word ".repeat(2_000))).toMatch(/word…\n/u);
    fc.assert(
      fc.property(trickyText, (text) => {
        const shown = told(text);
        expect(shown.length).toBeLessThan(20_000);
        const { children } = parseMarkdown(shown);
        expect(children.map(({ type }) => type)).toEqual(["paragraph", "blockquote", "paragraph"]);
        expect(plainText(children[2] ?? parseMarkdown(""))).toBe("That comment is marked as the answer.");
      }),
    );
  });

  it("as missed, kindly, with how to go on", () => {
    expect(noShowShown(aBooking())(english)).toContain("8 December 2026, 13:00 UTC was missed.** That happens.");
    expect(noShowShown(aBooking())(english)).toContain("`/office-hours` books the next free slot");
  });
});
