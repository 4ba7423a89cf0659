import { refusal } from "../world/error-texts.ts";
import { sameName } from "../world/world.ts";

/** One word or qualifier of a search. */
export interface Term {
  /** False behind a minus. */
  readonly isWanted: boolean;
  /** Missing for a word. */
  readonly name: string | undefined;
  readonly value: string;
}

/** Tests of one kind of thing, by the name of their qualifier. */
export type Qualifiers<Thing> = Readonly<Record<string, (thing: Thing, value: string) => boolean>>;

/** The texts of a thing by where they stand: `title`, `body`, `comments`. */
export type TextsOf<Thing> = (thing: Thing) => Readonly<Record<string, string>>;

/**
 * A search as one test: all words and qualifiers must fit.
 * https://docs.github.com/en/search-github/getting-started-with-searching-on-github/understanding-the-search-syntax
 */
export function toTest<Thing>(
  query: string,
  qualifiers: Qualifiers<Thing>,
  textsOf: TextsOf<Thing>,
): (thing: Thing) => boolean {
  const terms = parse(query);
  const places = terms.filter(({ name }) => name === "in").flatMap(({ value }) => value.split(","));
  const tests = terms.flatMap(({ name, value, isWanted }) => {
    if (name === "in" || name === "sort") return [];
    const test = name === undefined ? hasWord(textsOf, places) : qualifiers[name];
    if (test === undefined) throw refusal("searchNotEmulated", { what: `by ${name ?? ""}:` });
    return [(thing: Thing) => test(thing, value) === isWanted];
  });
  return (thing) => tests.every((test) => test(thing));
}

/** Which order a search asks for: `sort:updated-asc`; newest first otherwise. */
export function orderOf(query: string): { readonly by: "createdAt" | "updatedAt"; readonly isAscending: boolean } {
  const sort = parse(query).find(({ name }) => name === "sort")?.value ?? "created-desc";
  return { by: sort.startsWith("updated") ? "updatedAt" : "createdAt", isAscending: sort.endsWith("-asc") };
}

function parse(query: string): Term[] {
  return [...query.matchAll(/(-?)(?:([\w-]{1,30}):)?(?:"([^"]*)"|(\S+))/gu)].map(([, minus, name, quoted, plain]) => ({
    isWanted: minus === "",
    name,
    value: quoted ?? plain ?? "",
  }));
}

function hasWord<Thing>(textsOf: TextsOf<Thing>, places: readonly string[]) {
  return (thing: Thing, value: string): boolean => {
    const texts = Object.entries(textsOf(thing)).filter(([place]) => places.length === 0 || places.includes(place));
    return texts.some(([, text]) => text.toLowerCase().includes(value.toLowerCase()));
  };
}

/** Whether somebody has this login; `ghost` is who is gone. */
export function isBy(author: { readonly login: string } | null, login: string): boolean {
  return sameName(author?.login ?? "ghost", login.replace(/^app\/|^@/u, ""));
}

/** `>=2026-01-31`, `2026-01-01..2026-01-31`, `*..2026-01-31`, `2026-01-31`: times compare as ISO texts. */
export function isInRange(at: string, range: string): boolean {
  const [from = "", to = ""] = range.split("..");
  if (from !== "" && to !== "") return (from === "*" || at >= from) && (to === "*" || at <= endOfDay(to));
  const [, sign, value = ""] = /^(>=|<=|>|<)?(.+)$/u.exec(range) ?? [];
  if (sign === ">=") return at >= value;
  if (sign === "<=") return at <= endOfDay(value);
  if (sign === ">") return at > endOfDay(value);
  if (sign === "<") return at < value;
  return at.startsWith(value);
}

function endOfDay(value: string): string {
  return value.length === 10 ? `${value}T23:59:59Z` : value;
}
