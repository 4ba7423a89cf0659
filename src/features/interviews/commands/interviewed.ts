import { UserError } from "../../../core/errors.ts";
import { withoutSecrets } from "../../../faq-file/without-secrets.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { command, type CommandContextIn } from "../../command.ts";
import type { InterviewPlan } from "../actions/interview-actions.ts";
import type { NamedInterviewee } from "../interview.ts";
import { notInterviewed } from "../messages/refusals.ts";
import type { ReadsWithInterviews } from "../reads.ts";
import type { InterviewNotes } from "../store/interview-records.ts";
import { say } from "../messages/words.ts";

/** How much is kept of notes on one talk, in UTF-16 units. */
const maxNotes = 4000;

/** Who was named, newest quarter first, and what was noted. */
export interface InterviewedFacts {
  readonly named: readonly NamedInterviewee[];
  readonly notes: readonly InterviewNotes[];
}

export const interviewed = command({
  name: "interviewed",
  usage: "/interviewed [@login] [notes]",
  summary: say("command.interviewed"),
  examples: ["/interviewed", "/interviewed they had searched the wiki for an hour", "/interviewed @ann wants webhooks"],
  who: ["helper"],
  where: ["discussion"],
  appliesTo: async (_location, { interviews }) => interviews.mode === "on",

  async gather({ repository }, { interviews }: ReadsWithInterviews): Promise<InterviewedFacts> {
    const [named, notes] = await Promise.all([interviews.interviews(repository), interviews.notes(repository)]);
    return { named, notes };
  },

  decide: decideInterviewed,
});

/** Ticks off the latest naming of a person. Later notes are added to those before. */
export function decideInterviewed(
  {
    repository,
    thread,
    line,
    actor,
    now,
  }: Pick<CommandContextIn<"discussion">, "repository" | "thread" | "line" | "actor" | "now">,
  { named, notes }: InterviewedFacts,
): InterviewPlan {
  const said = /^[@＠]([\w-]{1,60})(?:\s+|$)/u.exec(line.rest);
  const login = said?.[1] ?? thread.author?.login;
  if (login === undefined) throw new UserError(notInterviewed.nobody);
  const it = named.find((other) => isSameName(other.login, login));
  if (!it) {
    const left = named.filter(({ done }) => !done).map((other) => other.login);
    throw new UserError(notInterviewed.notNamed(login, left));
  }
  const written = line.rest.slice(said?.[0].length ?? 0).trim();
  if (it.done && written === "") throw new UserError(notInterviewed.already(it.login, it.done.at.slice(0, 10)));
  const before = notes.find((other) => other.quarter === it.quarter && isSameName(other.login, it.login))?.notes;
  const all = [before, withoutSecrets(written.slice(0, maxNotes))].filter((text) => text).join("\n");
  return {
    actions: [
      {
        do: "end-interview",
        repository,
        quarter: it.quarter,
        login: it.login,
        done: it.done ?? { by: actor.login, at: now.toISOString() },
        ...(written !== "" && { notes: all.slice(0, maxNotes).toWellFormed() }),
      },
    ],
    because: "somebody has talked with a person who was named",
  };
}
