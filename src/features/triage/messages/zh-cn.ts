import type { en } from "./en.ts";

export const zhCn: Readonly<Record<keyof typeof en, string>> = {
  "command.label": "给请求的 issue 加标签；`/remove-label` 用来去掉。",
  "command.remove-label": "去掉请求的 issue 上的标签。",
  "command.assign": "把请求的 issue 指派给某些人或你自己；`/unassign` 用来取消指派。",
  "command.unassign": "取消某些人或你自己在请求的 issue 上的指派。",
  "command.milestone": "把请求的 issue 放进一个里程碑；`none` 表示移出。有 write 权限的人写上 `due:` 可以新建里程碑。",
  "command.priority": "给请求的 issue 设置优先级：加标签；有 write 权限的人还会同时在看板上设置。`none` 表示取消。",
  "command.status": "在看板上设置请求的 issue 的状态；`none` 表示清除。",
  "command.project":
    "把请求的 issue 放到看板上并设置字段；字段的值写 `none` 表示清除，单写 `none` 表示把 issue 移出看板。只有一个看板时可以省略它的名称。",
  "no-issue": "`/{command}` 用于 issue，而这个讨论还没有 issue。`/accept` 会建一个，并接受同样的选项。",
  "issue-gone": "issue {number} 已被删除或转换。在讨论里写 `/accept` 会建一个新的。",
  "no-label-named": '请写上标签：`/{command} "good first issue"`。',
  "no-room-for-labels": "一个 issue 最多有 {max} 个标签，而这个已经有 {present} 个。",
  "no-room-for-assignees": "一个 issue 最多有十位负责人，而这个已经有 {present} 位。",
  "not-assigned": "{login} 不是 issue {number} 的负责人。{others}",
  "nobody-assigned": "它没有负责人。",
  "no-milestone-named": "请写上里程碑：`{usage}`。{list}",
  "may-not-make-milestones": "没有这个里程碑，而新建里程碑需要 write 权限。{list}",
  "no-priority-named": "请写上优先级，或者 `none`：`/priority {example}`。",
  "no-status-named": "请写上状态，或者 `none`：`/status done`。",
  "nothing-to-set": "请写上要设置什么：`{usage}`。",
  "none-and-fields": "`none` 会把 issue 移出看板，连同上面设置的一切。要设置字段就去掉 `none`，否则就去掉字段。",
  "not-in-project": "issue {number} 不在看板“{project}”上。",
  "not-on-that-board": "issue {number} 不在那个看板上。",
};
