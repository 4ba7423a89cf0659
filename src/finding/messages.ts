import type { RepositoryRef } from "../core/discussion.ts";
import type { Hit, Question } from "../core/knowledge.ts";
import type { CrossedError } from "./cross-error.ts";

/** What the thread has to know when it starts. */
export interface FinderSettings {
  /** Where the database is. */
  readonly dataFolder: string;
  /** GitHub's address for people, such as `https://github.com`. */
  readonly webUrl: string;
  /** The server of the language model; missing where search goes by words alone. */
  readonly embeddings?: { readonly url: string; readonly model: string; readonly key: string | undefined };
}

export interface FindRequest {
  readonly do: "find";
  readonly id: number;
  readonly repository: RepositoryRef;
  readonly question: Question;
  readonly limit: number;
}

/** What the thread is asked. After `close` it ends. */
export type FinderRequest = FindRequest | { readonly do: "close" };

/** What the thread tells: an answer under its request's id, or a line for the log. */
export type FinderMessage =
  | { readonly is: "found"; readonly id: number; readonly hits: readonly Hit[] }
  | { readonly is: "failed"; readonly id: number; readonly error: CrossedError }
  | {
      readonly is: "warning";
      readonly facts: object;
      readonly error: CrossedError | undefined;
      readonly message: string;
    };
