import type { Command } from "../command.ts";
import { accept } from "./accept.ts";
import { decline } from "./decline.ts";
import { duplicate } from "./duplicate.ts";
import { meeting } from "./meeting.ts";
import { outcome } from "./outcome.ts";
import { reopen } from "./reopen.ts";

/** What becomes of feature requests, in the order `/help` shows them. */
export const requestCommands: readonly Command[] = [accept, decline, meeting, outcome, reopen, duplicate];
