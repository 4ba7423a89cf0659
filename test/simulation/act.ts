/** Who takes part in the simulated project, with what each may do there. */
export const team = { hana: "triage", ole: "triage", mia: "maintain", ben: "maintain" } as const;
export const askers = Array.from({ length: 24 }, (_, index) => `asker-${index + 1}`);
export const community = ["nora", "pete", "quin", "rosa", "theo", "vera"];
/** The bot of another app. */
export const otherBot = "build-bot";

/**
 * One thing that somebody does in a thread. Threads and comments have names here: their numbers and ids are the world's.
 * `at` is a whole second of UTC, in milliseconds; no two acts of a thread come within the same minute.
 */
export type Act = { readonly at: number; readonly thread: string; readonly by: string } & (
  | {
      readonly do: "open";
      readonly category: string;
      readonly title: string;
      readonly body: string;
    }
  | { readonly do: "comment"; readonly comment: string; readonly body: string; readonly replyTo?: string }
  | { readonly do: "edit-comment"; readonly comment: string; readonly body: string }
  | { readonly do: "delete-comment" | "mark" | "unmark"; readonly comment: string }
  | { readonly do: "close"; readonly reason: "RESOLVED" | "OUTDATED" | "DUPLICATE" }
  | { readonly do: "reopen" | "lock" | "unlock" | "delete-thread" }
  | { readonly do: "label" | "unlabel"; readonly label: string }
  | { readonly do: "recategorize"; readonly category: string }
);
