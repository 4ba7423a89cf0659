import type { ThreadStatus } from "../../src/core/thread-status.ts";
import type { Act } from "./act.ts";
import { otherBot, team } from "./act.ts";

/**
 * Where each question stands after a script, told from what people did and from nothing that the app knows or reckons. By
 * the thread's name; what was deleted, what the team or a bot opened, and ideas, which wait for decisions, are left out.
 */
export function expectedStatuses(script: readonly Act[]): ReadonlyMap<string, ThreadStatus> {
  const threads = Map.groupBy(script, ({ thread }) => thread);
  return new Map([...threads].filter(([, acts]) => isQuestion(acts)).map(([name, acts]) => [name, statusOf(acts)]));
}

/** What askers of a script say that asks for nothing: while an answer is marked, nobody has to reply to it. */
const asksNothing: ReadonlySet<string> = new Set(["I see another message now.", "Here is the log."]);

function isQuestion(acts: readonly Act[]): boolean {
  const opened = acts.find((act) => act.do === "open");
  const isThere = !acts.some((act) => act.do === "delete-thread");
  return opened !== undefined && isThere && opened.category !== "ideas" && !isTeam(opened.by) && opened.by !== otherBot;
}

function statusOf(acts: readonly Act[]): ThreadStatus {
  const asker = acts[0]?.by;
  const deleted = new Set(acts.flatMap((act) => (act.do === "delete-comment" ? [act.comment] : [])));
  const edited = new Set(acts.flatMap((act) => (act.do === "edit-comment" ? [act.comment] : [])));
  const authors = new Map(acts.flatMap((act) => (act.do === "comment" ? [[act.comment, act.by] as const] : [])));
  let turn: "team" | "asker" | "nobody" = "team";
  let answer: string | undefined;
  let isClosed = false;
  for (const act of acts) {
    switch (act.do) {
      case "comment":
        if (deleted.has(act.comment)) break;
        if (act.body.startsWith("/needs-info")) turn = "asker";
        else if (act.body.startsWith("/")) break;
        else if (isTeam(act.by)) turn = answer === undefined ? "asker" : "nobody";
        else if (answer !== undefined && asksNothing.has(act.body) && !edited.has(act.comment)) break;
        else if (act.by === asker && !/^thank/i.test(act.body)) turn = "team";
        break;
      case "mark":
        if (authors.get(act.comment) !== otherBot) [answer, turn] = [act.comment, "nobody"];
        break;
      case "unmark":
      case "delete-comment":
        if (act.comment === answer) [answer, turn] = [undefined, "team"];
        break;
      case "close":
        isClosed = true;
        break;
      case "reopen":
        isClosed = false;
        if (answer === undefined) turn = "team";
        break;
      default:
    }
  }
  if (answer !== undefined && (isClosed || turn === "nobody")) return "answered";
  if (isClosed) return "closed";
  return turn === "team" ? "waiting-on-team" : "waiting-on-asker";
}

function isTeam(login: string): boolean {
  return login in team;
}
