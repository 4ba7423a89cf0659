/** What a look at the database showed. Nothing was changed by it. */
export type DatabaseFacts =
  | { readonly state: "missing"; readonly place: string }
  | { readonly state: "unusable"; readonly place: string; readonly why: string }
  | {
      readonly state: "open";
      readonly place: string;
      readonly engine: "sqlite" | "postgres";
      /** Of the engine: `18.4`. */
      readonly version: string;
      /** Undefined: it can be written. */
      readonly writeProblem: string | undefined;
      /** Migrations of this version that have not run. */
      readonly pending: readonly string[];
      /** Migrations that this version does not know. */
      readonly unknown: readonly string[];
      /** Of a server: how many connections there are, and may be. */
      readonly connections?: { readonly used: number; readonly max: number };
    };
