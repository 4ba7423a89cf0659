/**
 * Where the feature request of a thread stands, if it is one. `asked`: it lacks answers that the asker was asked for;
 * `awaited`: it has them all since `since`; `decided`: at `at`, after it had waited for that since `since`.
 */
export type ThreadDecision =
  | { readonly is: "asked"; readonly since: Date }
  | { readonly is: "awaited"; readonly since: Date }
  | { readonly is: "decided"; readonly at: Date; readonly since?: Date };
