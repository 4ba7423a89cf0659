import type { List } from "mdast";
import type { Asking } from "./asking.ts";
import type { Draft } from "./draft.ts";
import { isAnswered } from "./item-drafts.ts";

/**
 * Code at the first column ends a list for Markdown, but not for who wrote it: `1. How?`, a fence, `2. Why?`. What stands
 * between two such lists is the answer to the last question of the first, and behind the last of them, what is no
 * heading, line across or question belongs to its last question.
 */
export function joinLists(all: readonly Asking[], text: string): readonly Asking[] {
  const joined = [...all];
  let open: { readonly at: number; readonly list: List; readonly count: number } | undefined;
  let isBroken = false;
  for (let i = 0; i <= all.length; i++) {
    const it = all[i];
    if (it !== undefined && open !== undefined && !ends(it) && !asksOf(it)) continue;
    const list = it?.block.node.type === "list" && asksOf(it) ? it.block.node : undefined;
    const goesOn = open !== undefined && list !== undefined && isNext(open.list, open.count, list);
    if (
      open !== undefined &&
      (goesOn || isBroken || isOnlyAsked(all[open.at], all[open.at + 1], text)) &&
      i - 1 > open.at &&
      endsAt(joined[open.at])
    ) {
      joined[open.at] = withLonger(joined[open.at], all[i - 1]?.block.end ?? 0);
    }
    isBroken = goesOn && (isBroken || i - 1 > (open?.at ?? i));
    const count = (list?.children.length ?? 0) + (goesOn ? (open?.count ?? 0) : 0);
    open = list === undefined ? undefined : { at: i, list: goesOn ? (open?.list ?? list) : list, count };
  }
  return joined;
}

function ends({ block: { node, heading } }: Asking): boolean {
  return heading !== undefined || node.type === "thematicBreak";
}

function asksOf({ asked, items }: Asking): boolean {
  return asked !== undefined || items.length > 0;
}

/** Whether the last item of a numbered list says nothing, and code follows, which can be nothing but its answer. */
function isOnlyAsked(list: Asking | undefined, next: Asking | undefined, text: string): boolean {
  const last = list?.items.at(-1);
  const isNumbered = list?.block.node.type === "list" && list.block.node.ordered === true;
  return isNumbered && next?.block.node.type === "code" && last !== undefined && !isAnswered(last, text);
}

/** A bullet before a bold question says nothing, and its answer stands behind the list. */
function isBoldAlone({ children: [item, other] }: List): boolean {
  const first = item?.children[0];
  return (
    other === undefined &&
    item?.children.length === 1 &&
    first?.type === "paragraph" &&
    first.children[0]?.type === "strong"
  );
}

/** Whether a list goes on with the numbers of one that began before. */
function isNext(first: List, count: number, next: List): boolean {
  if (first.ordered !== next.ordered) return false;
  if (first.ordered !== true) return isBoldAlone(first) && isBoldAlone(next);
  const start = first.start ?? 1;
  return next.start === start + count || next.start === start;
}

/** Whether the last item of a list is one of its questions. */
function endsAt(it: Asking | undefined): boolean {
  return it?.items.at(-1)?.end === it?.block.end;
}

function withLonger(it: Asking | undefined, end: number): Asking {
  if (it === undefined) throw new Error("no list is open");
  const items = it.items.map((draft, i): Draft =>
    i < it.items.length - 1 ? draft : { ...draft, end, answerEnd: end },
  );
  return { ...it, items };
}
