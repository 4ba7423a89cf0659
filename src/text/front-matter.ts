import type { Root } from "mdast";
import { parse } from "yaml";
import type { Fields } from "./is-archived.ts";

/** What a page says of itself before its text. */
export interface FrontMatter {
  readonly title: string | undefined;
  /** `aliases` and `keywords`: other names under which people may look for the page. */
  readonly aliases: readonly string[];
  /** All of it by key; what is one level down by both keys with a dot between. */
  readonly fields: Fields;
}

const none: FrontMatter = { title: undefined, aliases: [], fields: new Map() };
const maxLength = 64 * 1024;
const maxAliases = 50;
const maxName = 200;

/** Read YAML (`---`) or TOML (`+++`) front matter. What cannot be read says nothing. */
export function readFrontMatter(tree: Root): FrontMatter {
  const [first] = tree.children;
  if (first === undefined || !("value" in first) || first.value.length > maxLength) return none;
  const type: string = first.type;
  if (type === "yaml") return fromFields(yamlFields(first.value));
  return type === "toml" ? fromFields(tomlFields(first.value)) : none;
}

function fromFields(fields: Fields): FrontMatter {
  const names = [...namesIn(fields.get("aliases")), ...namesIn(fields.get("keywords"))];
  const aliases = [...new Set(names)].slice(0, maxAliases);
  return { title: namesIn(fields.get("title"), /(?!)/)[0], aliases, fields };
}

/** A list, or one string with commas. */
function namesIn(value: unknown, separator = /,/): string[] {
  const list: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === "string"
      ? value.split(separator)
      : [value];
  return list
    .slice(0, maxAliases)
    .flatMap((it) => (typeof it === "string" || typeof it === "number" ? [String(it)] : []))
    .map((it) => it.replaceAll(/\s+/g, " ").trim().slice(0, maxName))
    .filter((it) => it !== "");
}

function yamlFields(text: string): Fields {
  try {
    const entries = entriesOf(parse(text, { logLevel: "silent" }));
    const below = entries.flatMap(([key, value]) =>
      entriesOf(value).map(([name, it]): [string, unknown] => [`${key}.${name}`, it]),
    );
    return new Map([...below, ...entries]);
  } catch {
    // Broken front matter costs a page its aliases, not its text.
    return new Map();
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

/** The few forms of TOML that we look for: strings, lists of strings, and true and false, at the top level. */
function tomlFields(text: string): Fields {
  const top = text.split(/^[ \t]*\[/m)[0] ?? "";
  const field =
    /^[ \t]*(\w+)[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|\[((?:"[^"\n]*"|'[^'\n]*'|[^\]"'[])*)\]|(true|false)\b)/gm;
  const fields = new Map<string, unknown>();
  for (const [, key = "", double, single, list, truth] of top.matchAll(field)) {
    const items = list?.match(/"[^"\n]*"|'[^'\n]*'/g)?.map((it) => it.slice(1, -1));
    fields.set(key, items ?? double ?? single ?? truth ?? "");
  }
  return fields;
}
