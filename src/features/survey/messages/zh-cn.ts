import type { en } from "./en.ts";

export const zhCn: Readonly<Record<keyof typeof en, string>> = {
  "command.rate": "说说你对问题处理过程的满意程度，从 1（完全不满意）到 5（非常满意）；或者表示不想再被询问。",
  question: "**你对这次的处理过程满意吗**？这个问题是问发起讨论的人的。",
  "how-to-answer":
    "请用 {reactions} 回应这条评论，或者评论 `/rate 1` 到 `/rate 5`，从完全不满意到非常满意，后面可以再写几句话。以最近一次为准，命令优先于表情回应。{thumbs}",
  reaction: "{emoji} {meaning}（{rating} 分，满分 5 分）",
  "means.5": "非常满意",
  "means.4": "满意",
  "means.2": "不满意",
  thumbs: "👍 和 👎 是针对上面的建议的。",
  footer:
    "<sub>我是机器人，只问这一次。表情回应在 {day} 之前有效。能看到这个讨论的人都能看到评论。写 `/rate stop`，我就不再问你。</sub>",
  thanks: "<sub>感谢你的评分。{change}</sub>",
  "change-until": "在 {day} 之前，换一个表情就能更改评分；用 `/rate` 随时都能更改。",
  "change-by-command": "再写一次 `/rate` 就能更改。",
  over: "<sub>我是机器人。我在这里问过一个问题，现在已经不需要回答了。</sub>",
  "how-to-rate":
    "`/rate` 后面写一个整数，从 1（完全不满意）到 5（非常满意），之后可以再写几句话：`/rate 4 回复很快，很友善`。",
  "refused.empty": "命令后面没有数字。{how}",
  "refused.no-rating": "我看不出评分是多少。{how}",
  "refused.of-team": "团队自己发起的讨论不评分；我们看重的是其他人的满意程度。",
  "refused.unresolved":
    "这个讨论还没有解决，所以暂时不能评分。请在答案被标记之后，或讨论以“已解决”关闭之后再评分；以“重复”或“过时”关闭的讨论不评分。如果问题已经解决，提问者可以在答案下面写 `/answer` 来标记它。",
};
