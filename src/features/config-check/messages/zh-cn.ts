import type { en } from "./en.ts";

export const zhCn: Readonly<Record<keyof typeof en, string>> = {
  mistakes: "{count, plural, other {# 处错误}}",
  warnings: "{count, plural, other {# 处警告}}",
  "title.good": "配置没有问题",
  "title.gone": "配置被删除了",
  "summary.gone":
    "这个提交里没有 `{file}`。合并之后，将使用所有者的 `.github` 仓库里的配置；那里也没有的话，就使用默认值。",
  "summary.mistakes": "有这些错误时，配置不会按所写的生效：无法读取的文件不会被采用，上一份正确的配置继续有效。",
  "summary.warnings": "这份配置可以合并，但其中有些内容的含义可能与你想的不同。",
  "summary.good": "合并之后立即生效。",
  "summary.unknown": "以下内容没有检查，因为 GitHub 没有告知：",
  "summary.locally": "在你的电脑上可以得到同样的结果：`frontdesk check-config --online`。",
  "issue.title": "Frontdesk 的配置有错误：{file}",
  "issue.last-good": "{file} 无法使用。在修复之前，上一份正确的配置继续有效。",
  "issue.never-good": "{file} 无法使用，之前也没有过正确的配置。在修复之前，我在这个仓库里什么都不说。",
  "issue.place": "第 {line} 行，第 {column} 列",
  "issue.problem": "{place}：{problem}",
  "issue.more": "以及另外 {count} 处",
  "issue.how":
    "`frontdesk check-config` 在你的电脑上会给出同样的结果。这个 issue 随问题而更新，问题都解决之后会自动关闭。提前关闭它的话，就不会再收到关于这些问题的消息。",
  "issue.mended": "`{file}` 从 {commit} 起恢复正常，并已生效。",
  footer: "_我是机器人。_",
};
