import { dayMs } from "../../../core/clock.ts";
import type { Interviewee, ReasonKind } from "../interview.ts";
import type { AskerFacts } from "./asker-facts.ts";
import { reasonsFor, type WeighedReason } from "./reasons.ts";

/** What a choice is made from. */
export interface InterviewFacts {
  /** Bots, the team and accounts that are gone are none of them. */
  readonly askers: readonly AskerFacts[];
  /** When whom was last named, by login in small letters. */
  readonly named: ReadonlyMap<string, Date>;
  /** Logins of those who want to be asked nothing, in small letters. */
  readonly silenced: ReadonlySet<string>;
}

/** Nobody is named twice within this. */
const onceMs = 365 * dayMs;

interface Candidate {
  readonly login: string;
  readonly reasons: readonly WeighedReason[];
  readonly worth: number;
}

/**
 * The few askers of whom most is to be learnt, the best first. By worth: the heaviest reason of each counts in full, every
 * further one half of the one before. And by spread: with each person that is named for a kind of reason, the next one
 * for that kind counts less, so that a quarter of low ratings leaves room for a newcomer who left. The same facts give the
 * same people.
 */
export function chooseInterviewees(
  { askers, named, silenced }: InterviewFacts,
  { now, perQuarter }: { readonly now: Date; readonly perQuarter: number },
): readonly Interviewee[] {
  const left = askers
    .filter(({ login }) => !silenced.has(login.toLowerCase()) && !wasNamed(named.get(login.toLowerCase()), now))
    .flatMap((it) => toCandidate(it, now) ?? [])
    .toSorted((a, b) => (a.login < b.login ? -1 : 1));
  const chosen: Candidate[] = [];
  const taken = new Map<ReasonKind, number>();
  while (chosen.length < perQuarter) {
    const next = best(left, taken);
    if (!next) break;
    left.splice(left.indexOf(next), 1);
    chosen.push(next);
    const kind = kindOf(next);
    taken.set(kind, (taken.get(kind) ?? 0) + 1);
  }
  return chosen.map(({ login, reasons }) => ({ login, reasons: reasons.map(({ reason }) => reason) }));
}

function wasNamed(at: Date | undefined, now: Date): boolean {
  return at !== undefined && now.getTime() - at.getTime() < onceMs;
}

function toCandidate(asker: AskerFacts, now: Date): Candidate | undefined {
  const reasons = reasonsFor(asker, now);
  if (reasons.length === 0) return undefined;
  return { login: asker.login, reasons, worth: reasons.reduce((sum, it, i) => sum + it.worth / 2 ** i, 0) };
}

/** Of equals, the first by name. */
function best(candidates: readonly Candidate[], taken: ReadonlyMap<ReasonKind, number>): Candidate | undefined {
  const weight = (it: Candidate) => it.worth / (1 + (taken.get(kindOf(it)) ?? 0));
  let found: Candidate | undefined;
  for (const it of candidates) if (!found || weight(it) > weight(found)) found = it;
  return found;
}

function kindOf({ reasons: [first] }: Candidate): ReasonKind {
  if (!first) throw new Error("a candidate has a reason at least");
  return first.reason.kind;
}
