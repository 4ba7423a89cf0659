import type { RunningDemo } from "./run-demo.ts";

/** The one line that scripts read. */
export function toJsonLine({ github, app, repository, people }: RunningDemo): string {
  const tokens = Object.fromEntries(Object.entries(people).map(([part, { token }]) => [part, token]));
  return `${JSON.stringify({ github, app, repository, tokens })}\n`;
}

/** What a person reads: where to look, whom to be, what to try. */
export function toWelcome({ github, app, repository, people }: RunningDemo, data: string): string {
  const { asker, helper, maintainer, stranger } = people;
  return `
  Frontdesk is at work in ${repository}.

  Look around     ${github}/${repository}
  Discussions     ${github}/${repository}/discussions
  Ask something   ${github}/${repository}/discussions/new?category=q-a
  Webhooks        ${github}/-/deliveries
  The app         ${app}

  At the top of each page, choose whom to act as:
    ${asker.login} asks, ${helper.login} helps (triage), ${maintainer.login} maintains, ${stranger.login} has no role.

  Try it: ask "How do I share the build cache with CI?" and watch the thread, or meet a known bug:
    "The agent does not start after a reboot". As ${helper.login}, comment /promote-faq in an answered discussion;
    as ${maintainer.login}, merge the pull request that comes, and ask the same again.

  Kept in ${data}; --fresh begins anew. Stop with Ctrl+C.

`;
}
