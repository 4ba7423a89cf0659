import { isAlias, isMap, isNode, isScalar, parseAllDocuments, parseDocument, type Document } from "yaml";
import { startOfFile, type Place } from "./problem.ts";

/** Finds where settings of a text stand. */
export interface Places {
  /** The value at `path`, or at the longest part of it that there is: a missing setting is told at its parent. */
  ofValue(path: readonly PropertyKey[]): Place;
  /** The key at `path`, where the key is what is wrong. */
  ofKey(path: readonly PropertyKey[]): Place;
  /** Whether the text says something of this setting. */
  has(path: readonly PropertyKey[]): boolean;
  /** The beginning of one of several documents in the text. */
  ofDocument(index: number): Place;
}

/** `js-yaml` reads the data; only `yaml` keeps positions for all of it. */
export function placesOf(text: string): Places {
  const at = lineFinder(text);
  // js-yaml has refused a file with a key twice; looking for one here takes the square of their number.
  const document = parseDocument(text, { uniqueKeys: false });
  const placeOf = (node: unknown) => (isNode(node) && node.range ? at(node.range[0], node.range[1]) : startOfFile);
  return {
    ofValue: (path) => placeOf(nearestValue(document, path)),
    ofKey: (path) => placeOf(keyAt(document, path) ?? nearestValue(document, path)),
    has: (path) => nodeAt(document, path) !== undefined,
    ofDocument(index) {
      const documents = parseAllDocuments(text, { uniqueKeys: false });
      const it = "empty" in documents ? undefined : documents[index];
      return it ? at(it.range[0]) : startOfFile;
    },
  };
}

/** Where a setting of a config stands, for what is wrong with it elsewhere. */
export function placeOf(text: string, path: readonly PropertyKey[]): Place {
  return placesOf(text).ofValue(path);
}

/**
 * The place of a part of a text by its offsets. What goes on over several lines ends with its first: nobody wants a
 * section underlined because a setting is missing in it.
 */
export function lineFinder(text: string): (start: number, end?: number) => Place {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/gu)].map((it) => it.index + it[0].length)];
  return (start, end = start + 1) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    const lineStart = starts[low] ?? 0;
    const lineEnd = text.slice(lineStart, starts[low + 1]).trimEnd().length + lineStart;
    const last = Math.max(start, Math.min(end, lineEnd) - 1);
    const line = low + 1;
    return { line, column: start - lineStart + 1, endLine: line, endColumn: last - lineStart + 1 };
  };
}

function keyAt(document: Document, path: readonly PropertyKey[]): unknown {
  const parent: unknown = path.length > 1 ? nodeAt(document, path.slice(0, -1)) : document.contents;
  if (!isMap(parent)) return undefined;
  return parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))?.key;
}

function nearestValue(document: Document, path: readonly PropertyKey[]): unknown {
  for (let depth = path.length; depth > 0; depth--) {
    const node = nodeAt(document, path.slice(0, depth));
    if (isNode(node)) return node;
  }
  return document.contents;
}

/** Through aliases as well: what is wrong with an anchored part is told where it is written. */
function nodeAt(document: Document, path: readonly PropertyKey[]): unknown {
  let node: unknown = document.contents;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) node = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))?.value;
    else
      node =
        isNode(node) && "get" in node
          ? (node as { get(key: unknown, keep: true): unknown }).get(step, true)
          : undefined;
  }
  return node;
}
