import type { en } from "./en.ts";

export const zhCn: Readonly<Record<keyof typeof en, string>> = {
  "command.interviewed": "把一位被选为访谈对象的人标记为已访谈：发起讨论的人，或用登录名指明的人。",
  "how-to": "请在对方发起的讨论里写 `/interviewed [notes]`，或者在本仓库的任意讨论里写 `/interviewed @login [notes]`。",
  "refused.nobody": "发起这个讨论的账号已经不存在了。{how}",
  "refused.not-named": "{login} 没有被选为访谈对象，所以没有什么可以标记。{left}{how}",
  "all-ticked-off": "选出的人都已经标记过了。",
  "left-to-tick-off": "已选出、尚未标记的有：{names}。",
  "refused.already": "{login} 在 {day} 已经标记过了。要补充笔记，请写在命令后面。",
};
