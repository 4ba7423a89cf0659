/**
 * What makes an entry of a timeline the same from wherever it is told. Times are ISO 8601. Keys sort as things of the same
 * second should be read: closed before reopened, and a mark that moves is first taken from one comment and then given to
 * the other.
 */
export const keyOf = {
  comment: (id: string) => `comment:${id}`,
  closed: (at: string) => `closed:${at}`,
  reopened: (at: string) => `reopened:${at}`,
  unanswered: (at: string) => `answer-cleared:${at}`,
  answered: (comment: string, at: string) => `answer-marked:${comment}:${at}`,
};
