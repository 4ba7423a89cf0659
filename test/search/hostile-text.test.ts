import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hit, KnowledgeItem, Question } from "../../src/core/knowledge.ts";
import { find } from "../../src/search/find.ts";
import { SearchIndex } from "../../src/search/index/search-index.ts";
import { toHits } from "../../src/search/find.ts";
import { ask, docs, lantern } from "./lantern-docs.ts";

/** A repository's knowledge in memory, and what is found in it. */
class World {
  readonly index = new SearchIndex();
  readonly #items: KnowledgeItem[] = [];

  constructor(...items: readonly KnowledgeItem[]) {
    this.add(...items);
  }

  add(...items: readonly KnowledgeItem[]): void {
    this.index.add(items);
    this.#items.push(...items);
  }

  ask(question: Question, limit: number): Hit[] {
    return toHits(find({ index: this.index, latent: undefined }, question, limit), this.#items);
  }
}

const lanternWorld = new World(...lantern);

const megabyte = 1 << 20;

const texts: [string, string][] = [
  ["nothing", ""],
  ["spaces", " \n\t\u00a0\u2028 "],
  ["emoji", "🎉👩‍👩‍👧‍👦🏳️‍🌈".repeat(200)],
  ["only code", "```js\nconst a = useEffect(() => {})\n```"],
  ["an open fence", `\`\`\`\n${"npm ERR! missing script\n".repeat(2_000)}`],
  ["right to left", "כיצד מתקינים את התוכנה? كيف أثبت البرنامج؟ \u202eidrawkcab\u202c"],
  ["zero width", "in\u200bstall\u200d pro\u2060xy"],
  ["homoglyphs", "іnѕtаll рrоxу"],
  ["unpaired halves of characters", "\ud800 \udfff install \ud83d"],
  ["NUL and control characters", "install\0proxy\u0007\u001b[31m"],
  ["combining marks", `i${"\u0301".repeat(10_000)}nstall`],
  ["one endless word", "a".repeat(100_000)],
  ["one endless compound", "aB-".repeat(100_000)],
  ["endless Chinese", "安装代理服务器".repeat(20_000)],
  ["endless Thai", "ติดตั้งโปรแกรม".repeat(10_000)],
  ["brackets", "[".repeat(megabyte)],
  ["quotes", "> ".repeat(megabyte / 2)],
  ["open comments", "<!-- ".repeat(megabyte / 5)],
  ["open tags", "<a ".repeat(megabyte / 3)],
  ["a megabyte of prose", "The preview server shows drafts on port 8080. ".repeat(megabyte / 46)],
  ["a megabyte of different words", Array.from({ length: megabyte / 8 }, (_, i) => `w${i.toString(36)}x`).join(" ")],
];

describe("any text can be asked", () => {
  it.each(texts)("%s", (_, text) => {
    expect(lanternWorld.ask(ask(text, text), 3).length).toBeLessThanOrEqual(3);
    const [hit] = lanternWorld.ask(ask("install behind a proxy", text), 3);
    expect(hit?.item.title).toBe("Behind a proxy");
  });
});

describe("any text can be indexed", () => {
  it.each(texts)("%s", (_, text) => {
    const world = new World(...docs);
    const item = { ...docs[0]!, id: "docs:strange.md#", group: "page:strange.md", title: text, body: text, code: text };
    world.add(item);
    for (const hit of world.ask(ask("install behind a proxy", text), 10)) {
      expect(hit.confidence).toBeGreaterThanOrEqual(0);
      expect(hit.confidence).toBeLessThanOrEqual(1);
      expect(hit.excerpt.length).toBeLessThanOrEqual(240);
    }
    world.index.dropGroups([item.group]);
    expect(world.index.size).toBe(docs.length);
    expect(world.ask(ask("install behind a proxy"), 1)[0]?.item.title).toBe("Behind a proxy");
  });

  it("whatever the characters, without losing count or order", () => {
    const text = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(
      fc.property(text, text, text, (title, body, code) => {
        const world = new World(...docs.slice(0, 4));
        world.add({ ...docs[0]!, id: "x", group: "x", title, body, code, answer: body, aliases: [code] });
        const hits = world.ask(ask(title, `${body}\n\n    ${code}`), 5);
        const scores = hits.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(hits.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

it.each([
  ["letters of other scripts", "іnѕtаll behind а рrоxу"],
  ["zero-width characters", "in\u200bstall be\u200dhind a pro\u2060xy"],
  ["soft hyphens", "in\u00adstall be\u00adhind a pro\u00adxy"],
  ["full-width letters", "ｉｎｓｔａｌｌ ｂｅｈｉｎｄ ａ ｐｒｏｘｙ"],
  ["mathematical letters", "𝐢𝐧𝐬𝐭𝐚𝐥𝐥 𝒃𝒆𝒉𝒊𝒏𝒅 𝖺 𝗽𝗿𝗼𝘅𝘆"],
  ["accents", "ïnstáll bèhind à prôxy"],
])("%s do not hide what is asked", (_, title) => {
  expect(lanternWorld.ask(ask(title), 1)[0]?.item.title).toBe("Behind a proxy");
});

describe("languages", () => {
  it.each([
    ["German", "Wie installiere ich hinter einem Proxy?", "Hinter einem Proxy installieren"],
    ["Russian", "Как настроить прокси-сервер?", "Настройка прокси-сервера"],
    ["Chinese", "如何设置代理服务器", "代理服务器的设置"],
    ["Japanese", "プロキシの設定方法を教えて", "プロキシを設定する"],
    ["Thai", "วิธีตั้งค่าพร็อกซี", "การตั้งค่าพร็อกซี"],
    ["Hebrew", "הגדרת שרת פרוקסי", "שרת פרוקסי"],
    ["Korean", "프록시 설정 방법", "프록시 설정"],
  ])("%s questions find %s titles", (_, question, title) => {
    const world = new World(...docs);
    world.add({ ...docs[0]!, id: "docs:other.md#", group: "page:other.md", title, body: "", code: "" });
    expect(world.ask(ask(question), 1)[0]?.item.id).toBe("docs:other.md#");
  });
});
