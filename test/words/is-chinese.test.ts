import { describe, expect, it } from "vitest";
import { isChinese } from "../../src/words/is-chinese.ts";

const log = Array.from({ length: 40 }, (_, i) => `    at Module.load (node:internal/modules/cjs/loader:${i})`).join(
  "\n",
);

describe("whether a post is in Chinese", () => {
  it.each([
    ["a question", "如何配置代理?", "我在公司网络里,安装一直失败。"],
    ["traditional characters", "如何設定代理伺服器?", "安裝時一直失敗,請問該怎麼辦?"],
    [
      "product names and versions",
      "Node 24 下 npm install 报错",
      "升级到 v24 之后,运行 npm install 提示 EACCES,求助。",
    ],
    ["a pasted log without a fence", "启动时崩溃怎么办", `日志如下:\n${log}`],
    [
      "code in a fence",
      "为什么会超时",
      `\`\`\`ts\n${"const a = the(one) // and it is in the list\n".repeat(30)}\`\`\`\n`,
    ],
    [
      "a title that is the error",
      "ECONNREFUSED 127.0.0.1:5432",
      "连接数据库时出现上面的错误,请问怎么解决?已经试过重启。",
    ],
    [
      "a form in English",
      "无法登录",
      "### What happened\n\n点击登录后页面一直转圈,控制台没有报错。\n\n### Version\n\n2.3.1",
    ],
    ["a short one", "求助", ""],
  ])("takes %s for Chinese", (_, title, body) => {
    expect(isChinese({ title, body })).toBe(true);
  });

  it.each([
    ["English", "How do I set a proxy?", "The install fails behind our proxy."],
    ["nothing", "", ""],
    ["Japanese", "プロキシの設定方法", "社内ネットワークでインストールが失敗します。設定方法を教えてください。"],
    ["a title in kanji alone", "設定方法", "プロキシを使いたいのですが、どうすればよいでしょうか。"],
    ["Korean", "프록시 설정 방법", "사내 네트워크에서 설치가 실패합니다. 設定 파일은 어디에 있나요?"],
    [
      "English about Chinese",
      "Search for 中文 finds nothing",
      "When I search for 中文 in the docs there are no results.",
    ],
    [
      "English in a form in Chinese",
      "The app crashes when I save",
      "### 问题描述\n\nIt crashes as soon as I press save, and the file is lost after that.\n\n### 复现步骤\n\n1. Open any file\n2. Press save",
    ],
    [
      "English with Chinese in code",
      "Garbled output",
      "I get this:\n\n```\n乱码乱码乱码乱码乱码乱码乱码\n```\n\nWhat is it?",
    ],
    ["a quote in Chinese", "What does this mean?", "> 请先阅读文档,然后再提问\n\nI was told so and cannot read it."],
  ])("does not take %s for Chinese", (_, title, body) => {
    expect(isChinese({ title, body })).toBe(false);
  });

  it("reads a hostile post in no time", () => {
    const body = "`".repeat(30_000) + "<!--".repeat(10_000) + "https://".repeat(10_000);
    expect(isChinese({ title: "中".repeat(100_000), body })).toBe(true);
  });
});
