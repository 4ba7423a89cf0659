/** What was asked for on the command line. */
export interface InitOptions {
  /** `owner/name`, read with a token. */
  readonly repository: string | undefined;
  readonly folder: string;
  readonly docs?: readonly string[];
  readonly faq?: string;
  readonly questions?: readonly string[];
  readonly ideas?: readonly string[];
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly print?: boolean;
  readonly apiUrl: string;
}
