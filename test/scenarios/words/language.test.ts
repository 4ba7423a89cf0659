import { afterEach, describe, expect, it } from "vitest";
import { editDiscussion } from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const config = (text: string) => ({ ".github/frontdesk.yml": text });

const page =
  "# 日志\n\n## 修改日志级别\n\n把环境变量 LOG_LEVEL 设为 debug，就能看到每个请求。\n\n## 日志文件\n\n日志写到标准输出。\n";
const ask = () => desk.ask("怎么修改日志级别？", "我想看到每个请求，日志级别应该在哪里修改？");

/** What the bot wrote in a thread. */
const said = (thread: Parameters<Desk["botComments"]>[0]) => desk.botComments(thread).map(({ body }) => body);

describe("the language of a discussion", () => {
  it("is Chinese where it was asked in Chinese, for the answer, a refusal and /help", async () => {
    desk = await openDesk({ files: { "docs/zh.md": page } });
    const question = ask();
    await desk.settle();
    const help = desk.comment(question, "／help", "ann");
    const promote = desk.comment(question, "/promote-faq", "ann");
    await desk.settle();

    const [answer] = said(question);
    const replies = [help, promote].flatMap((it) => desk.botReplies(it)).map(({ body }) => body);
    expect(answer).toContain("**这些内容也许已经能回答你的问题**：");
    expect(answer).toContain("docs/zh.md#");
    expect(replies.join("\n")).toContain("| 命令 | 谁可以用 | 作用 |");
    expect(replies.join("\n")).toContain("`/promote-faq` 只供有 triage 权限的人使用。");
  });

  it("stays what it was when the question is edited in it", async () => {
    desk = await openDesk({ files: { "docs/zh.md": page } });
    const question = ask();
    await desk.settle();
    editDiscussion(desk.github.world, desk.person("ann"), question, {
      title: "Which restaurant is good for lunch?",
      body: "我们想在附近找一家餐馆，请问有什么推荐？人数大约二十个，最好离办公室近一点，价格不要太高。",
    });
    await desk.settle();
    expect(said(question)).toEqual([expect.stringContaining("问题修改之后，我所知道的内容都不太符合了")]);
  });

  it("is English everywhere else, and where the repository says so", async () => {
    desk = await openDesk({ files: { ...config("language: en\n"), "docs/zh.md": page } });
    const question = ask();
    await desk.settle();
    expect(said(question)).toEqual([expect.stringContaining("**This may already answer your question:**")]);
  });

  it("is Chinese for all where the repository says so", async () => {
    desk = await openDesk({ files: config("language: zh-CN\n") });
    const question = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    expect(said(question)).toEqual([expect.stringContaining("**这些内容也许已经能回答你的问题**：")]);
  });
});

it("says a message in the maintainers' words", async () => {
  desk = await openDesk({ files: config('words:\n  related-answers.intro: "**Have you seen these?**"\n') });
  const question = desk.ask("How can I change the log level to debug?");
  await desk.settle();
  expect(said(question)).toEqual([expect.stringMatching(/\*\*Have you seen these\?\*\*[^]*I am a bot/u)]);
});
