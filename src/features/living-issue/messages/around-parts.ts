import type { Lists } from "../lists.ts";
import { shortTimesIn } from "../../../text/say-time.ts";

/** What stands above the lists: what this is, and as of when. */
export function introOf(lists: Lists, { now, timeZone }: { readonly now: Date; readonly timeZone: string }): string {
  const { onUs, hiddenOverdue = 0 } = lists;
  const over = onUs.items.filter(({ due }) => due?.isOver).length + hiddenOverdue;
  const overdue = over === 0 ? "" : `, ${over} of them overdue`;
  const waiting =
    onUs.total === 0
      ? "**Nobody waits on us.**"
      : `**${onUs.total} ${onUs.total === 1 ? "thread waits" : "threads wait"} on us${overdue}.**`;
  return `${waiting} As of ${shortTimesIn(timeZone)(now)}.`;
}

/** What stands below them. */
export function outroOf(editEvery: string): string {
  return `<sub>I am a bot. I edit this issue when something changes, at most every ${editEvery}, and mention nobody. What you write above or below my lists stays. Close it, and I leave it closed until you open it again; \`living-issue.mode: off\` in the config ends it.</sub>`;
}

/** Stands in the place of the lists where they are not kept any more. */
export const notKept =
  "This list is not kept any more: `living-issue.mode` is `off` in the config. With `on`, I open this issue again.";

/** The same where another issue lists it. That is not named: not everybody here may know of its repository. */
export const keptElsewhere =
  "This list is kept in another repository's issue, which `living-issue.in` in the config names. Without it, I open this issue again.";
