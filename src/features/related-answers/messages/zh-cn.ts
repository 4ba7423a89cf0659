import type { en } from "./en.ts";

export const zhCn: Readonly<Record<keyof typeof en, string>> = {
  intro: "**这些内容也许已经能回答你的问题**：",
  "intro-known": "**这可能是已知的问题**：",
  footer:
    "<sub>我是机器人。我搜索了本仓库的{searched}{found}。请用 👍 或 👎 告诉我是否有帮助；也可以评论 `/not-helpful`，我会把这条内容折叠起来。</sub>",
  "searched.docs": "文档和已有回答的讨论",
  "searched.issues": "文档、已有回答的讨论和 issue",
  "found-words": "，其中这些词与你的问题相同：{words}",
  withdrawn: "<sub>我是机器人。问题修改之后，我所知道的内容都不太符合了，所以撤回了之前的建议。</sub>",
};
