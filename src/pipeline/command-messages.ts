import { NotSetError, unreachable, type GoneError, type RefusedError } from "../core/errors.ts";
import { whoMayUse, type CommandInfo } from "../features/command.ts";
import { inlineText } from "../text/neutralise.ts";

/*
 * What people read when a command is not carried out, whichever command it is: by rule, or because GitHub refused.
 */

/** A refusal says who may: kubernetes/test-infra#10669. */
export function notForYou({ name, who }: Pick<CommandInfo, "name" | "who">): string {
  return `\`/${name}\` is for ${whoMayUse(who)}.`;
}

/** Said of a command that Markdown takes for quoted text, where its author did not mean it so. */
export function underQuote(name: string): string {
  return `\`/${name}\` stands right under a quote, which makes it part of the quote, so I did nothing. Write it in a new comment, with an empty line between the two.`;
}

/** Said once to whoever uses more commands than a person without a role may. */
export function tooManyCommands(max: number): string {
  return `I take ${max} commands an hour from one person without triage rights, and these were more. Write the command again later, or ask somebody with triage rights.`;
}

/** What a person reads when GitHub refuses what their command asked for: what happened, what to do, who may. */
export function refusedByGitHub(error: RefusedError): string {
  if (error instanceof NotSetError) return partlyDone(error.what);
  const { reason, message } = error;
  const said = `<sub>${inlineText(message, 400)}</sub>`;
  switch (reason) {
    case "permission":
      return `GitHub does not let me do this: the app lacks a right. Whoever owns the installation can accept it in the app's settings; then try again.\n\n${said}`;
    case "issues-disabled":
      return `Issues are switched off in this repository. An admin can switch them on in its settings; then try again.\n\n${said}`;
    case "archived":
      return `This repository is archived, so nothing in it can be changed.\n\n${said}`;
    case "locked":
      return `This conversation is locked, and I may not go on in it. Somebody with write rights can unlock it.\n\n${said}`;
    case "blocked":
      return `GitHub does not let me write here: the app is blocked, or an owner has limited for now who may take part. An admin can change that in the settings; then try again.\n\n${said}`;
    case "protected":
      return `A rule of this repository keeps me from changing that branch. An admin can let the app pass in the repository's rules; then try again.\n\n${said}`;
    case "organization-policy":
      return `This organization does not let the app in from where it runs (an IP allow list, single sign-on, or a limit on apps). An owner of the organization can allow it; then try again.\n\n${said}`;
    case "forbidden":
      return `GitHub does not let me do this. An admin of this repository can see below what it says; where that can be changed, try again afterwards.\n\n${said}`;
    case "invalid":
      return `GitHub does not accept what was asked.\n\n${said}`;
    default:
      return unreachable(reason);
  }
}

function partlyDone(notSet: readonly string[]): string {
  const what = notSet.map((it) => inlineText(it, 100)).join(", ");
  return `GitHub did not set: ${what}. The rest is done. Whoever owns the installation can see in the app's settings whether it may write issues; and an issue holds ten assignees and a hundred labels at most.`;
}

/** What a person reads when something that their command needs was there when it was read, and is not any more. */
export function goneMeanwhile({ message }: GoneError): string {
  return `Something this needs was deleted or moved meanwhile, so I stopped there. Look what is left, then write the command again.\n\n<sub>${inlineText(message, 400)}</sub>`;
}
