import type { en } from "./en.ts";

export const zhCn: Readonly<Record<keyof typeof en, string>> = {
  "not-for-you": "`/{command}` 只供{who}使用。",
  "under-quote":
    "`/{command}` 紧跟在一段引用下面，因此成了引用的一部分，我没有执行任何操作。请在新的评论里写这条命令，并与引用之间空一行。",
  "too-many":
    "对没有 triage 权限的人，我每小时最多接受 {max} 条命令，现在已经超过了。请稍后再写，或者请有 triage 权限的人代劳。",
  "refused.permission":
    "GitHub 不允许我这样做：应用缺少一项权限。安装应用的人可以在应用设置里批准这项权限，然后再试一次。",
  "refused.issues-disabled": "本仓库关闭了 issue 功能。管理员可以在仓库设置里打开，然后再试一次。",
  "refused.archived": "本仓库已经归档，里面的内容都不能再改动。",
  "refused.locked": "这里的对话已被锁定，我无法继续。有 write 权限的人可以解锁。",
  "refused.blocked":
    "GitHub 不允许我在这里发言：应用被屏蔽了，或者所有者暂时限制了谁可以参与。管理员可以在设置里更改，然后再试一次。",
  "refused.protected": "本仓库的一条规则不允许我改动那个分支。管理员可以在仓库规则里让应用通过，然后再试一次。",
  "refused.organization-policy":
    "这个组织不允许应用从它运行的地方访问（IP 允许列表、单点登录或对应用的限制）。组织的所有者可以放行，然后再试一次。",
  "refused.forbidden": "GitHub 不允许我这样做。它给出的原因在下面，仓库管理员可以看看；如果可以更改，改好后再试一次。",
  "refused.invalid": "GitHub 不接受这个请求。",
  "partly-done":
    "GitHub 没有设置：{what}。其余的都已完成。安装应用的人可以在应用设置里查看它是否有写入 issue 的权限；另外，一个 issue 最多有十位负责人和一百个标签。",
  "gone-meanwhile":
    "这条命令需要的某些内容在此期间被删除或移走了，所以我停了下来。请看看还剩下什么，然后重新写这条命令。",
};
