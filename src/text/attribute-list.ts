/** What stands before an attribute list, and the ids that it gives. */
export interface BeforeList {
  readonly text: string;
  readonly ids: readonly string[];
}

/** `#id`, `.class` and `key=value`, as most write them. */
const attribute = /^(?:[#.][^\s#{}"'=]+|[\w:-]+=[^\s"'{}]+)$/u;
/** Behind a colon a bare word is an attribute, too: `{:toc}`, `{: .no_toc }`. */
const colonAttribute = /^(?:[#.][^\s#{}"'=]+|[\w:-]+(?:=[^\s"'{}]+)?)$/u;
const maxListLength = 300;

/**
 * Reads the attribute list that a text ends in; undefined where it ends in none. Known are `{#id}` and `{ #id .class }`
 * of Pandoc and most site generators, `{: #id }` of kramdown (https://kramdown.gettalong.org/syntax.html#specifying-a-header-id)
 * and Python-Markdown (https://python-markdown.github.io/extensions/attr_list/), `\{#id}`, which MDX needs, and `[#id]`
 * of Nextra (https://nextra.site/docs/guide/markdown#custom-heading-id).
 */
export function beforeAttributeList(text: string): BeforeList | undefined {
  const trimmed = text.trimEnd();
  if (trimmed.endsWith("]")) return beforeBracketedId(trimmed);
  const open = trimmed.endsWith("}") ? trimmed.lastIndexOf("{") : -1;
  if (open === -1 || trimmed.length - open > maxListLength) return undefined;
  const inside = trimmed.slice(open + 1, -1).trim();
  const isColon = inside.startsWith(":");
  const list = isColon ? inside.slice(1).trim() : inside;
  const words = list.replaceAll(/"[^"]*"|'[^']*'/gu, "quoted").split(/\s+/u);
  if (!words.every((it) => (isColon ? colonAttribute : attribute).test(it))) return undefined;
  return { text: trimmed.slice(0, open).replace(/\\$/u, "").trimEnd(), ids: idsIn(list) };
}

/** The ids of an attribute list, without its braces. */
function idsIn(list: string): readonly string[] {
  return [...list.matchAll(/(?:^|\s)(?:#(\S+)|id=["']?([^\s"']+)["']?)/gu)].map(
    ([, short, long]) => short ?? long ?? "",
  );
}

function beforeBracketedId(trimmed: string): BeforeList | undefined {
  const open = trimmed.lastIndexOf("[#");
  const id = open === -1 ? "" : trimmed.slice(open + 2, -1);
  return /^[^\s[\]#]{1,200}$/u.test(id) ? { text: trimmed.slice(0, open).trimEnd(), ids: [id] } : undefined;
}
