import { CommandError } from "../command-error.ts";

/** Something that whoever typed the command can mend. The message is one line: what is wrong, and what to do. */
export class ReportRefusal extends CommandError {
  override name = "ReportRefusal";
}
