/** A stretch of one line of Markdown. */
export interface Stretch {
  readonly text: string;
  readonly isCode: boolean;
}

/**
 * Takes a line apart into inline code, without its backticks, and what is none: code ends at the next run of as many
 * backticks as it began with (https://spec.commonmark.org/0.31.2/#code-spans). Code of a line that was cut, with `…` at
 * its end, goes on to there.
 */
export function splitCode(line: string): readonly Stretch[] {
  const runs = [...line.matchAll(/`+/gu)].map(({ index, 0: run }) => ({ index, length: run.length }));
  const parts: Stretch[] = [];
  let at = 0;
  for (const [i, { index, length }] of runs.entries()) {
    const end =
      index < at ? undefined : (runs.slice(i + 1).find((it) => it.length === length)?.index ?? endOfCut(line));
    if (end === undefined) continue;
    const code = line.slice(index + length, end);
    // Nothing is no code; and what might be taken for a comment of ours is shown as the text that it is.
    if (code.trim() === "" || /<!--|-->/u.test(code)) continue;
    parts.push({ text: line.slice(at, index), isCode: false }, { text: code, isCode: true });
    at = Math.min(line.length, line.startsWith("`", end) ? end + length : end);
  }
  return [...parts, { text: line.slice(at), isCode: false }].filter(({ text }) => text !== "");
}

function endOfCut(line: string): number | undefined {
  return line.endsWith("…") ? line.length - 1 : undefined;
}

/** Inline code that shows just this, whatever backticks are in it. */
export function toCodeSpan(code: string): string {
  const plain = code.trim();
  const longest = Math.max(0, ...(plain.match(/`+/gu) ?? []).map((it) => it.length));
  const fence = "`".repeat(longest + 1);
  const pad = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
  return `${fence}${pad}${plain}${pad}${fence}`;
}
