import { UserError } from "../../../core/errors.ts";
import type { CommandLine } from "../../../text/find-commands.ts";
import { noSuchOption, readOptions } from "../../../text/read-options.ts";
import { wrongOption } from "../messages/promote-faq.ts";

/** What somebody said beside `/promote-faq`. */
export interface PromoteOptions {
  readonly question?: string;
  readonly section?: string;
  readonly file?: string;
  /** Address of the comment that is the answer. */
  readonly answer?: string;
  /** Anchor of the entry that is to have the answer. */
  readonly update?: string;
  /** Add an entry although another seems to answer the same. */
  readonly force?: boolean;
}

const keys = ["question", "section", "file", "answer", "update"] as const;
/** Longest value that makes sense, in UTF-16 units. */
const maxValue = 400;

/**
 * Reads `question: "…" section: "…" file: … answer: <url> update: <anchor> force`. Throws a `UserError` that names what
 * is valid.
 */
export function readPromoteOptions(line: CommandLine): PromoteOptions {
  const options = readOptions(line, { once: keys });
  const odd = options.words.find((it) => it.toLowerCase() !== "force");
  if (odd?.endsWith(":")) throw new UserError(noSuchOption("promote-faq", odd.slice(0, -1), keys));
  if (odd !== undefined) throw new UserError(wrongOption.unknown(odd, keys));
  const found = keys.flatMap((key) => {
    const value = options.one(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const long = found.find(([, value]) => value.length > maxValue);
  if (long) throw new UserError(wrongOption.tooLong(long[0], maxValue));
  return { ...Object.fromEntries(found), ...(options.words.length > 0 && { force: true }) };
}
