/** A property as RFC 5545 writes it: `DTSTART;VALUE=DATE:20261224`. */
export interface ContentLine {
  /** In capitals. */
  readonly name: string;
  /** By names in capitals, without quotes. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
  /** Where it begins, from 1. */
  readonly line: number;
  /** Where the value begins, from 1. */
  readonly column: number;
}

const property = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/iu;
const parameter = /;([A-Z0-9-]+)=("[^"]*"|[^;]*)/giu;

/**
 * The properties of a file. A line that begins with a space or tab goes on with the one before (RFC 5545, 3.1); lines
 * end as in any system. What is no property is the rest of a text that a program has not folded, and left out.
 */
export function readContentLines(text: string): ContentLine[] {
  const lines: ContentLine[] = [];
  for (const { content, line } of unfold(text)) {
    const [, name, parameters = "", value = ""] = property.exec(content) ?? [];
    if (name === undefined) continue;
    lines.push({
      name: name.toUpperCase(),
      parameters: new Map(
        [...parameters.matchAll(parameter)].map(([, key = "", it = ""]) => [key.toUpperCase(), bare(it)]),
      ),
      value: value.trim(),
      line,
      column: content.length - value.length + 1,
    });
  }
  return lines;
}

function unfold(text: string): { readonly content: string; readonly line: number }[] {
  const unfolded: { content: string; readonly line: number }[] = [];
  for (const [index, content] of text
    .replace(/^\uFEFF/u, "")
    .split(/\r\n|\n|\r/u)
    .entries()) {
    const last = unfolded.at(-1);
    if (/^[ \t]/u.test(content) && last !== undefined) last.content += content.slice(1);
    else unfolded.push({ content, line: index + 1 });
  }
  return unfolded;
}

function bare(value: string): string {
  return value.replace(/^"(.*)"$/u, "$1").trim();
}
