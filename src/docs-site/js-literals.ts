/** What one object of a JavaScript file says in literals: strings, true and false. */
export interface ObjectLiterals {
  /** The key under which it stands; empty where it has none. */
  readonly name: string;
  readonly values: ReadonlyMap<string, string | boolean>;
}

/** Longest config file that is read, in UTF-16 units. */
const maxSource = 256 * 1024;

const token =
  /\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`([^`]*)`|([\p{L}_$][\p{L}\p{N}_$]*)|([{}:,[\]()])|[^]/gu;

/**
 * The objects of a JavaScript or TypeScript file, in the order in which they begin. Configs of site generators are
 * programs; we run none of them, so what a config works out is not known.
 */
export function objectsIn(source: string): readonly ObjectLiterals[] {
  const objects: { readonly name: string; readonly values: Map<string, string | boolean> }[] = [];
  const open: (typeof objects)[number][] = [];
  let key = "";
  let word: string | undefined;
  let isValue = false;
  for (const [whole, double, single, template, name, mark] of source.slice(0, maxSource).matchAll(token)) {
    if (/^(?:\s|\/[/*])/u.test(whole)) continue;
    const text = double ?? single ?? template;
    if (mark === "{") {
      const object = { name: isValue ? key : "", values: new Map<string, string | boolean>() };
      objects.push(object);
      open.push(object);
    } else if (mark === "}") open.pop();
    else if (mark === ":" && word !== undefined) key = word;
    else if (isValue) keep(open.at(-1)?.values, key, text, name);
    isValue = mark === ":" && word !== undefined;
    word = name ?? (template === undefined ? text : undefined);
  }
  return objects;
}

function keep(
  values: Map<string, string | boolean> | undefined,
  key: string,
  text: string | undefined,
  name: string | undefined,
): void {
  const isTruth = name === "true" || name === "false";
  if (values === undefined || values.has(key) || text?.includes("${")) return;
  if (text !== undefined || isTruth) values.set(key, text ?? name === "true");
}

/** The first value of a key in any of the objects. */
export function firstValue(objects: readonly ObjectLiterals[], key: string): string | boolean | undefined {
  return objects.find(({ values }) => values.has(key))?.values.get(key);
}

/** The same where it is a string. */
export function firstText(objects: readonly ObjectLiterals[], key: string): string | undefined {
  const found = objects.map(({ values }) => values.get(key)).find((it) => typeof it === "string");
  return typeof found === "string" ? found : undefined;
}
