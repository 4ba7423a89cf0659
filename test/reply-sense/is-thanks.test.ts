import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isThanks } from "../../src/reply-sense/is-thanks.ts";
import { senseOf } from "../../src/reply-sense/sense-of.ts";

// As people wrote them in public; where it was is beside each. Those without a source are the same in other words.
const thanks: readonly (readonly [comment: string, source: string])[] = [
  ["Thanks!", "forrestbao/Run#25"],
  ["Thank you !!!", "heyajohnny/afvalinfo#17"],
  ["Thanks a lot!", "orkit/Maprom#6"],
  ["thanks a lot", "andylee1890/NewConceptEnglish#5"],
  ["Merci!", "DennisYurichev/RE-for-beginners#404"],
  ["Dankeschön", "Laravel-Lang/lang#2174"],
  ["感谢！", "yrccondor/mdx#91"],
  ["谢谢", "XiangLinPro/IT_book#13"],
  ["感谢，thank you", "yezhaodan/-Git#13"],
  ["十分感谢。", "bowen919446264/rtsp_player#4"],
  ["Good catch, thanks!", "system76/docs#1045"],
  ["I just want to say thanks, you saved my butt. It works.", "after morrownr/8812au#28"],
  ["Exactly what I needed, thank you!", ""],
  ["That solved my problem, thanks", "after VB10/vboverflow#228"],
  ["Thanks, that worked!", ""],
  [
    "Thanks, that worked.\n\nOn Mon, 21 Sep 2026 at 10:00, Support <help@acme.com> wrote:\n> Did you try it?\n> Regards",
    "",
  ],
  ["> Set `level` to debug. Does that help?\n\nIt works now, thank you very much @hana 🙏", ""],
  ["Hi Peter,\n\nthank you so much for the quick help!\n\nBest regards,\nAnn Smith\nACME Ltd.", ""],
  ["👍", ""],
  [":+1: thx", ""],
  ["Vielen Dank, jetzt funktioniert es!", ""],
  ["Merci beaucoup, ça marche.", ""],
  ["Muchas gracias por la ayuda", ""],
  ["Muito obrigado, funcionou perfeitamente!", ""],
  ["Grazie mille!", ""],
  ["Спасибо большое, помогло", ""],
  ["ありがとうございます！解決しました", ""],
  ["감사합니다", ""],
  ["Teşekkürler, çalıştı", ""],
  ["Thanks, I'll try that tomorrow.", ""],
  ["![image](https://example.com/a.png)\n\nPerfect, thanks!", ""],
  ["Thanks Docker", "a name, for all we know"],
];

const words: readonly (readonly [comment: string, source: string])[] = [
  ["Thanks, that worked - it mounted and did not have the error. Now, next issue. :)", "a forum, 2011-05-12"],
  [
    "Thanks, that worked, I was able to open the “*lost+found*” folder, which is empty.\n\nIs there a way to get full permissions all the time without using the terminal?",
    "a forum, 2012-07-30",
  ],
  ["Thanks for the fix! Could you also look at #12?", ""],
  ["Thanks, but it still fails.", ""],
  ["thanks! how do I do that on Windows?", ""],
  ["thanks! how do I do that on Windows", ""],
  ["Thanks. Same error:\n\n```\nE_ACCESS\n```", ""],
  ["Thanks, it does not work.", ""],
  ["No thanks", ""],
  ["not working, thanks", ""],
  ["Danke, aber es klappt nicht.", ""],
  ["Merci, mais ça ne marche pas", ""],
  ["谢谢，但是还是不行", ""],
  ["Gracias, ¿y en Windows?", ""],
  ["Thanks, same issue here", ""],
  ["Any help appreciated", ""],
  ["Let me know, thanks", ""],
  ["okay", "no thanks, and nothing solved"],
  ["I have the same problem.", ""],
  ["```\nthanks\n```", "code"],
  ["> Thanks!", "somebody else's"],
  ["", "nothing"],
  ["![image](https://example.com/a.png)", "a picture"],
  ["Thanks in advance for any help with the login page, it is blank.", ""],
  ["Thanks, it solved the first part, the second one is open.", ""],
];

describe("isThanks", () => {
  it.each(thanks)("takes %j for a thank-you", (comment) => {
    expect(isThanks(comment)).toBe(true);
  });

  it.each(words)("takes %j for words that somebody may have to answer", (comment) => {
    expect(isThanks(comment)).toBe(false);
  });

  it("never takes a question for one, whatever stands around it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...thanks), fc.constantFrom("?", "？"), ([comment], mark) => {
        expect(isThanks(`Does it${mark}\n\n${comment}`)).toBe(false);
      }),
    );
  });

  it("reads any text, and long ones quickly", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => typeof isThanks(text) === "boolean"),
    );
    expect(isThanks("thanks ".repeat(1_000_000))).toBe(false);
    expect(isThanks("> ".repeat(2_000))).toBe(false);
  });
});

describe("senseOf", () => {
  it.each([
    ["/priority p1", "commands"],
    ["/label bug\n/priority p1", "commands"],
    ["> It fails.\n\n/needs-info the log", "commands"],
    ["/priority p1\n\nSee the docs on logging.", "remark"],
    ["Use `/priority p1`.", "remark"],
    ["Thanks!", "thanks"],
    ["Eleven seconds in CI now. Thank you!", "remark"],
    ["9 GB freed. Thanks.", "remark"],
    ["2031, I did not even look. Thank you.", "remark"],
    ["Works. With fifteen minutes nobody notices a deployment any more.", "remark"],
    ["For others who find this: the flag is called `--force` since 2.0.", "remark"],
    ["Thanks, I use Debian 12 with version 2.3.", "remark"],
    ["Thanks! And how do I undo it", "words"],
    ["It still fails on Windows.", "words"],
    ["Now I get another error", "words"],
    ["It doesn't work with two ports", "words"],
    ["Gut, aber wie mache ich das auf dem Server", "words"],
    ["谢谢，请问怎么卸载", "words"],
    ["תודה רבה, ואיך מסירים את זה", "words"],
    [`Done. ${"And then I did this. ".repeat(40)}`, "words"],
  ])("takes %j for %s", (comment, sense) => {
    expect(senseOf(comment)).toBe(sense);
  });
});
