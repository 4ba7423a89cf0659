import type { Locale } from "../../../core/language.ts";
import type { Part } from "./parts-of-issue.ts";
import { say } from "./words.ts";

/** GitHub's limit of a body in characters, of which UTF-16 units are never fewer: https://github.com/dead-claudia/github-limits */
export const maxBody = 65_536;

/** So much of each part is shown before the most urgent part gets the rest. */
const firstLines = 5;

/** What stands above and below the parts, and in which language they speak. */
interface Around {
  readonly intro: string;
  readonly outro: string;
  readonly locale: Locale;
}

/**
 * The parts as Markdown of at most `room` UTF-16 units: whole lines, of every part its first ones, then of the first part
 * as many as there is room for, and so on. Each part says how many it leaves out.
 */
export function fitParts(parts: readonly Part[], { intro, outro, locale }: Around, room: number): string {
  const kept = parts.map(() => 0);
  let left = room - intro.length - outro.length - 4 - parts.reduce((sum, it) => sum + frameOf(it, locale), 0);
  const take = (index: number, upTo: number): void => {
    const lines = parts[index]?.lines ?? [];
    for (let at = kept[index] ?? 0; at < Math.min(upTo, lines.length); at += 1) {
      const size = (lines[at] ?? "").length + 1;
      if (size > left) return;
      left -= size;
      kept[index] = at + 1;
    }
  };
  for (const index of parts.keys()) take(index, firstLines);
  for (const index of parts.keys()) take(index, Number.POSITIVE_INFINITY);
  return [intro, ...parts.map((it, index) => shown(it, kept[index] ?? 0, locale)), outro].join("\n\n");
}

/** What a part takes beside its lines, with the longest note on what is left out. */
function frameOf(part: Part, locale: Locale): number {
  return shown({ ...part, lines: [], total: Math.max(part.total, 1_000_000) }, 0, locale).length + 2;
}

function shown({ heading, lead, lines, total, hidden = 0 }: Part, kept: number, locale: Locale): string {
  const missing = total === 0 ? Math.max(0, lines.length - kept) : total - hidden - kept;
  const left = say(total === 0 ? "no-room-lines" : "no-room", { count: missing })(locale);
  return [
    `### ${heading}${total === 0 ? "" : ` (${total})`}`,
    "",
    ...(lead === undefined ? [] : [lead, ""]),
    ...lines.slice(0, kept),
    ...(hidden > 0 ? [`- ${say("private", { count: hidden })(locale)}`] : []),
    ...(missing > 0 ? ["", left] : []),
  ].join("\n");
}
