/** Why a file is left as it is, in words for the person who asked. */
export interface Refusal {
  readonly refused: string;
}

export function isRefusal(it: object): it is Refusal {
  return "refused" in it;
}
