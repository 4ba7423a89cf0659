import type { KnowledgeKind } from "../../../src/core/knowledge.ts";
import { startStopwatch, type TimeTaken, usedBytes } from "../../../src/evaluation/sets/stopwatch.ts";
import type { Engine, EngineDeclaration } from "./engine.ts";
import { type Answered, type Quality, scoreAnswers } from "./score.ts";
import type { Asked, Workload } from "./workload.ts";

/** What is known of one engine on one workload, as far as it came. */
export interface Measured {
  readonly documents: number;
  /** How many of them were added so far. */
  readonly added: number;
  readonly build?: TimeTaken;
  /** Bytes of the index: heap, array buffers, and what it holds elsewhere. */
  readonly memory?: number;
  /** For each question that was asked. */
  readonly answering: readonly TimeTaken[];
  readonly questions: number;
  readonly quality?: Quality;
  readonly snapshot?: SnapshotFigures | { readonly problem: string };
}

export interface SnapshotFigures {
  readonly bytes: number;
  readonly save: TimeTaken;
  readonly restore: TimeTaken;
}

export interface MeasureOptions {
  readonly kind: KnowledgeKind;
  /** Building and asking stop after this time, in milliseconds. */
  readonly timeLimit: number;
  /** Told what is known so far, a few times a second. */
  readonly progress: (measured: Measured) => void;
}

/** Results asked for: as many as telling pages apart takes. */
const depth = 50;

const batchSize = 500;

/** Builds an engine, asks it all questions that the time allows, and tries its snapshot. */
export async function measure(
  declaration: EngineDeclaration,
  { items, asked }: Workload,
  { kind, timeLimit, progress }: MeasureOptions,
): Promise<Measured> {
  const end = performance.now() + timeLimit;
  const own = declaration.learnsFromAll ? items : items.filter((item) => item.kind === kind);
  let measured: Measured = { documents: own.length, added: 0, answering: [], questions: asked.length };
  const note = (more: Partial<Measured>) => progress((measured = { ...measured, ...more }));
  const before = usedBytes();
  const engine = await declaration.create();
  const building = startStopwatch();
  for (let start = 0; start < own.length; start += batchSize) {
    if (performance.now() > end) break;
    const batch = own.slice(start, start + batchSize);
    await engine.add(batch);
    note({ added: start + batch.length });
  }
  if (measured.added === own.length) {
    await engine.finish?.();
    note({ build: building() });
    note({ memory: usedBytes() - before + (engine.outside ?? 0) });
    await askAll(engine, asked, kind, end, note);
    note({ snapshot: await trySnapshot(declaration, engine, asked[0], kind) });
  }
  engine.close?.();
  return measured;
}

async function askAll(
  engine: Engine,
  asked: readonly Asked[],
  kind: KnowledgeKind,
  end: number,
  note: (more: Partial<Measured>) => void,
): Promise<void> {
  const answering: TimeTaken[] = [];
  const answered: Answered[] = [];
  for (const { query, right } of asked) {
    if (performance.now() > end) return;
    const watch = startStopwatch();
    const found = await engine.search(query, kind, depth);
    answering.push(watch());
    answered.push({ found: found.filter((id) => !query.own.has(id)), right });
    note({ answering, quality: scoreAnswers(answered) });
  }
}

/** A snapshot is good when what comes back from it answers as before. */
async function trySnapshot(
  declaration: EngineDeclaration,
  engine: Engine,
  probe: Asked | undefined,
  kind: KnowledgeKind,
): Promise<SnapshotFigures | { readonly problem: string }> {
  if (engine.save === undefined || declaration.restore === undefined) return { problem: "has none" };
  try {
    const saving = startStopwatch();
    const snapshot = await engine.save();
    const save = saving();
    const restoring = startStopwatch();
    const restored = await declaration.restore(snapshot);
    const restore = restoring();
    const same = probe === undefined || (await answersAlike(engine, restored, probe, kind));
    restored.close?.();
    return same ? { bytes: snapshot.length, save, restore } : { problem: "answers otherwise after it" };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

async function answersAlike(a: Engine, b: Engine, { query }: Asked, kind: KnowledgeKind): Promise<boolean> {
  const [first, second] = [await a.search(query, kind, depth), await b.search(query, kind, depth)];
  return first.join("\n") === second.join("\n");
}
