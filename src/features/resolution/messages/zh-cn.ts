import type { en } from "./en.ts";

export const zhCn: Readonly<Record<keyof typeof en, string>> = {
  "command.answer": "把本条回复所在的评论，或者这个地址对应的评论，标记为答案。",
  proposed: "**这解决你的问题了吗**？看起来 {comment} 解决了它：{reason}。",
  "proposed-how":
    "如果是，提问者可以把它标记为答案：点击 “Mark as answer”，或者在它下面回复 `/answer`，这样下一个有同样问题的人就能找到它。如果不是，什么都不用做。",
  "proposed-footer": "<sub>我是机器人，这个提议只提一次。</sub>",
  "because.thanked": "你在它之后这样写过",
  "because.liked": "你给它点了 👍",
  "because.linked": "有人把它作为答案链接过",
  "comment-of": "{login} 的评论",
  "this-comment": "这条评论",
  settled: "<sub>我是机器人。我在这里提议过一个答案，现在已经有结果了。</sub>",
  "remind.waits": "从 {day} 起，这里一直在等提问者回复。{what}",
  "remind.proposed": "如果 {comment} 解决了问题，请在它下面回复 `/answer`，方便其他人找到。如果没有，请说说还缺什么。",
  "remind.answerable": "如果某条评论解决了问题，请在它下面回复 `/answer`，方便其他人找到。如果没有，请说说还缺什么。",
  "remind.open": "还缺什么吗？说一句就够了。",
  "remind.closes": "如果没有你的消息，我会在 {day} 以“{reason}”关闭这个讨论；之后你随便写点什么，它就会重新打开。",
  "remind.stays-open": "不回复也没关系，我不会关闭任何内容。",
  "remind.footer": "<sub>我是机器人，只提醒这一次。</sub>",
  closed: "提问者没有再回复，所以我以“{reason}”关闭了这个讨论。在这里随便写点什么，我就会重新打开它。",
  "closed-footer": "<sub>我是机器人。带有保持打开标签的讨论，以及在等团队回复的讨论，都不会被关闭。</sub>",
  "as.resolved": "已解决",
  "as.outdated": "已过时",
  "by-address": "`/answer <评论的地址>`；在评论菜单里点 “Copy link” 就能得到地址",
  "refused.no-answers":
    "在 {category} 分类里，评论不能成为答案；只有 Q&A 格式的分类才有答案。有 triage 权限的人可以在讨论页面上把它移到这样的分类。",
  "refused.not-a-reply":
    "`/answer` 标记的是它所回复的那条评论，而这一条没有回复任何评论。请把它写成对答案的回复，或者指明答案：{how}。",
  "refused.unknown": "这个讨论里没有这条评论。请把 `/answer` 写成对答案的回复，或者写 {how}。",
  "refused.by-bot":
    "机器人的评论不能作为答案，只有人写的才可以。请把 `/answer` 写成对某个人的评论的回复，或者写 {how}。",
  "refused.hidden":
    "这条评论被隐藏了，GitHub 不接受隐藏的评论作为答案。有 triage 权限的人可以取消隐藏，然后再评论 `/answer`。",
  "refused.empty": "这条评论已被删除。请指明另一条：{how}。",
};
