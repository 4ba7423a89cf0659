import { RRule } from "rrule";

/** A content line of iCalendar, unfolded: https://www.rfc-editor.org/rfc/rfc5545#section-3.1 */
export interface ContentLine {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  readonly value: string;
}

/** A component with its lines and what lies in it. */
export interface Component {
  readonly name: string;
  readonly lines: ContentLine[];
  readonly inner: Component[];
}

/** The file's lines as they are sent, without their ends. Fails where a line ends in anything but CRLF. */
export function rawLines(file: string): string[] {
  if (!file.endsWith("\r\n")) throw new Error("the last line does not end");
  const lines = file.slice(0, -2).split("\r\n");
  const broken = lines.find((it) => /[\r\n]/u.test(it));
  if (broken !== undefined) throw new Error(`a bare line end in ${JSON.stringify(broken)}`);
  return lines;
}

/** The file as components. Written for tests from the RFC alone. */
export function readComponents(file: string): Component {
  const root: Component = { name: "", lines: [], inner: [] };
  const open = [root];
  for (const line of rawLines(file.replaceAll(/\r\n[ \t]/gu, ""))) {
    const found = /^(?<name>[A-Z0-9-]+)(?<params>(?:;[A-Z0-9-]+=[^:;"]*)*):(?<value>.*)$/su.exec(line)?.groups;
    if (!found) throw new Error(`no content line: ${line}`);
    const { name = "", params = "", value = "" } = found;
    const at = open.at(-1)!;
    if (name === "BEGIN") {
      const component = { name: value, lines: [], inner: [] };
      at.inner.push(component);
      open.push(component);
    } else if (name === "END") {
      if (open.pop()?.name !== value) throw new Error(`END:${value} ends nothing`);
    } else {
      if (at.inner.length > 0) throw new Error(`${name} stands behind a component`);
      const pairs = params.slice(1).split(";").filter(Boolean);
      at.lines.push({ name, value, params: Object.fromEntries(pairs.map((it) => it.split("=") as [string, string])) });
    }
  }
  const [calendar] = root.inner;
  if (!calendar || root.inner.length > 1 || open.length > 1) throw new Error("not one calendar");
  return calendar;
}

export function linesOf(component: Component, name: string): ContentLine[] {
  return component.lines.filter((it) => it.name === name);
}

/** The value of a property that stands once; undefined where it is missing. */
export function valueOf(component: Component, name: string): string | undefined {
  const found = linesOf(component, name);
  if (found.length > 1) throw new Error(`${name} stands more than once`);
  return found[0]?.value;
}

/** TEXT as it was before it was escaped. */
export function unescaped(text: string | undefined): string | undefined {
  return text?.replaceAll(/\\([\\;,nN])/gu, (_, it: string) => (it.toLowerCase() === "n" ? "\n" : it));
}

/**
 * When a DTSTART or DTEND is, by the rules that the file itself has for the zone: what a program reckons that knows
 * no zones of its own.
 */
export function instantOf(calendar: Component, { params, value }: ContentLine): Date {
  const local = new Date(value.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?/u, "$1-$2-$3T$4:$5:$6Z"));
  const zone = params["TZID"];
  if (zone === undefined) {
    if (!value.endsWith("Z")) throw new Error(`a floating time: ${value}`);
    return local;
  }
  const defined = calendar.inner.filter((it) => it.name === "VTIMEZONE" && valueOf(it, "TZID") === zone);
  if (defined.length !== 1) throw new Error(`${zone} is defined ${defined.length} times`);
  const onsets = defined[0]!.inner.flatMap((it) => {
    const from = offset(valueOf(it, "TZOFFSETFROM"));
    // Onsets are told in local time before the change; the earlier of two readings of a repeated hour is meant.
    const at = lastOnset(it, local);
    return at === undefined ? [] : [{ at: at - from, to: offset(valueOf(it, "TZOFFSETTO")), from }];
  });
  const ordered = onsets.toSorted((a, b) => a.at - b.at);
  const last = ordered.at(-1);
  if (!last) throw new Error(`${zone} has no rule for ${value}`);
  const before = new Date(local.getTime() - last.from);
  return before.getTime() < last.at ? before : new Date(local.getTime() - last.to);
}

function lastOnset(rule: Component, local: Date): number | undefined {
  const start = new Date(
    valueOf(rule, "DTSTART")!.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/u, "$1-$2-$3T$4:$5:$6Z"),
  );
  const text = valueOf(rule, "RRULE");
  if (text === undefined) return start <= local ? start.getTime() : undefined;
  const year = new Date(Date.UTC(local.getUTCFullYear() - 1, 0, 1));
  const recurring = new RRule({ ...RRule.parseString(text), dtstart: start });
  return recurring.between(year, local, true).at(-1)?.getTime();
}

function offset(text: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/u.exec(text ?? "") ?? [];
  if (sign === undefined) throw new Error(`an offset that old programs do not read: ${text}`);
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
