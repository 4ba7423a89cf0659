import { CommandError } from "../command-error.ts";

/** What was asked wrongly, or stands wrongly in a file: one line each, for whoever asked. */
export class Refusal extends CommandError {}
