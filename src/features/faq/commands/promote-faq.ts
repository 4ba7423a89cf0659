import { UserError } from "../../../core/errors.ts";
import { isRefusal, type FoundEntry } from "../../../core/faq-editor.ts";
import { sameWords } from "../../../faq-file/question-title.ts";
import { answerTo, command, type CommandContextIn } from "../../command.ts";
import type { FaqPlan } from "../actions/faq-actions.ts";
import { alreadyThere, entryStays, sameQuestion } from "../messages/promote-faq.ts";
import { fileLeftAsItIs } from "../messages/pull-request.ts";
import { followUp, followUpHeldBack } from "../promotion/branch-contents.ts";
import { entryUrl } from "../promotion/entry-files.ts";
import { putRequest, type EntryRequest } from "../promotion/entry-request.ts";
import { gatherPromote, type PromoteFacts } from "../promotion/gather-promote.ts";
import { readPromoteOptions, type PromoteOptions } from "../promotion/promote-options.ts";
import { proposeChange } from "../promotion/propose-change.ts";
import type { ReadsWithFaq } from "../reads.ts";
import { say } from "../messages/words.ts";

export const promoteFaq = command({
  name: "promote-faq",
  usage:
    '/promote-faq [question: "…"] [section: "…"] [file: path] [answer: address of a comment] [update: anchor] [force]',
  summary: say("command.promote-faq"),
  examples: [
    "/promote-faq",
    '/promote-faq question: "How do I change the log level?" section: "Logging"',
    "/promote-faq update: how-do-i-see-more",
  ],
  who: ["helper"],
  where: ["discussion"],

  async gather(context, reads: ReadsWithFaq) {
    const { repository, thread, line, config, now } = context;
    const facts = await gatherPromote(repository, thread, readPromoteOptions(line), {
      reads,
      config: config.faq,
      now,
      language: config,
    });
    const { options, files, branchContents, same } = facts;
    mustLeaveEntry(options, facts);
    if (same.length > 0) throw new UserError(sameQuestion(options.question ?? thread.title, files.path, same));
    const done = await proposeChange(repository, files, requestOf(context, facts), branchContents);
    return { files, branchContents, done, inBase: await entryInBase(files, thread.number) };
  },

  decide(context, { files, branchContents, done, inBase }): FaqPlan {
    const { repository, thread } = context;
    if (isRefusal(done)) throw new UserError(fileLeftAsItIs(files.path, done.refused));
    const { question } = done.promotion;
    const left = followUpHeldBack(repository, branchContents, files);
    const followUps = left.length > 0 ? left : [followUp(repository, done.promotion, files)];
    if (done.is === "proposed")
      return { actions: [...done.actions, ...followUps], because: "the answer is worth an entry" };
    const url = entryUrl(repository, thread.url, files.path, inBase?.slug ?? "");
    const said = answerTo(context, "promote-faq", alreadyThere(question, url)(context.locale));
    return { actions: [...done.actions, said, ...followUps], because: "the FAQ says this already" };
  },
});

/**
 * The request that the command makes. A section or entry chosen by an earlier use is kept, so that a branch made anew
 * has it.
 */
function requestOf({ thread, actor, comment, now }: CommandContextIn<"discussion">, facts: PromoteFacts): EntryRequest {
  const { options, promotable, files, account, earlier } = facts;
  const named = options.answer === undefined ? {} : { comment: promotable.answer.id };
  const kept = earlier?.state === "proposed" ? pick(earlier) : {};
  const subject = { file: files.path, branch: files.branch, by: actor.login, command: comment.id, ...named };
  return putRequest(
    thread,
    promotable,
    { ...subject, ...kept, ...pick(options) },
    { now, account, chosen: options.question },
  );
}

async function entryInBase(
  { path, base, editor }: PromoteFacts["files"],
  thread: number,
): Promise<FoundEntry | undefined> {
  return base === undefined ? undefined : editor.work({ do: "find", path, text: base, which: { thread } });
}

type Chosen = Pick<PromoteOptions, "section" | "update">;

function pick({ section, update }: Chosen): Chosen {
  return { ...(section !== undefined && { section }), ...(update !== undefined && { update }) };
}

/** Throws where options ask for another question or place of an entry that is there: they would be ignored silently. */
function mustLeaveEntry({ question, section, update }: PromoteOptions, { files, own }: PromoteFacts): void {
  if (own === undefined) return;
  const isAsked = question !== undefined && !sameWords(question, own.question);
  const isElsewhere = update !== undefined && update.replace(/^#/u, "").toLowerCase() !== own.anchor.toLowerCase();
  if (isAsked || isElsewhere || section !== undefined) throw new UserError(entryStays(own.question, files.path));
}
