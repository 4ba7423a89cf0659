import { Kind } from "graphql";
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from "graphql";

/** What a document would cost. */
export interface Cost {
  /** Points of the primary limit, at least one. */
  readonly points: number;
  /** Nodes it may return at most; GitHub allows 500,000. */
  readonly nodes: number;
}

interface CostCount {
  requests: number;
  nodes: number;
}

/**
 * GitHub's formula: add up the requests needed to fill each connection, as if every `first` or `last` were reached,
 * divide by one hundred, round, and ask at least one point.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#predicting-the-point-value-of-a-query
 */
export function costOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Cost {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      toNumber(defaultValue, {}),
    ]),
  );
  const count: CostCount = { requests: 0, nodes: 0 };
  const values = { ...defaults, ...variables };

  const walk = (selections: SelectionSetNode | undefined, parents: number): void => {
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FIELD) walk(selection.selectionSet, enter(selection, parents));
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, parents);
      else walk(fragments.get(selection.name.value)?.selectionSet, parents);
    }
  };
  /** Counts the field if it is a connection; how many objects its children belong to. */
  const enter = (field: FieldNode, parents: number): number => {
    const size = pageSize(field, values);
    if (size === undefined) return parents;
    count.requests += parents;
    count.nodes += parents * size;
    return parents * size;
  };
  walk(operation.selectionSet, 1);
  return { points: Math.max(1, Math.round(count.requests / 100)), nodes: count.nodes };
}

function pageSize(field: FieldNode, variables: Readonly<Record<string, unknown>>): number | undefined {
  const bound = field.arguments?.find(({ name }) => name.value === "first" || name.value === "last");
  return bound === undefined ? undefined : toNumber(bound.value, variables);
}

function toNumber(value: ValueNode | undefined, variables: Readonly<Record<string, unknown>>): number | undefined {
  if (value?.kind === Kind.INT) return Number(value.value);
  if (value?.kind !== Kind.VARIABLE) return undefined;
  const given = variables[value.name.value];
  return typeof given === "number" ? given : undefined;
}
