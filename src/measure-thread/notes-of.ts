import type { MeasuredRepository } from "../measures/measured-repository.ts";

/** How far the history of a repository is read, as far as a reader of numbers has to know. */
export interface ReadHistory {
  /** `off`: the config wants no history. */
  readonly phase: "open" | "closed" | "done" | "off";
  readonly read: number;
  readonly total: number;
}

const attainment = ["sla-first-response", "sla-next-response", "sla-resolution"];

/** What whoever reads the numbers of a repository has to know about them: a sentence each. */
export function notesOf(
  { observations }: Pick<MeasuredRepository, "observations">,
  history: ReadHistory | undefined,
): readonly string[] {
  const isNothingOf = (names: readonly string[]) => names.every((it) => (observations.get(it) ?? []).length === 0);
  const notes: readonly (string | false)[] = [
    history !== undefined &&
      (history.phase === "open" || history.phase === "closed") &&
      `The history of this repository is still being read: ${Math.min(history.read, history.total)} of ${history.total} discussions by now. All numbers are of these.`,
    history?.phase === "off" &&
      "The config wants no history: discussions from before the app was installed are missing.",
    isNothingOf(attainment) && "No target was met or missed by now, or the watch is off: no attainment is told.",
    isNothingOf(["deflection-confirmed"]) && "Nothing was posted by now, as in shadow mode: no deflection is told.",
  ];
  return notes.filter((it) => it !== false);
}
