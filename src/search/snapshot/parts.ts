/** Numbers as they are kept in a snapshot. */
export type PartArray =
  Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/**
 * What an index consists of, as plain data: typed arrays and strings by name, and groups of them. Whoever gives away
 * parts may share its own arrays in them, so they hold only until its next change. Whoever is built from parts may keep
 * the arrays, and changes them only when it owns all of them.
 */
export interface Parts {
  readonly [name: string]: PartArray | string | Parts;
}

/** Parts that lack something or do not fit together. They are no better than none: build from the knowledge instead. */
export class UnusablePartsError extends Error {
  override name = "UnusablePartsError";
}

/** `Uint32Array` and its like, by which a part is asked for. */
export type PartArrayKind<T extends PartArray> = new (...given: never[]) => T;

/** The array of this name. Throws `UnusablePartsError` where there is none, or one of other numbers. */
export function mustHaveArray<T extends PartArray>(parts: Parts, name: string, kind: PartArrayKind<T>): T {
  const part = partOf(parts, name);
  if (part instanceof kind) return part;
  throw new UnusablePartsError(`There is no array ${name} of this kind.`);
}

/** The text of this name. Throws `UnusablePartsError` where there is none. */
export function mustHaveText(parts: Parts, name: string): string {
  const part = partOf(parts, name);
  if (typeof part === "string") return part;
  throw new UnusablePartsError(`There is no text ${name}.`);
}

/** The group of this name. Throws `UnusablePartsError` where there is none. */
export function mustHaveParts(parts: Parts, name: string): Parts {
  const part = partOf(parts, name);
  if (isGroup(part)) return part;
  throw new UnusablePartsError(`There is no group ${name}.`);
}

/** Whether a part is a group of parts. */
export function isGroup(part: PartArray | string | Parts | undefined): part is Parts {
  return typeof part === "object" && !ArrayBuffer.isView(part);
}

function partOf(parts: Parts, name: string): PartArray | string | Parts | undefined {
  return Object.hasOwn(parts, name) ? parts[name] : undefined;
}
