/**
 * A GraphQL document from `queries/`, with the types of its answer and its variables. The generated ones are in
 * `generated/documents.ts`; `read-blobs.ts` writes one that depends on how many files it asks for.
 */
export interface GraphqlDocument<Answer, Variables> {
  readonly name: string;
  readonly kind: "query" | "mutation";
  /** The document with all fragments it uses, as it is sent. */
  readonly text: string;
  /** Never there: ties the types to the document, so that asking with it gives a typed answer. */
  readonly types?: (variables: Variables) => Answer;
}
