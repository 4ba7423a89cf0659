import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/search/words/tokenize.ts";

describe("tokenize", () => {
  it.each([
    ["Connections were connecting", ["connect", "connect"]],
    ["The quick answer to a question", ["quick", "answer", "question"]],
    ["useEffect", ["useeffect", "use", "effect"]],
    ["parseHTTPBody2", ["parsehttpbody2", "pars", "http", "bodi"]],
    ["ERR_MODULE_NOT_FOUND", ["err_module_not_found", "err", "modul", "found"]],
    ["--no-cache", ["--no-cache", "no-cache", "cach"]],
    ["v2.3.1", ["v2.3.1", "2.3.1"]],
    ["in version 2.3.1.", ["version", "2.3.1"]],
    ["src/app/main.ts:12:5", ["src/app/main.ts", "src", "app", "main", "ts"]],
    ["C++ and C#", ["c++", "c#"]],
    [".env", [".env", "env"]],
    ["(see ./guide.md).", ["see", "guide.md", "guid", "md"]],
    ["@scope/pkg", ["@scope/pkg", "scope", "pkg"]],
    ["GitHub's APIs don't", ["github", "git", "hub", "api"]],
    ["localStorage", ["localstorag", "local", "storag"]],
    ["café naïve", ["cafe", "naiv"]],
    ["работает", ["работа"]],
    ["zero\u200bwidth", ["zerowidth"]],
    ["ｆｕｌｌ ｗｉｄｔｈ", ["full", "width"]],
    ["0x7ffe1234 d41d8cd98f00b204e9800998ecf8427e 12:30:45 error", ["error"]],
    ["🎉🎉 👍", []],
    ["", []],
  ])("%j gives %j", (text, terms) => {
    expect(tokenize(text)).toEqual(terms);
  });

  it("cuts Chinese, Japanese and Thai into words and pairs", () => {
    expect(tokenize("安装代理服务器")).toEqual(expect.arrayContaining(["安装", "代理", "服务"]));
    expect(tokenize("キャッシュを削除")).toEqual(expect.arrayContaining(["削除"]));
    expect(tokenize("ติดตั้งโปรแกรม").length).toBeGreaterThan(1);
    expect(tokenize("运行npm install命令")).toEqual(expect.arrayContaining(["运行", "npm", "instal", "命令"]));
  });

  it("leaves right-to-left text in words", () => {
    expect(tokenize("שלום עולם")).toHaveLength(2);
    expect(tokenize("كيف أثبت البرنامج").length).toBeGreaterThanOrEqual(2);
  });

  it("gives the same terms again, none of them empty, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const terms = tokenize(text);
        expect(tokenize(text)).toEqual(terms);
        expect(terms).not.toContain("");
      }),
    );
  });

  it("gives few terms for one endless word", () => {
    for (const word of ["a", "aB", "a-", "a.", "-", "'", ".", "1", "/", "Ab9_"]) {
      expect(tokenize(word.repeat(100_000)).length).toBeLessThan(60);
    }
  });
});
