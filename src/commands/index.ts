import type { Command } from "./command.ts";
import { help } from "./help.ts";
import { notHelpful } from "./not-helpful.ts";
import { promoteFaq } from "./promote-faq.ts";
import { requestCommands } from "./requests/index.ts";
import { retire } from "./retire.ts";
import { triageCommands } from "./triage/index.ts";
import { verify } from "./verify.ts";

/** Every slash command, in the order `/help` shows them. */
export const commands: readonly Command[] = [
  help,
  notHelpful,
  promoteFaq,
  verify,
  retire,
  ...requestCommands,
  ...triageCommands,
];
