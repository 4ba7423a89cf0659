import type { en } from "./en.ts";

export const zhCn: Readonly<Record<keyof typeof en, string>> = {
  title: "启用 Frontdesk",
  intro:
    "Frontdesk 已安装到这个仓库。讨论里有新问题时，它会给出链接，指向文档和已有回答的讨论中现成的内容；没有合适的就不说话。它也帮助回答问题的人：`/promote-faq` 把答案收进 FAQ，`/accept` 把想法变成 issue。这个 pull request 加上它的配置，内容来自在这里找到的信息。",
  merge: "**合并**之后，配置就会生效。可以先按你的需要修改：这是你的文件。",
  "until-then":
    "**合并之前**，以及你**关闭**它之后，Frontdesk 不会主动在讨论和 issue 里写任何内容，只执行有 triage 权限的人的命令；`/help` 会列出这些命令。不会再有第二个 pull request。",
  files: "包含的文件",
  "file.config": "{file}：配置。其中的注释说明了找到的内容。",
  "file.form": "{file}：表单，让在这个分类里发起讨论的人先写明需要知道的信息。",
  missing: "没有找到的内容",
  "missing.questions":
    "**没有提问用的分类**：Frontdesk 只在格式为 “Question / Answer” 的分类里回答问题。[新建一个]({url})，或者在 `related-answers.categories` 里写上别的分类。",
  "missing.ideas": "**没有提想法用的分类**：在 `feature-requests.categories` 里写上一个，并把那里的 `mode` 设为 `on`。",
  "missing.docs":
    "**没有存放文档的文件夹**：在 `docs.include` 里写上文件；在那之前，只有根目录下的 Markdown 文件和已有回答的讨论可用。",
  replay: "它当时会怎么说",
  "replay.too-long": "回放过去的讨论用时太长，所以没有结果可说。`frontdesk backtest` 可以不限时间地运行它。",
  "replay.no-discussions": "没有过去的问题可以用来试：还没有人发起过讨论。",
  "replay.no-questions": "没有过去的问题可以用来试：最新的 {threads} 个讨论里，没有一个是所关注的分类里的问题。",
  "replay.how":
    "{discussions}中的 {count, plural, other {{questions}}}被重新问了一遍，只用 {docs}和每个问题提出时已有的答案，阈值为 {threshold}。",
  "replay.questions": "{count, plural, other {# 个问题}}",
  "replay.questions-in": "{questions}（分类：{categories}）",
  "replay.newest-discussions": "最新的 {threads} 个讨论（共 {total} 个）",
  "replay.all-discussions": "全部 {total} 个讨论",
  "replay.some-docs": "{read} 页文档（共 {total} 页）",
  "replay.all-docs": "{read} 页文档",
  "replay.newest": "{count, plural, other {最新的 # 个：}}",
  "replay.discussion": "讨论",
  "replay.no-title": "（无标题）",
  "replay.nothing": "不说话",
  "figures.few": "只回放了 {count, plural, other {# 个问题}}：太少，看不出效果好不好。",
  "figures.summary": "数据，以及相信它们之前应该知道的事",
  "figures.figure": "指标",
  "figures.value": "数值",
  "figures.basis": "统计范围",
  "figures.more": "`frontdesk backtest` 会给出更多：每个指标的含义，以及每个问题和真正回答了它的内容。",
  footer:
    "<sub>我是机器人。我发起这个 pull request，是因为应用安装到了这里，而这里没有 `.github/frontdesk.yml`。</sub>",
};
