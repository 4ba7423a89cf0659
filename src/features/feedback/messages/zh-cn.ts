import type { en } from "./en.ts";

export const zhCn: Readonly<Record<keyof typeof en, string>> = {
  "command.not-helpful": "折叠机器人的建议，并记录它们没有帮助。",
  "nothing-suggested": "我没有在这个讨论里给过建议，所以没有可以折叠的内容。",
  "folded-already": "我在这个讨论里的建议已经折叠起来了。谢谢你告诉我。",
};
