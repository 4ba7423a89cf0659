/** What is told in a team's chat: a sentence, and what it is about. All of it is plain text, and may be people's words. */
export interface ChatMessage {
  readonly headline: string;
  readonly items: readonly ChatItem[];
  /** How many more there are that are not listed. */
  readonly more: number;
}

export interface ChatItem {
  readonly title: string;
  readonly url: string;
  readonly note: string;
}
