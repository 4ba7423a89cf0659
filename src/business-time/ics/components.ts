import type { ContentLine } from "./content-lines.ts";

/** A part of a file between `BEGIN` and `END`, with its own properties and parts. */
export interface Component {
  /** In capitals: `VEVENT`. */
  readonly name: string;
  readonly lines: readonly ContentLine[];
  readonly parts: readonly Component[];
  /** Where it begins. */
  readonly line: number;
  /** Whether its `END` is there. */
  readonly isWhole: boolean;
}

type Open = {
  -readonly [Key in keyof Component]: Key extends "lines"
    ? ContentLine[]
    : Key extends "parts"
      ? Component[]
      : Component[Key];
};

/** The components of a file, outermost first. One that does not end, ends with what it is in. */
export function readComponents(lines: readonly ContentLine[]): readonly Component[] {
  const root: Open = { name: "", lines: [], parts: [], line: 1, isWhole: true };
  const open: Open[] = [root];
  for (const it of lines) {
    const name = it.value.toUpperCase();
    const inner = open.at(-1) ?? root;
    if (it.name === "BEGIN") {
      // Nothing holds an event or a zone but a calendar: one that is open was not ended.
      if (name === inner.name && isOfCalendar(name)) open.pop();
      const part: Open = { name, lines: [], parts: [], line: it.line, isWhole: false };
      (open.at(-1) ?? root).parts.push(part);
      open.push(part);
    } else if (it.name === "END") {
      const index = open.findLastIndex((them) => them.name === name);
      const ended = index > 0 ? open[index] : undefined;
      if (ended === undefined) continue;
      ended.isWhole = true;
      open.length = index;
    } else inner.lines.push(it);
  }
  return root.parts;
}

function isOfCalendar(name: string): boolean {
  return name === "VEVENT" || name === "VTIMEZONE";
}

/** The property of a name, the first where a program has written several. */
export function findLine({ lines }: Component, name: string): ContentLine | undefined {
  return lines.find((it) => it.name === name);
}

export function findLines({ lines }: Component, name: string): readonly ContentLine[] {
  return lines.filter((it) => it.name === name);
}
