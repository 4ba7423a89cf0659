import type { ExitName } from "../exit-codes.ts";

/** Under what the help lists a command, in this order: by what somebody wants who begins. */
export const groups = {
  run: "Run it:",
  judge: "Judge it before it speaks:",
  look: "Look what it did, and why:",
  mend: "Mend and keep:",
} as const;

/** What the help of a command teaches beside its options. */
export interface Lesson {
  /** One line, for the list of commands. */
  readonly summary: string;
  /** Of commands at the top. */
  readonly group?: keyof typeof groups;
  /** What to type, and what comes of it. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** What an exit code means of this command, where it is more than the list of all says. */
  readonly exits?: Readonly<Partial<Record<ExitName, string>>>;
  /** What `--json` prints, in a line. */
  readonly json?: string;
  /** The page that tells more, from the root of this project. */
  readonly page: string;
}

/** Lessons by the words of a command: `inbox list`. */
export type Lessons = Readonly<Record<string, Lesson>>;
