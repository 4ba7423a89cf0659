import type { Command } from "./command.ts";
import { faqCommands } from "./faq/index.ts";
import { help } from "./help.ts";
import { notHelpful } from "./not-helpful.ts";
import { requestCommands } from "./requests/index.ts";
import { triageCommands } from "./triage/index.ts";

/** Every slash command, in the order `/help` shows them. */
export const commands: readonly Command[] = [help, notHelpful, ...faqCommands, ...requestCommands, ...triageCommands];
