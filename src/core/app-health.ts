/** What an app may do: names of permissions with their levels. */
export type Permissions = Readonly<Record<string, string>>;

/** The app as it is registered. */
export interface RegisteredApp {
  readonly id: number;
  readonly slug: string;
  readonly permissions: Permissions;
  readonly events: readonly string[];
  /** Where its owner changes it. */
  readonly settingsUrl: string;
}

/** The app as an account has installed it. */
export interface InstalledApp {
  readonly id: number;
  /** Login of whoever has installed it. */
  readonly account: string;
  readonly permissions: Permissions;
  readonly events: readonly string[];
  readonly isSuspended: boolean;
  /** Where its owner accepts permissions. */
  readonly url: string;
}

/** Where webhooks go, and how. */
export interface WebhookConfig {
  /** Empty for nowhere. */
  readonly url: string;
  readonly isJson: boolean;
  /** Whether GitHub looks at the certificate. */
  readonly isVerified: boolean;
  readonly hasSecret: boolean;
}

/** One attempt to deliver a webhook. */
export interface DeliveryAttempt {
  /** The same for all attempts of one webhook, and our delivery's id. */
  readonly guid: string;
  readonly at: Date;
  /** 0 where there was no answer. */
  readonly statusCode: number;
  /** GitHub's word for how it went: `OK`, `timed out`. */
  readonly status: string;
  readonly event: string;
}

/** What is left of an hour's budget. */
export interface Budget {
  readonly resource: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
}

/** What GitHub tells about the app itself. */
export interface AppHealthReads {
  /** By how many milliseconds GitHub's clock is ahead of ours. Proves that GitHub can be reached; no credentials are shown. */
  clockLead(): Promise<number>;
  app(): Promise<RegisteredApp>;
  installations(): Promise<readonly InstalledApp[]>;
  webhookConfig(): Promise<WebhookConfig>;
  /** The newest hundred, newest first; GitHub keeps three days. */
  recentAttempts(): Promise<readonly DeliveryAttempt[]>;
  /** What an installation has left. Asking costs nothing. */
  budgetsOf(installation: number): Promise<readonly Budget[]>;
}
