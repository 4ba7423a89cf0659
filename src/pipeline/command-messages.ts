import { NotSetError, type GoneError, type RefusedError } from "../core/errors.ts";
import type { Text } from "../core/language.ts";
import { whoMayUse, type CommandInfo } from "../features/command.ts";
import { inlineText } from "../text/neutralise.ts";
import { enumerated, md } from "../words/compose-text.ts";
import { say } from "./messages/words.ts";

/*
 * What people read when a command is not carried out, whichever command it is: by rule, or because GitHub refused.
 */

/** A refusal says who may: kubernetes/test-infra#10669. */
export function notForYou({ name, who }: Pick<CommandInfo, "name" | "who">): Text {
  return say("not-for-you", { command: name, who: whoMayUse(who) });
}

/** Said of a command that Markdown takes for quoted text, where its author did not mean it so. */
export function underQuote(name: string): Text {
  return say("under-quote", { command: name });
}

/** Said once to whoever uses more commands than a person without a role may. */
export function tooManyCommands(max: number): Text {
  return say("too-many", { max });
}

/** What a person reads when GitHub refuses what their command asked for: what happened, what to do, who may. */
export function refusedByGitHub(error: RefusedError): Text {
  if (error instanceof NotSetError) {
    return say("partly-done", { what: enumerated(error.what.map((it) => inlineText(it, 100))) });
  }
  return md`${say(`refused.${error.reason}`)}\n\n${saidByGitHub(error)}`;
}

/** What a person reads when something that their command needs was there when it was read, and is not any more. */
export function goneMeanwhile(error: GoneError): Text {
  return md`${say("gone-meanwhile")}\n\n${saidByGitHub(error)}`;
}

function saidByGitHub({ message }: Error): string {
  return `<sub>${inlineText(message, 400)}</sub>`;
}
