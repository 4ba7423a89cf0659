import { expect, it } from "vitest";
import { splitSentences } from "../../../src/search/excerpt/split-sentences.ts";

it.each<[string, string[]]>([
  ["One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]],
  ["Since 1.2.3 in file.name.ts. Done.", ["Since 1.2.3 in file.name.ts.", "Done."]],
  ["By number, e.g. Linux, i.e. Debian. Or not.", ["By number, e.g. Linux, i.e. Debian.", "Or not."]],
  [
    "Logs, caches etc. are kept. Others too, etc. They go.",
    ["Logs, caches etc. are kept.", "Others too, etc.", "They go."],
  ],
  ["Das gilt z. B. für Mails, d. h. immer. Ende.", ["Das gilt z. B. für Mails, d. h. immer.", "Ende."]],
  ["Das gilt z.B. Mails ca. 3 Tage bzw. Wochen.", ["Das gilt z.B. Mails ca. 3 Tage bzw. Wochen."]],
  ["1. Install it. 2. Run it.", ["1. Install it.", "2. Run it."]],
  ["He said “go.” Then “(stop.)” Then…  not", ["He said “go.”", "Then “(stop.)”", "Then…", "not"]],
  ["先安装。然后设置！好吗？", ["先安装。", "然后设置！", "好吗？"]],
  ["「設定です。」次に進みます。", ["「設定です。」", "次に進みます。"]],
  ["版本 2.5.0。完成", ["版本 2.5.0。", "完成"]],
  ["...", ["..."]],
  ["", []],
])("%j", (line, sentences) => {
  expect(splitSentences(line)).toEqual(sentences);
});
