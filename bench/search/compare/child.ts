import { engines, type EngineName } from "./engines/index.ts";
import { measure, type Measured } from "./measure.ts";
import { loadWorkload, type WorkloadPlan } from "./workload.ts";

/** What the parent sends once. */
export interface Order {
  readonly engine: EngineName;
  readonly plan: WorkloadPlan;
  readonly timeLimit: number;
}

/** What comes back: everything known so far. */
export interface Word {
  readonly measured: Measured;
  readonly isDone: boolean;
}

/** Measures one engine in this process alone, so that its memory and its end are nobody else's. */
async function main({ engine, plan, timeLimit }: Order): Promise<void> {
  const declaration = await engines[engine]();
  const workload = await loadWorkload(plan);
  let told = 0;
  const tell = (measured: Measured, isDone: boolean) => {
    const word: Word = { measured, isDone };
    process.send?.(word);
    told = performance.now();
  };
  const measured = await measure(declaration, workload, {
    kind: plan.kind,
    timeLimit,
    progress: (measured) => {
      if (performance.now() - told > 500) tell(measured, false);
    },
  });
  tell(measured, true);
  process.disconnect();
}

process.once("message", (order: Order) => void main(order));
