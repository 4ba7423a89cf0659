import { loadAll } from "js-yaml";
import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import type { Config } from "./schema.ts";

/** One setting as it is in force. */
export interface ListedSetting {
  /** `watch.targets.first-response`. */
  readonly name: string;
  readonly value: unknown;
  /** Whether the text says so; else it is a default. */
  readonly isSet: boolean;
  /** Where the text does, from 1; missing where it says so in a way that has no one place, such as a merge key. */
  readonly line?: number;
}

/** Every setting of a config that was loaded from `text`, in the schema's order. A list is one setting. */
export function listSettings(config: Config, text: string): readonly ListedSetting[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const data = loadAll(text)[0];
  return flatten(config, []).map(([path, value]) => {
    const isSet = isSetIn(data, path);
    const offset = isSet ? offsetOf(document, path) : undefined;
    return {
      name: path.join("."),
      value,
      isSet,
      ...(offset !== undefined && { line: lineCounter.linePos(offset).line }),
    };
  });
}

function flatten(value: unknown, path: readonly string[]): [path: readonly string[], value: unknown][] {
  const entries = isGroup(value) ? Object.entries(value) : [];
  if (entries.length === 0) return value === undefined ? [] : [[path, value]];
  return entries.flatMap(([key, it]) => flatten(it, [...path, key]));
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A group may be written in short, as one value: then all in it is set. */
function isSetIn(data: unknown, [key, ...rest]: readonly string[]): boolean {
  if (data === undefined || data === null) return false;
  if (key === undefined || !isGroup(data)) return true;
  return Object.hasOwn(data, key) && isSetIn(data[key], rest);
}

/** Where the key of a setting stands, or of the group above it that is written in short. */
function offsetOf(document: Document, path: readonly string[]): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isMap(node)) return offset;
    const pair = node.items.find((it) => isScalar(it.key) && String(it.key.value) === key);
    if (!pair) return undefined;
    offset = isNode(pair.key) ? pair.key.range?.[0] : undefined;
    node = pair.value;
  }
  return offset;
}
