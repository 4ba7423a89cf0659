import { boardPermission, wantedApp } from "../core/wanted-app.ts";

/** What is asked of whoever sets the app up. */
export interface AppWishes {
  /** Its name, which nobody on that GitHub has yet; GitHub asks again, and it can be changed there. */
  readonly name: string;
  /** Where this server is reached, without a slash at the end. */
  readonly publicUrl: string;
  /** Where the browser comes back to with the code. */
  readonly redirectUrl: string;
  /** Whether it plans on boards of an organization. */
  readonly hasBoards: boolean;
}

/** https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest#github-app-manifest-parameters */
export function appManifest({ name, publicUrl, redirectUrl, hasBoards }: AppWishes): Readonly<Record<string, unknown>> {
  return {
    name,
    url: publicUrl,
    description: "Technical support on GitHub Discussions.",
    public: false,
    redirect_url: redirectUrl,
    callback_urls: [`${publicUrl}/sign-in/callback`],
    request_oauth_on_install: false,
    hook_attributes: { url: `${publicUrl}/api/github/webhooks`, active: true },
    default_events: wantedApp.events,
    default_permissions: { ...wantedApp.permissions, ...(hasBoards && boardPermission) },
  };
}
