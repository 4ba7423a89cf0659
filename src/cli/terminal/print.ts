/**
 * All that the command line prints goes through here, since it holds what people wrote: names of files, titles, messages.
 * Lines and tabs stay; whatever could steer a terminal or turn text around does not.
 */
export function print(text: string): void {
  writeOut(`${text}\n`);
}

/** The same without a line end of its own. */
export function writeOut(text: string): void {
  process.stdout.write(harmless(text));
}

/** What is no result: problems and progress. */
export function writeErr(text: string): void {
  process.stderr.write(harmless(text));
}

/** A file's content: byte for byte where it goes into another file or program, harmless where a person looks at it. */
export function printFile(text: string): void {
  process.stdout.write(process.stdout.isTTY ? harmless(text) : text);
}

/** What a command prints for programs: one JSON value, and nothing else on standard output. */
export function printJson(value: unknown): void {
  print(toJson(value, 2));
}

/** JSON that is as harmless to look at, and the same to whoever reads it: what could do harm is escaped. */
export function toJson(value: unknown, indent?: number): string {
  const escaped = (character: string) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join("");
  return JSON.stringify(value, null, indent).replace(unwanted, escaped);
}

/** Control characters but for tab and line feed, and those that format, among them the bidirectional ones. */
const unwanted = /[^\P{Cc}\n\t]|\p{Cf}|[\u2028\u2029]/gu;

function harmless(text: string): string {
  return text.replace(unwanted, " ");
}
