import { dayMs } from "../core/clock.ts";
import { unreachable, UserError } from "../core/errors.ts";
import type { FieldSetting, FieldValue, Project, ProjectField } from "../core/project.ts";
import { findLoosely } from "../text/find-loosely.ts";
import { nearestFirst } from "../text/nearest-first.ts";
import { readDay } from "../text/read-day.ts";
import { noSuchField, noSuchFieldOption, notADate, notANumber, wrongFieldValue } from "./refusals.ts";

/** Clears a field. */
const none = "none";

/**
 * The field with this name and its new value, by the field's type. Names of fields and options are matched leniently.
 * Throws a `UserError` for a field or value that the project does not have.
 */
export function findField(project: Project, name: string, value: string, now: Date): FieldSetting {
  const field = findLoosely(project.fields, name, (it) => it.name);
  if (!field) throw new UserError(noSuchField(name, fieldNames(project, name)));
  const { id } = field;
  if (value.toLowerCase() === none && !hasOption(field, none))
    return { id, name: field.name, shown: none, value: null };
  try {
    return { id, name: field.name, ...toValue(field, value, now) };
  } catch (error) {
    if (!(error instanceof UserError) || project.isShown) throw error;
    throw new UserError(wrongFieldValue(name, value));
  }
}

function fieldNames({ fields, title, isShown }: Project, wanted: string) {
  return isShown ? { title, fields: nearestFirst(fields, wanted, (it) => it.name).map((it) => it.name) } : undefined;
}

/** Whether the project has a field of this name. */
export function hasField(project: Project, name: string): boolean {
  return findLoosely(project.fields, name, (it) => it.name) !== undefined;
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
      if ("refused" in read) throw new UserError(notADate(field.name, read.refused));
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
    const names = options.map((it) => it.name);
    throw new UserError(noSuchFieldOption(name, value, nearestFirst(names, value, String)));
  }
  return { shown: option.name, value: { type: "single-select", option: option.id } } as const;
}

function toIteration({ name, iterations }: FieldOf<"iteration">, value: string, now: Date) {
  const found = iterationOf(iterations, value, now);
  if (!found) {
    const titles = iterations.map(({ title }) => title);
    throw new UserError(noSuchFieldOption(name, value, nearestFirst(titles, value, String)));
  }
  return { shown: found.title, value: { type: "iteration", iteration: found.id } } as const;
}

function toNumber(name: string, value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) {
    throw new UserError(notANumber(name, value));
  }
  return number;
}

type Iterations = FieldOf<"iteration">["iterations"];

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

function hasOption(field: ProjectField, name: string): boolean {
  return field.type === "single-select" && findLoosely(field.options, name, (it) => it.name) !== undefined;
}
