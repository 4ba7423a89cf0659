/** Some values of a list, each drawn anew. */
export function sample<T>(from: readonly T[], count: number, random: () => number): T[] {
  const drawn = Array.from({ length: Math.min(count, from.length) }, () => from[Math.floor(random() * from.length)]);
  return drawn.filter((value) => value !== undefined);
}

/** One of the values, each as likely. */
export function pickFrom<Value>(values: readonly Value[], random: () => number): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("There is nothing to pick from.");
  return value;
}

/** The values in a random order. */
export function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  const keyed = values.map((value) => ({ value, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}
