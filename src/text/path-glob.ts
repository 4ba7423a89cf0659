/** One character, or any number of them. */
type Token = "*" | ((unit: string) => boolean);

/** What stands between two slashes; `**` alone stands for any number of directories. */
type Segment = "**" | readonly Token[];

/**
 * A test for paths, with `*`, `?`, `[a-z]`, `{a,b}`, `{1..3}` and `**` as shells have them; names that begin with a dot
 * are as others. A library's would make a regular expression of the glob, which goes back and forth over the path for
 * minutes where there are several stars; this looks at each character of the path once for each of the glob, at most.
 */
export function pathGlob(glob: string, maxAlternatives: number): (path: string) => boolean {
  const alternatives = expand(glob, maxAlternatives).map((it) => it.split("/").map(toSegment));
  return (path) => {
    const parts = path.split("/");
    return alternatives.some((segments) =>
      isMatch(segments, parts, {
        isAny: (segment) => segment === "**",
        matches: (segment, part) => segment !== "**" && isMatch(segment, part, characters),
      }),
    );
  };
}

const characters = {
  isAny: (token: Token) => token === "*",
  matches: (token: Token, unit: string) => token !== "*" && token(unit),
};

interface Matching<Pattern, Part> {
  /** Whether it stands for any number of parts. */
  readonly isAny: (pattern: Pattern) => boolean;
  readonly matches: (pattern: Pattern, part: Part) => boolean;
}

/** What stands for any number takes as little as serves; only the last one is ever taken back, which is enough. */
function isMatch<Pattern, Part>(
  pattern: ArrayLike<Pattern>,
  parts: ArrayLike<Part>,
  { isAny, matches }: Matching<Pattern, Part>,
): boolean {
  let [at, next, any, from] = [0, 0, -1, 0];
  while (at < parts.length) {
    const wanted = pattern[next];
    if (wanted !== undefined && isAny(wanted)) {
      any = next++;
      from = at;
    } else if (wanted !== undefined && matches(wanted, parts[at] as Part)) {
      at++;
      next++;
    } else if (any !== -1) {
      next = any + 1;
      at = ++from;
    } else return false;
  }
  for (; next < pattern.length; next++) if (!isAny(pattern[next] as Pattern)) return false;
  return true;
}

function toSegment(text: string): Segment {
  if (text === "**") return "**";
  return [...text.matchAll(/\\(.)|\*+|\?|\[([!^]?)((?:[^[\]\\]|\\.){1,100})\]|[^]/gsu)].flatMap(
    ([whole, escaped, not, set]): Token[] => {
      if (whole.startsWith("*")) return ["*"];
      if (whole === "?") return [() => true];
      if (set !== undefined) return [charactersOf(set, not !== "")];
      return (escaped ?? whole).split("").map((unit) => (it: string) => it === unit);
    },
  );
}

function charactersOf(set: string, isNegated: boolean): (unit: string) => boolean {
  const ranges = [...set.matchAll(/\\?([^])(?:-\\?([^]))?/gu)].map(([, from = "", to = from]) => [from, to] as const);
  return (unit) => ranges.some(([from, to]) => from <= unit && unit <= to) !== isNegated;
}

/** All texts that the braces of a glob stand for, at most so many; braces that hold no choice are characters. */
function expand(glob: string, max: number): readonly string[] {
  let waiting: readonly string[] = [glob];
  const done: string[] = [];
  while (waiting.length > 0 && waiting.length + done.length <= max) {
    waiting = waiting.flatMap((text) => {
      const choice = firstChoice(text);
      if (choice === undefined) done.push(text);
      return choice ?? [];
    });
  }
  return [...done, ...waiting].slice(0, max);
}

/** The texts for the first braces that hold no others and offer a choice. */
function firstChoice(text: string): readonly string[] | undefined {
  for (const { 0: whole, 1: inner = "", index } of text.matchAll(/(?<!\\)\{([^{}]*)\}/gu)) {
    const [, from, to] = /^(\d{1,4})\.\.(\d{1,4})$/u.exec(inner) ?? [];
    const items = from === undefined ? inner.split(",") : numbers(Number(from), Number(to));
    if (items.length === 1 && from === undefined) continue;
    return items.map((it) => text.slice(0, index) + it + text.slice(index + whole.length));
  }
  return undefined;
}

function numbers(from: number, to: number): readonly string[] {
  const step = Math.sign(to - from);
  return Array.from({ length: Math.min(Math.abs(to - from), 100) + 1 }, (_, i) => String(from + i * step));
}
