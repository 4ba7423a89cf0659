/** The projects of a repository's owner. A person's are hidden from apps: GitHub answers with an empty list. */
export type Projects =
  { readonly owner: "organization"; readonly projects: readonly Project[] } | { readonly owner: "user" };

export interface Project {
  /** GraphQL node id. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly url: string;
  /** Whether its names may be told in the repository's threads: everybody may see it, or the repository is private as well. */
  readonly isShown: boolean;
  /** Those that can be set. Title, labels, assignees and milestone follow from the issue. */
  readonly fields: readonly ProjectField[];
}

/** A field of a project. */
export type ProjectField = { readonly id: string; readonly name: string } & (
  | { readonly type: "text" | "number" | "date" }
  | { readonly type: "single-select"; readonly options: readonly { readonly id: string; readonly name: string }[] }
  | {
      readonly type: "iteration";
      /** Present and future ones. `start` is `YYYY-MM-DD`. */
      readonly iterations: readonly {
        readonly id: string;
        readonly title: string;
        readonly start: string;
        readonly days: number;
      }[];
    }
);

/** What a field may be set to; its type must be that of the field. */
export type FieldValue =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "number"; readonly number: number }
  /** `YYYY-MM-DD`. */
  | { readonly type: "date"; readonly date: string }
  /** Id of one of the field's options. */
  | { readonly type: "single-select"; readonly option: string }
  /** Id of one of the field's iterations. */
  | { readonly type: "iteration"; readonly iteration: string };

/** An issue as an item of a project. */
export interface ProjectItem {
  /** GraphQL node id of the item. */
  readonly id: string;
  readonly project: { readonly id: string; readonly number: number; readonly title: string };
  /** Fields that are set, by their names. `shown` is the value as people see it: an option's name, an iteration's title. */
  readonly values: readonly {
    readonly field: { readonly id: string; readonly name: string };
    readonly shown: string;
    readonly value: FieldValue;
  }[];
}

/** A field of a project with its new value; none: it is cleared. */
export interface FieldSetting {
  readonly id: string;
  readonly name: string;
  /** The value as people see it. */
  readonly shown: string;
  readonly value: FieldValue | null;
}
