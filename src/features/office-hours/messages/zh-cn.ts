import type { en } from "./en.ts";

export const zhCn: Readonly<Record<keyof typeof en, string>> = {
  "command.office-hours": "为这个讨论预约一个答疑时段，或者改期、取消、列出空闲时段。",
  "command.outcome": "记录一次答疑的结论：你的评论会被标记为答案。`no-show` 表示没有人到场。",

  "slot.utc": "**{range}**（{reader}）",
  "slot.there": "**{range}**（{zone} 时间 {from}–{to}，{reader}）",
  "slot.reader": "换算到你的时区",

  "refused.not-a-time": "我看不懂“{text}”是什么时间。{how}",
  "refused.not-a-day": "我看不懂“{text}”是什么时间：{why}。{how}",
  "how-to-write":
    "请按该场次自己的时钟写日期和时间，例如 `/office-hours 2026-12-08 14:30`；用 UTC 时在后面加 `Z`；也可以只写日期。单写 `/office-hours` 会预约下一个空闲时段，`/office-hours list` 会列出所有时段。",
  "refused.more-words-list": "`/office-hours list` 后面不用再写别的。它会列出接下来的场次。",
  "refused.more-words-cancel": "`/office-hours cancel` 后面不用再写别的。它会取消这个讨论的预约。",
  "refused.no-meetings": "本项目没有关于功能请求的会议：配置的 `sessions` 里没有设置。可以推送到默认分支的人能添加。",
  "refused.no-office-hours": "本项目没有答疑时间：配置的 `sessions` 里没有设置。可以推送到默认分支的人能添加。",
  "refused.in-request-category":
    "这个讨论是功能请求。关于它的会议由有 write 权限的人用 `/meeting` 预约；答疑时间是用来解答问题的。",
  "refused.closed": "这个讨论已经关闭，所以没有为它预约。如果问题没有解决，发起人可以重新打开它，然后再预约。",
  "refused.answered":
    "这个讨论已有标记的答案，所以没有为它预约。如果答案没有解决问题，请取消标记并说明还缺什么，然后再预约。",
  "refused.locked": "这个讨论已被锁定，我无法在这里说明时间，所以没有预约。有 write 权限的人可以解锁。",
  "refused.asker-gone":
    "发起这个讨论的账号已经不存在了，所以没有人可以会面。如果你有同样的问题，请自己发起一个讨论，在那里预约。",
  "refused.already-booked":
    "这个讨论已经预约了时段：{slot}。`/office-hours move` 用来改期，`/office-hours cancel` 用来取消。",
  "refused.booked-here": "一条评论只能预约一个时段。请把第二条命令写在另一条评论里。",
  "refused.nothing-booked": "这个讨论没有预约，所以没有什么可以改期或取消。写 `/office-hours` 会预约下一个空闲时段。",
  "refused.already-begun": "这个讨论的答疑已经开始或结束了：{slot}，不能再改期或取消。主持人会用 `/outcome` 写下结论。",
  "refused.outcome-missing":
    "这个讨论已经有过一次答疑：{slot}，而结论还没有写下来。请主持人用 `/outcome` 写下；在那之后，或者由有 triage 权限的人，可以再预约一次。",
  "refused.too-many": "一个人在所有讨论中最多同时有 {count, plural, other {# 个未到的时段}}，目前已有：",
  "refused.too-many-how": "在其中一个讨论里写 `/office-hours cancel` 就能腾出名额。有 triage 权限的人可以预约更多。",
  "refused.nothing-free":
    "接下来 {days} 天内没有空闲时段，之后也还没有安排。别人退回的时段会重新空出来：`/office-hours list` 可以查看。",
  "refused.nothing-free-yet":
    "接下来 {days} 天内没有空闲时段。下一个是 {slot}，从 {time} 起可以预约。在那之前，别人退回的时段也会空出来：`/office-hours list` 可以查看。",
  "not-then.past": "{when} 已经过去了。",
  "not-then.no-slot": "没有从 {when} 开始的时段。",
  "not-then.taken": "{when} 的时段已被预约。",
  "not-then.too-late": "现在预约 {when} 太晚了：最迟要在开始前 {notice} 预约，好让主持人有时间准备。",
  "not-then.too-far": "现在预约 {when} 太早了：最多可以提前 {days} 天预约。",
  "not-then.same": "这个讨论已经预约的就是 {when}。",
  "not-then.nearest": "与它最接近的空闲时段：",
  "not-then.none": "{days} 天内没有其他空闲时段。",

  "list.none": "在可以预约的日期内没有安排场次。",
  "list.title": "**{title}** 接下来的场次",
  "list.in-languages": "语言：{languages}",
  "list.about": "主题：{topics}",
  "list.where": "会面地点",
  "list.by-meeting": "有 write 权限的人用 `/meeting` 预约下一个空闲时段。",
  "list.subscribe": "可以在日历里{link}。",
  "list.subscribe-link": "订阅这些场次",
  "list.row": "{slot}，{hosts}。{free}",
  "list.hosts": "主持人 {names}",
  "list.no-host": "主持人待定",
  "list.ours": "这个讨论的时段是 {time}。",
  "list.full": "**已约满**。",
  "list.else-full": "**其余已约满**。",
  "list.too-late": "已来不及预约。",
  "list.free-count": "**有 {count} 个空闲**。",
  "list.free": "**空闲**：{slots}",
  "list.free-more": "**空闲**：{slots}，以及另外 {count} 个",

  "outcome.shown": "{time} 与 {names} 的**答疑结论**（{comment}）：",
  "outcome.comment": "[评论](<{url}>)",
  "outcome.comment-by": "由 {by} [记录](<{url}>)",
  "mark.outcome": "那条评论已标记为答案。",
  "mark.another": "另一条评论已标记为答案。",
  "mark.none": "还没有评论被标记为答案。",
  "mark.impossible": "这个分类里不能把评论标记为答案，所以我没有标记。",
  "no-show": "**{time} 的时段错过了**。这很正常。接下来请提问者说一声：问题是解决了，还是仍然需要帮助？",
  "no-show-again": "写 `/office-hours` 会预约下一个空闲时段。",
  "no-outcome.unbooked":
    "这个讨论没有预约，所以没有结论。写 `/office-hours` 可以为提问者预约；没有答疑就得到的答案是一条评论，用 `/answer` 标记。",
  "no-outcome.called-off":
    "这个讨论的答疑已经取消，所以没有结论。写 `/office-hours` 可以另约时段；没有答疑就得到的答案是一条评论，用 `/answer` 标记。",
  "no-outcome.to-come": "这个讨论的答疑于 {time} 开始：请在开始之后再写结论。`/office-hours cancel` 用来取消。",
  "no-outcome.written-down":
    "[答疑结论](<{url}>)已经写下来了。如果其实没有人到场，请删除那条评论，然后写 `/outcome no-show`。",
  "no-outcome.wordless":
    "请把答疑结论写在命令后面，几行都可以：`/outcome 租约时间太短，请设为 30 秒。` 如果没有人到场：`/outcome no-show`。",

  "gate.intro": "答疑时间用来解决文档和团队都没能解决的问题。{missing}",
  "gate.nothing-suggested": "文档里似乎没有与这个问题相符的内容，所以先请团队看看：",
  "gate.either": "这里还没有试过下面的办法；做到其中一项就可以预约：",
  "gate.missing": "这里还缺：",
  "gate.helpers": "有 triage 权限的人随时可以替你预约。",
  "gate.docs":
    "**上面的建议**。如果没有帮助，请评论 `/not-helpful`，或者在这里说说你试了什么、结果如何；之后 `/office-hours` 就能立即预约。",
  "gate.team-reply":
    "**团队**。团队争取在 **{time}** 之前回复，等你回复的时间不计在内。如果到时还没有回复，就可以用 `/office-hours` 预约。",
  "gate.team-answer":
    "**团队**。团队争取在 **{time}** 之前给出答案，等你回复的时间不计在内。如果到时还没有答案，就可以用 `/office-hours` 预约。",
  "gate.your-turn":
    "**团队**。团队已经回复，下一步请你回复。如果回复没有帮助，请在这里说明你试了什么；之后 `/office-hours` 就能立即预约。",
  "gate.replies": "**这里的回复**。如果没有帮助，请在这里说明你试了什么；之后 `/office-hours` 就能立即预约。",
  "gate.no-time":
    "**团队**。这里没有规定回复的时间，所以我说不出什么时候。等有人回复而没有帮助时，请说明一下，之后 `/office-hours` 就能预约；也可以请有 triage 权限的人替你预约。",

  footer: "<sub>我是机器人，会随时更新这一段。</sub>",
  booked: "🗓️ **{title}**：已为这个讨论预约时段，{slot}。",
  "booked-meeting": "🗓️ **{title}**：已为关于这个请求的会议预约时段，{slot}。",
  was: "🗓️ **{title}** 于 {slot} 举行。",
  "was-outcome": "🗓️ **{title}** 于 {slot} 举行。结论：[由 {by} 记录](<{url}>)。",
  "called-off": "🗓️ ~~{title}，{slot}~~",
  answered: "现在已有标记的答案。如果问题解决了，写 `/office-hours cancel` 可以把时段让给别人。",
  "until-then":
    "在开始之前，`/office-hours move` 会改到下一个空闲时段，`/office-hours cancel` 会退回这个时段；`/office-hours list` 会列出其他空闲时段。",
  "before-end": "原定于 {time} 结束。",
  moved: "由 {time} 改期而来。",
  "no-host": "主持人待定。",
  hosts: "{count, plural, other {由 {names} 主持}}。",
  where: "[会面地点](<{url}>)。",
  "prepare.all": "需要准备的内容都齐了：",
  "prepare.missing": "为了便于准备，请在这里补上还缺的内容，写在评论里或者编辑问题都可以：",
  "ask-outcome":
    "{who}，请在这里用评论写下结论：`/outcome <结论>`，或者 `/outcome no-show`。如果这个分类有答案功能，它会被标记为答案，让下一个有同样问题的人能找到。",
  "whoever-held-it": "主持人",
  "host-or": "{first} 或 {second}",
  "off.session-cancelled": "这个场次不再举行。",
  "off.session-full": "这个场次的时段比以前少了。",
  "off.thread-closed": "讨论已经关闭，所以时段让给了别人。重新打开之后，请评论 `/office-hours`。",
  "off.thread-closed-meeting": "讨论已经关闭，所以时段让给了别人。重新打开之后，请让维护者写 `/meeting`。",
  "off.given-back": "时段已经退回。想另约时段，请评论 `/office-hours`。",
  "off.given-back-meeting": "时段已经退回。想另约时段，请让维护者写 `/meeting`。",
  again: "想另约时段，请评论 `/office-hours`。",
  "again-meeting": "想另约时段，请让维护者写 `/meeting`。",
  "offer.no-session": "没有安排其他场次，所以在这个讨论里继续。",
  "offer.no-meeting": "没有安排其他会议，所以在这个讨论里继续。",
  "offer.none-free": "目前没有其他空闲时段；`/office-hours list` 会列出空出来的时段。",
  "offer.free": "可以改约的空闲时段：",
  "notice.called-off": "{mention}你在 **{title}** 的时段 {slot} 已取消。{why}",
  "notice.length":
    "{mention}你在 **{title}** 的时段长度有变：{slot}。如果不合适，`/office-hours move` 可以另选时段，`/office-hours cancel` 可以退回。",
  "notice.time":
    "{mention}你在 **{title}** 的时段改了时间：{slot}。如果不合适，`/office-hours move` 可以另选时段，`/office-hours cancel` 可以退回。",
  "changed-since": "此后有变化：[现在的预约](<{url}>)。",
};
