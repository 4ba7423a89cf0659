/** Why a file is left as it is, in words for the person who asked. */
export interface Refusal {
  readonly refused: string;
}

/** Where an entry comes from. */
export interface EntrySource {
  /** Number and address of the thread. */
  readonly number: number;
  readonly url: string;
  /** Node id of the answer. */
  readonly answer: string;
  /** Login of who answered; undefined for an account that is gone. */
  readonly answerer?: string | undefined;
  /** Day on which it was found right: `2026-11-26`. */
  readonly verified: string;
}

/** An answered question as it stands where it was asked. */
export interface Answered {
  /** The thread's title. */
  readonly title: string;
  /** The question in words that somebody chose for it; without them it is the title, cleaned. */
  readonly question?: string;
  /** The answer's Markdown, as it was posted. */
  readonly answer: string;
  /**
   * Address of the thread (`https://github.com/acme/lantern/discussions/12`), by which relative addresses are resolved;
   * without one they stay as they are. That of `source` where there is one.
   */
  readonly thread?: string;
  /** Where it comes from; without it the entry says nothing of that and is not found by its thread. */
  readonly source?: EntrySource;
}

/** Names an entry: by the thread it was promoted from, by its anchor (with or without `#`), or by its question. */
export type Which = { readonly thread: number } | { readonly anchor: string } | { readonly question: string };

/** What is to become of a thread's entry in a file. */
export type EntryChange =
  | {
      readonly put: Answered;
      /** The section of a new entry. */
      readonly section?: string;
      /** The entry that is to have the answer, where it is not the thread's own. */
      readonly instead?: Which;
    }
  | { readonly remove: Which };

/** What is told of an entry in a file. */
export interface FoundEntry {
  /** As a reader sees it, on one line. */
  readonly question: string;
  /** Fragment that names it, without `#`: the id that people gave it, else GitHub's; empty where there is none. */
  readonly anchor: string;
  /** Fragment that leads to it on GitHub; empty where there is none. */
  readonly slug: string;
  /** Number of the thread it was promoted from. */
  readonly thread: number | undefined;
}

/** A file with a change made. */
export interface Changed {
  /** Undefined: the file is not there, or not needed any more. */
  readonly text: string | undefined;
  readonly entry: FoundEntry | undefined;
  /** What was taken out of the answer because it must not be published, in words. */
  readonly redacted: readonly string[];
  readonly change: "add" | "update" | "withdraw";
}

/**
 * What the site that publishes a file reads in its Markdown besides: `mdx` programs, `vue` templates of Vue in the HTML
 * that is made of it, `template` tags that are replaced before it is read, in code as well.
 */
export type SiteSyntax = "markdown" | "mdx" | "vue" | "template";

/**
 * What is asked of a FAQ file: plain data, so that it can be asked of another thread. `path`: of the
 * file, whose name may say that it is a FAQ; `isMdx`: how it is written; `isNew`: it is not on the default branch, and
 * goes with its last entry.
 */
export type FaqJob = { readonly path: string } & (
  | {
      readonly do: "change";
      readonly text: string | undefined;
      readonly change: EntryChange;
      readonly isMdx: boolean;
      /** What answers are written for, whatever the file is called. */
      readonly syntax: SiteSyntax;
      readonly isNew: boolean;
    }
  | { readonly do: "find"; readonly text: string; readonly which: Which }
  | { readonly do: "list"; readonly text: string }
  | {
      readonly do: "verify";
      readonly text: string;
      readonly which: Which;
      readonly day: string;
      readonly isMdx: boolean;
    }
  | { readonly do: "remove"; readonly text: string; readonly which: Which }
);

/** What comes of it; of `find`, undefined where the file has not that entry, or several. */
export type FaqJobResult<Job extends FaqJob> = Job extends { readonly do: "change" }
  ? Changed | Refusal
  : Job extends { readonly do: "find" }
    ? FoundEntry | undefined
    : Job extends { readonly do: "list" }
      ? readonly FoundEntry[]
      : { readonly text: string } | Refusal;

/**
 * Reads FAQ files and says how they would read with a change; writes nothing. Time grows with text that anybody may
 * have written, so a job has a bound: rejects with a `UserError` where it takes longer.
 */
export interface FaqEditor {
  work<Job extends FaqJob>(job: Job): Promise<FaqJobResult<Job>>;
}

export function isRefusal(it: object): it is Refusal {
  return "refused" in it;
}
