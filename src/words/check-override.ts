import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";

/** Longer than any message of ours, in UTF-16 units. */
export const maxOverride = 2_000;

/** What is wrong with a maintainer's own words for a message, in English: they stand in a config. */
export function problemsOfOverride(text: string, ours: string): readonly string[] {
  if (text.trim() === "") return ["must not be empty"];
  if (text.length > maxOverride) return [`must have at most ${maxOverride} characters`];
  const read = placeholdersOf(text);
  if ("wrong" in read) return [read.wrong];
  const needed = mustRead(ours);
  const missing = [...needed].filter((it) => !read.names.has(it));
  const unknown = [...read.names].filter((it) => !needed.has(it));
  return [
    ...(unknown.length > 0 ? [`there is no placeholder ${inBraces(unknown)} here; there ${known(needed)}`] : []),
    ...(missing.length > 0 ? [`must contain ${inBraces(missing)}`] : []),
    ...callsIn(text).map((it) => `must not contain \`${it}\`: it would notify or link each time this is said`),
  ];
}

/** The names of a text's placeholders, those within plurals and choices too; or why it cannot be read. */
export function placeholdersOf(text: string): { readonly names: ReadonlySet<string> } | { readonly wrong: string } {
  try {
    return { names: new Set(namesOf(parse(text, { ignoreTag: true }))) };
  } catch (error) {
    return { wrong: `cannot be read as a message: ${wordsOf(error)}` };
  }
}

function mustRead(text: string): ReadonlySet<string> {
  const read = placeholdersOf(text);
  return "names" in read ? read.names : new Set();
}

function namesOf(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((it): readonly string[] => {
    switch (it.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural:
      case TYPE.select:
        return [it.value, ...Object.values(it.options).flatMap(({ value }) => namesOf(value))];
      default:
        return [it.value];
    }
  });
}

/** The parser names its errors in code: `EXPECT_ARGUMENT_CLOSING_BRACE`. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.toLowerCase().replaceAll("_", " ");
}

function inBraces(names: readonly string[]): string {
  return names.map((it) => `\`{${it}}\``).join(", ");
}

function known(names: ReadonlySet<string>): string {
  if (names.size === 0) return "are none";
  return `${names.size === 1 ? "is" : "are"} ${inBraces([...names])}`;
}

/**
 * What GitHub would make a mention, a reference or a closing keyword of. A message is said again and again, in threads
 * of people who have nothing to do with it.
 */
export function callsIn(text: string): readonly string[] {
  const plain = text.replaceAll(/`[^`\n]{0,500}`/gu, " ");
  return [
    ...plain.matchAll(/(?<![\w@/])@[A-Za-z\d][A-Za-z\d-]{0,38}(?:\/[\w-]{1,100})?/gu),
    ...plain.matchAll(/(?<![\w&/.-])(?:[\w.-]{1,100}\/[\w.-]{1,100})?#\d{1,10}\b/gu),
    ...plain.matchAll(/(?<![\w-])GH-\d{1,10}\b/gu),
  ].map(([found]) => found);
}
