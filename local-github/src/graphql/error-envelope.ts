import { GraphQLError } from "graphql";
import { GitHubError } from "../world/errors.ts";

/** One entry of `errors` in GitHub's GraphQL answers. */
export interface ErrorEntry {
  readonly type?: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly message: string;
}

/**
 * An error as GitHub writes it: `type` stands beside `message`, and validation errors carry `extensions.code` in the
 * manner of graphql-ruby: https://graphql-ruby.org/errors/overview.html
 */
export function toErrorEntry(error: GraphQLError): ErrorEntry {
  const place = {
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(error.locations === undefined
      ? {}
      : { locations: error.locations.map(({ line, column }) => ({ line, column })) }),
  };
  const { originalError } = error;
  if (originalError instanceof GitHubError) {
    const { type, extensions, message } = originalError;
    return { type, ...(extensions === undefined ? {} : { extensions }), ...place, message };
  }
  // A fault in the local GitHub itself must be seen, not be mistaken for an answer.
  if (originalError !== undefined && !(originalError instanceof GraphQLError)) {
    return { ...place, message: `local GitHub failed: ${originalError.stack ?? originalError.message}` };
  }
  return toUndefinedField(error) ?? toUndefinedArgument(error) ?? { ...place, message: error.message };
}

function toUndefinedField(error: GraphQLError): ErrorEntry | undefined {
  const [, fieldName, typeName] = /^Cannot query field "(.+?)" on type "(.+?)"/u.exec(error.message) ?? [];
  if (fieldName === undefined || typeName === undefined) return undefined;
  return {
    path: ["query", fieldName],
    extensions: { code: "undefinedField", typeName, fieldName },
    ...(error.locations === undefined
      ? {}
      : { locations: error.locations.map(({ line, column }) => ({ line, column })) }),
    message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
  };
}

function toUndefinedArgument(error: GraphQLError): ErrorEntry | undefined {
  const [, argumentName, , fieldName] =
    /^Unknown argument "([^"]+)" on field "([^".]+)\.([^"]+)"/u.exec(error.message) ?? [];
  if (argumentName === undefined || fieldName === undefined) return undefined;
  return {
    path: ["query", fieldName, argumentName],
    extensions: { code: "argumentNotAccepted", name: fieldName, typeName: "Field", argumentName },
    ...(error.locations === undefined
      ? {}
      : { locations: error.locations.map(({ line, column }) => ({ line, column })) }),
    message: `Field '${fieldName}' doesn't accept argument '${argumentName}'`,
  };
}
