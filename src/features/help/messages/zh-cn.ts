import type { en } from "./en.ts";

export const zhCn: Readonly<Record<keyof typeof en, string>> = {
  "command.help": "列出你在这里可以使用的命令。",
  intro: "你在这里可以使用：",
  outro: "请在新评论里另起一行，把命令写在行首。",
  "column.command": "命令",
  "column.who": "谁可以用",
  "column.what": "作用",
};
