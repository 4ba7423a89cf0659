import { unreachable, UserError } from "../core/errors.ts";
import type { FieldValue, Project, ProjectField } from "../core/project.ts";
import type { FieldSetting } from "../core/project.ts";
import { boardIsKept, noSuch } from "./refusals.ts";
import { findLoosely } from "../text/find-loosely.ts";
import { inlineText } from "../text/neutralise.ts";
import { nearestFirst } from "../text/nearest-first.ts";
import { readDay } from "../text/read-day.ts";

/** Takes a field's value away. */
const none = "none";

/** The field and the value somebody means, by the field's type. Names of fields and options are matched leniently. */
export function findField(board: Project, name: string, value: string, now: Date): FieldSetting {
  const field = findLoosely(board.fields, name, (it) => it.name);
  if (!field) throw new UserError(noField(board, name));
  const { id } = field;
  if (value.toLowerCase() === none && !hasOption(field, none))
    return { id, name: field.name, shown: none, value: null };
  try {
    return { id, name: field.name, ...toValue(field, value, now) };
  } catch (error) {
    if (!(error instanceof UserError) || board.isShown) throw error;
    throw new UserError(`"${inlineText(name, 60)}" cannot be "${inlineText(value, 60)}" on that board. ${boardIsKept}`);
  }
}

function noField({ fields, title, isShown }: Project, name: string): string {
  if (!isShown) return `There is no field "${inlineText(name, 60)}" on that board. ${boardIsKept}`;
  const names = nearestFirst(fields, name, (it) => it.name).map((it) => it.name);
  return noSuch(`field in the project "${inlineText(title, 60)}" called`, name, names);
}

/** Whether the board has a field of this name. */
export function hasField(board: Project, name: string): boolean {
  return findLoosely(board.fields, name, (it) => it.name) !== undefined;
}

function toValue(
  field: ProjectField,
  value: string,
  now: Date,
): { readonly shown: string; readonly value: FieldValue } {
  switch (field.type) {
    case "text":
      return { shown: value, value: { type: "text", text: value } };
    case "number":
      return { shown: value, value: { type: "number", number: toNumber(field.name, value) } };
    case "date": {
      const read = readDay(value, now);
      if ("refused" in read) throw new UserError(`"${inlineText(field.name, 60)}" is a date, and ${read.refused}.`);
      return { shown: read.day, value: { type: "date", date: read.day } };
    }
    case "single-select":
      return toOption(field, value);
    case "iteration":
      return toIteration(field, value, now);
    default:
      return unreachable(field);
  }
}

type FieldOf<Type extends ProjectField["type"]> = Extract<ProjectField, { readonly type: Type }>;

function toOption({ name, options }: FieldOf<"single-select">, value: string) {
  const option = findLoosely(options, value, (it) => it.name);
  if (!option) {
    throw new UserError(
      noOption(
        name,
        value,
        options.map((it) => it.name),
      ),
    );
  }
  return { shown: option.name, value: { type: "single-select", option: option.id } } as const;
}

function toIteration({ name, iterations }: FieldOf<"iteration">, value: string, now: Date) {
  const found = iterationOf(iterations, value, now);
  if (!found) {
    throw new UserError(
      noOption(
        name,
        value,
        iterations.map(({ title }) => title),
      ),
    );
  }
  return { shown: found.title, value: { type: "iteration", iteration: found.id } } as const;
}

function toNumber(name: string, value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) {
    throw new UserError(`"${inlineText(name, 60)}" is a number, and "${inlineText(value, 40)}" is none.`);
  }
  return number;
}

type Iterations = FieldOf<"iteration">["iterations"];

const dayMs = 24 * 60 * 60 * 1000;

/** By its title, or `current` and `next` by the calendar. */
function iterationOf(iterations: Iterations, value: string, now: Date): Iterations[number] | undefined {
  const named = findLoosely(iterations, value, ({ title }) => title);
  if (named) return named;
  const coming = iterations.toSorted((a, b) => a.start.localeCompare(b.start));
  const at = coming.findIndex(({ start, days }) => now.getTime() < Date.parse(`${start}T00:00:00Z`) + days * dayMs);
  const isRunning = at !== -1 && Date.parse(`${coming[at]?.start}T00:00:00Z`) <= now.getTime();
  if (/^@?current$/iu.test(value)) return isRunning ? coming[at] : undefined;
  return /^@?next$/iu.test(value) && at !== -1 ? coming[isRunning ? at + 1 : at] : undefined;
}

function noOption(field: string, value: string, options: readonly string[]): string {
  return noSuch(`option of "${inlineText(field, 60)}" called`, value, nearestFirst(options, value, String));
}

function hasOption(field: ProjectField, name: string): boolean {
  return field.type === "single-select" && findLoosely(field.options, name, (it) => it.name) !== undefined;
}
