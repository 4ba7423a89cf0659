import type { Text } from "../../../core/language.ts";
import { shortTimeIn } from "../../../words/times.ts";
import type { Lists } from "../lists.ts";
import { say } from "./words.ts";

export const livingIssueTitle = say("title");

/** What stands above the lists: what this is, and as of when. */
export function introOf(lists: Lists, { now, timeZone }: { readonly now: Date; readonly timeZone: string }): Text {
  const { onUs, hiddenOverdue = 0 } = lists;
  const overdue = onUs.items.filter(({ due }) => due?.isOver).length + hiddenOverdue;
  const time = shortTimeIn(timeZone, now);
  if (onUs.total === 0) return say("nobody-waits", { time });
  const count = onUs.total;
  return overdue === 0 ? say("waiting", { count, time }) : say("waiting-overdue", { count, overdue, time });
}

/** What stands below them. */
export function outroOf(editEvery: string): Text {
  return say("footer", { every: editEvery });
}

/** Stands in the place of the lists where they are not kept any more. */
export const notKept = say("not-kept");

/** The same where another issue lists it. That is not named: not everybody here may know of its repository. */
export const keptElsewhere = say("kept-elsewhere");
