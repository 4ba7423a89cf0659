import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forEachTerm, tokenize } from "../../../src/search/words/tokenize.ts";

describe("tokenize", () => {
  it.each([
    ["Connections were connecting", ["connect", "connect"]],
    ["The quick answer to a question", ["quick", "answer", "question"]],
    ["GitHub's APIs don't", ["github", "git", "hub", "api"]],
    ["GitHub’s APIs don’t, it´s", ["github", "git", "hub", "api"]],
    ["localStorage", ["localstorag", "local", "storag"]],
    ["in version 2.3.1.", ["version", "2.3.1"]],
    ["(see ./guide.md).", ["see", "guide.md", "guid", "md"]],
    ["e.g. this, i.e. that", []],
    ["café naïve Straße Sørensen", ["cafe", "naiv", "strass", "sorensen"]],
    ["работает", ["работа"]],
    ["zero\u200bwidth so\u00adft", ["zerowidth", "soft"]],
    ["ｆｕｌｌ ｗｉｄｔｈ ﬁle", ["full", "width", "file"]],
    ["non‑breaking hyphen", ["non-breaking", "non", "break", "hyphen"]],
    ["🎉🎉 👍 ❤️", []],
    ["🎉install", ["instal"]],
    ["", []],
  ])("%j gives %j", (text, terms) => {
    expect(tokenize(text)).toEqual(terms);
  });

  it("keeps few of a log's marks of time, place in memory and identity", () => {
    const log = `2026-03-01T10:00:00.123Z [12:30:45.123] 2026-03-01 0x00007ffeefbff5c8 1699999999999
      550e8400-e29b-41d4-a716-446655440000 d41d8cd98f00b204e9800998ecf8427e ERROR disk full`;
    expect(tokenize(log)).toEqual(["error", "disk", "full"]);
  });

  it("cuts Japanese and Thai into words and pairs, and Chinese into words", () => {
    expect(tokenize("安装代理服务器")).toEqual(expect.arrayContaining(["安装", "代理", "服务"]));
    expect(tokenize("キャッシュを削除")).toEqual(expect.arrayContaining(["削除", "ッシ"]));
    expect(tokenize("คำสั่งติดตั้ง")).toEqual(expect.arrayContaining(["ติด", "ตั้ง"]));
    expect(tokenize("运行npm install命令")).toEqual(expect.arrayContaining(["运行", "npm", "instal", "命令"]));
  });

  it("does not pair the ends of neighbouring Chinese words", () => {
    expect(tokenize("安装代理服务器")).not.toEqual(expect.arrayContaining(["装代"]));
    expect(tokenize("安装代理服务器")).not.toEqual(expect.arrayContaining(["理服"]));
  });

  it("cuts a Chinese name that no dictionary has into its characters", () => {
    expect(tokenize("鑫淼犇").join("")).toBe("鑫淼犇");
  });

  it("reads half-width katakana as the usual one", () => {
    expect(tokenize("ﾌﾟﾛｷｼ")).toEqual(tokenize("プロキシ"));
  });

  it("finds a word of a script that glues words together by its parts", () => {
    expect(tokenize("프록시를")).toEqual(["프록시를", "프록", "록시", "시를"]);
    expect(tokenize("בשרת")).toEqual(["בשרת", "שרת"]);
    expect(tokenize("والبرنامج")).toContain("برنامج");
  });

  it("leaves out vowel marks where scripts do", () => {
    expect(tokenize("בְּרֵאשִׁית")).toEqual(tokenize("בראשית"));
    expect(tokenize("تَثْبِيت الإِعدادات")).toEqual(tokenize("تثبيت الاعدادات"));
    expect(tokenize("всё ещё")).toEqual(tokenize("все еще"));
  });

  it.each([
    ["a Cyrillic letter in a Latin word", "insтall раypal", "insтall paypal"],
    ["Latin letters in a Cyrillic word", "cepвep", "сервер"],
    ["a Greek letter in a Latin word", "prοxy", "proxy"],
  ])("sees through %s", (_, disguised, plain) => {
    expect(tokenize(disguised)).toEqual(tokenize(plain));
  });

  it("reads a German compound by its parts where a hyphen shows them", () => {
    const page = tokenize("Die Verbindung zur Datenbank einrichten");
    expect(tokenize("Datenbank-Verbindung")).toEqual(
      expect.arrayContaining(page.filter((it) => /^(?:verbind|datenbank)/u.test(it))),
    );
  });

  it("gives the same terms again, none of them empty, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const terms = tokenize(text);
        expect(tokenize(text)).toEqual(terms);
        expect(terms).not.toContain("");
        const visited: string[] = [];
        forEachTerm(text, (term) => visited.push(term));
        expect(visited).toEqual(terms);
      }),
    );
  });

  it("reads a text like its words one by one, whatever came before", () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9_./'@#:+-]{1,12}$/u);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        expect(tokenize(words.join(" "))).toEqual(words.flatMap((each) => tokenize(each)));
        expect(tokenize(words.join("\n"))).toEqual(tokenize(words.join(" , ")));
      }),
    );
  });

  it("gives few terms for one endless word", () => {
    for (const word of ["a", "aB", "a-", "a.", "-", "'", ".", "1", "/", "Ab9_", "0x", "@1", "é", "а", "한"]) {
      expect(tokenize(word.repeat(100_000)).length).toBeLessThan(60);
    }
  });
});
