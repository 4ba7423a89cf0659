import type { en } from "./en.ts";

export const zhCn: Readonly<Record<keyof typeof en, string>> = {
  "command.promote-faq": "通过 pull request，把这个讨论的答案提议收进常见问题。",
  "command.verify": "在常见问题的审阅 issue 里确认一个条目仍然正确；会开一个带有新日期的 pull request。",
  "command.retire": "在常见问题的审阅 issue 里撤下一个条目；会开一个 pull request。",

  "refused.labelled": "这个讨论带有标签 `{label}`，所以它的答案不收进常见问题。可以给讨论加标签的人能把它去掉。",
  "refused.unmarked":
    "这里还没有评论被标记为答案。提问者或有 triage 权限的人可以把一条评论标记为答案，然后再评论 `/promote-faq`。也可以指明评论：`/promote-faq answer: <评论的地址>`。",
  "refused.unmarkable":
    "这里还没有评论被标记为答案，而这个分类里也不能标记。请指明评论：`/promote-faq answer: <评论的地址>`。",
  "refused.gone": "被指明为答案的评论已经不在这个讨论里了。请用 `answer:` 和地址指明另一条。",
  "refused.by-bot":
    "这个答案是机器人写的，而只有人的回答才收进常见问题。请把某个人的评论标记为答案，或者用 `answer:` 和地址指明一条。",
  "refused.hidden": "这个答案被隐藏了，说明不应该给人看。请取消隐藏，或者把另一条评论标记为答案。",
  "refused.empty": "这个答案是空的。请把另一条评论标记为答案。",
  "refused.opted-out":
    "回答者不希望自己的答案出现在常见问题里（配置中的 `faq.opt-out`）。可以由其他人用自己的话来写这个条目。",
  "refused.unknown-word":
    "我不知道“{word}”是什么意思。`/promote-faq` 认识 {options} 和 `force`；含空格的内容请加引号。",
  "refused.too-long": "`{option}:` 的值超过了 {max} 个字符。",
  "refused.not-an-answer":
    "`answer:` 后面必须是这个讨论里一条评论的地址：在评论菜单里点 “Copy link” 就能得到，它以 `#discussioncomment-` 加数字结尾。",
  "refused.file": "`file:`：{why}。",
  "refused.file-kind": "我没有改动那个文件：{why}。",
  "refused.file-left": "我没有改动 `{file}`：{why}。",
  "already-there": "常见问题里已经有了：{entry}。",
  "same-question": "常见问题里似乎已经回答了“{question}”：",
  "same-question-how":
    "条目后面的命令会把这里的答案用于该条目，这里的问题则成为它的另一种问法。要单独新增一个条目，请评论 `/promote-faq force`。",
  "entry-stays":
    "这个讨论已经有了条目“{question}”，除了答案，我不会改动其他内容。要更改问题或位置，请在 `{file}` 里手动修改，或者在 pull request 里修改。",
  "entry-elsewhere.published": "这个讨论在 `{file}` 里已经有条目了。去掉 `file:` 就能更新它；否则请先从那里撤下条目。",
  "entry-elsewhere.proposed": "这个讨论已经在收进 `{file}` 的途中。去掉 `file:` 就能更新它；否则请先从那里撤下条目。",

  "news.add": "**即将收进常见问题**：“{question}”，见 {pull}。合并之后，它就能回答下一个提问的人。",
  "news.update": "**常见问题也将这样回答**：“{question}”的改动见 {pull}。",
  "news.withdraw": "**即将从常见问题中撤下**：“{question}”，见 {pull}，因为它的答案已不再被标记，或者已经不在了。",
  "news.published": "**已收进常见问题**：{entry}。它会回答下一个这样提问的人。",
  "news.declined-edited":
    "**未收进常见问题**：在提议“{question}”之后，答案被修改过，当时提议的内容已无法保留。写 `/promote-faq` 会按现在的内容提议。",
  "news.declined": "**未收进常见问题**：“{question}”的 {pull} 没有合并就关闭了。写 `/promote-faq` 会再次提议。",
  "news.withdrawn": "**已不在常见问题里**：“{question}”已从 `{file}` 中撤下。",
  "news.edited-published":
    "此后答案被修改过，而常见问题里仍是原来的内容：有 triage 权限的人可以评论 `/promote-faq`，按现在的内容提议。",
  "news.edited-proposed":
    "此后答案被修改过，而 pull request 里仍是原来的内容：有 triage 权限的人可以评论 `/promote-faq`，按现在的内容提议。",
  "news.stuck": "我无法更新它：{why}。",
  "trouble.edited-away": "它的答案被修改过，当时提议的内容已无法合并。请评论 /promote-faq",
  "trouble.tried-too-often": "已经提议了 {count} 次，分支里仍然没有它。请先看看那个分支，再评论 /promote-faq",
  pull: "pull request {number}",
  "a-pull": "一个 pull request",
  "worth-an-entry":
    "**值得收进常见问题吗**？其他回答引用了这里的答案。有 triage 权限的人可以评论 `/promote-faq` 来提议。",

  "proposal.title-several": "FAQ：来自讨论的 {count} 个答案",
  "proposal.title.add": "FAQ：{question}",
  "proposal.title.update": "FAQ：更新 {question}",
  "proposal.title.withdraw": "FAQ：撤下 {question}",
  "proposal.several": "有人提议把这些来自讨论的答案收进 `{file}`：",
  "proposal.brings": "把一个来自讨论的答案收进 `{file}`：",
  "proposal.takes-out": "从 `{file}` 中撤下一个条目：",
  "proposal.more": "以及另外 {count} 个。",
  "proposal.read":
    "请站在读者的角度看一看：来自讨论的答案也许需要增删几个字。你在这个分支上的提交会保留；我只会追加，从不覆盖。",
  "proposal.merge": "**合并**：讨论会收到通知并加上标签，条目会回答下一个提问的人。",
  "proposal.close": "**关闭**：讨论会收到通知，除此之外什么都不会发生。",
  "proposal.footer":
    "<sub>我是机器人。我开这个 pull request，是因为有 triage 权限的人写了 `/promote-faq`，或者因为收录的内容有了变化。</sub>",
  "proposal.nobody-asked":
    "**没有人提议过这些文字**：在有 triage 权限的人看过之后，{who} 于 {day} 修改了{answer}；这里提议的是它现在的内容。在那条评论的菜单里可以看到改了什么。",
  "proposal.edited-since":
    "**之后被修改过**：{who} 于 {day} 修改了{answer}。这里提议的是修改之前的内容；在那里写 `/promote-faq` 会按现在的内容提议。",
  "proposal.answer": "讨论 {number} 的[答案](<{url}>)",
  "proposal.item.add": "{question}（{from}）",
  "proposal.item.update": "**更新**：{question}（{from}）",
  "proposal.item.withdraw": "**撤下**：{question}（{from}）。它的答案已不再被标记，或者已经不在了",
  "proposal.from": "来自{discussion}，由 {by} 提议",
  "proposal.from-answerer": "来自{discussion}，由 {answerer} 回答，由 {by} 提议",
  "proposal.discussion": "讨论 {number}",
  "proposal.taken-out":
    "从讨论 {number} 的答案中**去掉了**不适合公开的内容：{what}。规则只能找到写法已知的内容，请再检查一遍。",
  "proposal.withdrawn": "**由我关闭**：讨论 {number} 的答案已不再被标记，或者已经不在了，而这里没有别的提议。",
  "proposal.said-already": "**由我关闭**：默认分支里已经有这里的全部内容。",
  "account-gone": "一位账号已不存在的用户",

  "review.title": "FAQ 审阅：需要确认的条目，值得收录的答案",
  "review.intro": "我每天检查一次本仓库常见问题里的 {count} 个条目，并更新这个 issue。",
  "review.footer": "<sub>我是机器人。你可以关闭这个 issue，只有出现新内容时我才会重新打开。</sub>",
  "review.moved": "这些清单和相应的命令现在都在 {issue} 里。",
  "review.issue": "issue {number}",
  "review.none": "没有。",
  "review.more": "……以及另外 {count} 个。",
  "review.stale": "过时的条目（{count}）",
  "review.stale-how": "这些条目目前不会作为建议给出。请对每一个条目，在这里评论它的一条命令；我会开一个 pull request。",
  "review.edited": "之后被修改过的答案（{count}）",
  "review.edited-how": "常见问题里仍是原来的内容。在相应的讨论里评论 `/promote-faq`，就会按现在的内容提议。",
  "review.offers": "值得收录的答案（{count}）",
  "review.offers-how": "想把哪个答案收进常见问题，就在它的讨论里评论 `/promote-faq`。",
  "review.speaks-of": "它提到了 {versions}。",
  "review.used": "在 {count, plural, other {# 个讨论}}里给出过，👍 {helpful}，👎 {unhelpful}。",
  "review.commands": "如果正确，写 {verify}；要撤下，写 {retire}。",
  "review.edited-by": "{answer}，由 {who} 于 {day} 修改",
  "review.links": "另有 {count, plural, other {# 个回答}}链接到它",
  "review.found": "{count, plural, other {# 个问题}}找到了它",
  "review.votes": "{count, plural, other {# 票}}",

  "stale.link-gone": "它链接到 `{place}`，而那里已经没有内容了",
  "stale.link-changed": "它链接到 `{place}`，而那里的内容已经变了",
  "stale.source": "它的答案已不再被标记，或者已经不在了",
  "stale.never-verified": "它至少从 {day} 起就在这里，从未确认过",
  "stale.verified": "它上次确认是在 {day}",
  "stale.hints": "用它给出的建议有 {unhelpful} 次没有帮助，{helpful} 次有帮助",

  "verify.title": "FAQ：确认 {question}",
  "retire.title": "FAQ：撤下 {question}",
  "verify.body": "说明 `{file}` 中的这个条目于 {day} 确认无误：{question}",
  "retire.body": "从 `{file}` 中撤下这个条目：{question}",
  "review-pull.asked-for": "由 {by} 在常见问题的审阅 issue 里提出。你在这个分支上的提交会保留。",
  "review-pull.footer": "<sub>我是机器人。</sub>",
  "review-pull.from": "来自 `{branch}` 的 pull request",
  "verify.opened": "我已提议：{pull}。合并之后，它会重新作为建议给出。",
  "retire.opened": "我已提议：{pull}。合并之后，它就撤下了。",
  "entry.several": "有好几个文件含有这个条目。请写明是哪一个：",
  "entry.none": "请用锚点写明是哪个条目。现有的是：",
  "entry.unknown": "我不知道这个条目。最相近的是：",
  "entry.no-entries": "据我所知，常见问题里还没有条目。",
  "verified-today": "常见问题里已经写明：这个条目今天确认过了。",
  "file-gone": "`{file}` 已经不在了。",
};
