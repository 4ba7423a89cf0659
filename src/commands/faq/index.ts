import type { Command } from "../command.ts";
import { promoteFaq } from "./promote-faq.ts";
import { retire } from "./retire.ts";
import { verify } from "./verify.ts";

/** What goes into the FAQ and stays in it, in the order `/help` shows them. */
export const faqCommands: readonly Command[] = [promoteFaq, verify, retire];
