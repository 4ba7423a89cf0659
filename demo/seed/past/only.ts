/** A part of something, in the place of the whole. Whoever uses more of it is told so. */
export function only<Whole extends object>(name: string, part: Partial<Whole>): Whole {
  return new Proxy(part, {
    get(target, property) {
      if (property in target) return Reflect.get(target, property) as unknown;
      throw new Error(`the demo's past has no ${name}.${String(property)}`);
    },
  }) as Whole;
}
