import { UserError } from "../../../core/errors.ts";
import type { CommandLine } from "../../../text/find-commands.ts";

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
type Key = (typeof keys)[number];

const valid = `It knows ${keys.map((it) => `\`${it}: …\``).join(", ")} and \`force\`; put quotes around what has spaces.`;

/** Longest value that makes sense, in UTF-16 units. */
const longest = 400;

/**
 * Reads `question: "…" section: "…" file: … answer: <url> update: <anchor> force`, with or without a space behind a
 * colon. Throws a `UserError` that names what is valid.
 */
export function readPromoteOptions({ words, options }: Pick<CommandLine, "words" | "options">): PromoteOptions {
  const found = new Map<Key, string>();
  let force = false;
  let open: Key | undefined;
  const put = (key: Key, value: string) => {
    if (found.has(key)) throw new UserError(`\`${key}:\` stands there twice. Say it once.`);
    if (value.trim() === "" || value.length > longest) throw new UserError(`\`${key}:\` needs a value. ${valid}`);
    found.set(key, value.trim());
  };
  for (const word of words) {
    if (open !== undefined) {
      put(open, word);
      open = undefined;
    } else if (word.toLowerCase() === "force") force = true;
    else if (word.endsWith(":")) open = toKey(word.slice(0, -1));
    else throw new UserError(`I do not know what to do with \`${shown(word)}\`. ${valid}`);
  }
  if (open !== undefined) throw new UserError(`\`${open}:\` needs a value. ${valid}`);
  for (const [key, value] of options) put(toKey(key), value);
  return { ...Object.fromEntries(found), ...(force && { force }) };
}

function toKey(name: string): Key {
  const key = keys.find((it) => it === name.toLowerCase());
  if (key === undefined) throw new UserError(`There is no option \`${shown(name)}:\`. ${valid}`);
  return key;
}

/** As code in a sentence, whatever somebody typed. */
function shown(word: string): string {
  return word.replaceAll("`", "'").slice(0, 60).toWellFormed();
}
