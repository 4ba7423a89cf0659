import type { IssuePart } from "../../core/issue-tracking.ts";
import { isSameName } from "../../text/is-same-name.ts";

/** What REST is to set. */
interface Wanted {
  readonly labels?: readonly string[];
  readonly milestone?: number | null;
  readonly assignees?: readonly string[];
  readonly type?: string | null;
}

/** What an issue has, of REST's answer. */
interface Answered {
  readonly labels: readonly (string | { readonly name?: string })[];
  readonly milestone: { readonly number: number } | null;
  readonly assignees?: readonly { readonly login: string }[] | null;
  readonly type?: { readonly name: string } | null;
}

/** What was wanted and is not there: GitHub drops it without a word. Taking something away is never dropped alone. */
export function partsNotSet(wanted: Wanted, has: Answered): readonly IssuePart[] {
  const labels = has.labels.map((it) => (typeof it === "string" ? it : (it.name ?? "")));
  const assignees = (has.assignees ?? []).map(({ login }) => login);
  const notAmong = (names: readonly string[]) => (name: string) => !names.some((it) => isSameName(it, name));
  const { milestone, type } = wanted;
  const noMilestone = typeof milestone === "number" && has.milestone?.number !== milestone;
  const noType = typeof type === "string" && !isSameName(has.type?.name ?? "", type);
  return [
    ...(wanted.labels ?? []).filter(notAmong(labels)).map((value) => ({ part: "label", value }) as const),
    ...(noMilestone ? [{ part: "milestone", value: milestone } as const] : []),
    ...(wanted.assignees ?? []).filter(notAmong(assignees)).map((value) => ({ part: "assignee", value }) as const),
    ...(noType ? [{ part: "type", value: type } as const] : []),
  ];
}
