import type { FaqEntry } from "../faq-entry.ts";
import { modelOf, signatureOf, withLastNumber, type EntryModel } from "./entry-model.ts";

/** The style of a new entry: that of most of its neighbours, with a number of its own. */
export interface EntryTemplate extends EntryModel {
  /** The fragment of the model with the number of the new entry, where it ends with that of the model: `faq21`. */
  readonly countedId: string | undefined;
  /** Fragments of the model in `above` and `before`, which the new entry replaces by its own. */
  readonly ids: readonly string[];
}

interface Neighbours {
  /** Those that it is to be written like, in the order of the file. */
  readonly entries: readonly FaqEntry[];
  /** The one that it stands beside. */
  readonly beside: FaqEntry | undefined;
  /** Depth of its heading, if it has one. */
  readonly depth: number;
}

/** The most frequent style of the neighbours, of several the nearest; undefined where none shows one. */
export function templateOf(text: string, { entries, beside, depth }: Neighbours): EntryTemplate | undefined {
  const at = beside === undefined ? entries.length : entries.indexOf(beside);
  const near = entries.map((entry, i) => ({ entry, far: Math.abs(i - at) })).toSorted((a, b) => a.far - b.far);
  const models = near.slice(0, 40).flatMap(({ entry }) => {
    const model = modelOf(text, entry);
    if (model === undefined) return [];
    const own = entry.shape === "heading" ? [] : [entry.anchor].filter((it) => it !== "");
    return [{ model, ids: [...entry.ids, ...own] }];
  });
  const groups = [...Map.groupBy(models, ({ model }) => signatureOf(model)).values()];
  const [found] = groups.toSorted((a, b) => b.length - a.length)[0] ?? [];
  if (found === undefined) return undefined;
  const { ids } = found;
  const isAlone = models.filter((it) => signatureOf(it.model) === signatureOf(found.model)).length === 1;
  const model = isAlone && models.length > 1 ? withoutPicture(found.model) : found.model;
  const numbered = models.flatMap((it) => (it.model.number === undefined ? [] : [it.model.number]));
  const own = model.shape === "heading" ? { ...model, above: "", before: atDepth(model.before, depth) } : model;
  const next = counted(own, numbered);
  const countedId = ids.find((id) => own.number !== undefined && /^[a-z_-]+\d+$/iu.test(id) && id.endsWith(own.number));
  return { ...next, ids, countedId: countedId && withLastNumber(countedId, next.number ?? "") };
}

/** An emoji that no other question has belongs to that question. */
function withoutPicture(model: EntryModel): EntryModel {
  return { ...model, before: model.before.replaceAll(/\p{Extended_Pictographic}\uFE0F?\s*/gu, "") };
}

function atDepth(before: string, depth: number): string {
  return before.replace(/^( {0,3})#{1,6}/u, `$1${"#".repeat(depth)}`);
}

/** With the number behind the highest one; in a list in which all have the same, with that. */
function counted(model: EntryModel, numbers: readonly string[]): EntryModel {
  const { number, before, lead, indent } = model;
  if (number === undefined) return model;
  const areSame = numbers.length > 1 && numbers.every((it) => it === numbers[0]);
  const highest = numbers.reduce((most, it) => Math.max(most, Number(it)), 0);
  const next = String(areSame ? highest : highest + 1).padStart(number.length, "0");
  const at = before.lastIndexOf(number);
  const own = before.slice(0, at) + next + before.slice(at + number.length);
  return {
    ...model,
    number: next,
    before: own,
    lead: lead.replaceAll(/\d+/gu, (it) => (it === number ? next : it)),
    indent: indent === 0 ? 0 : indent + next.length - number.length,
  };
}
