/** What is said of any command: why it was not carried out. */
export const en = {
  "not-for-you": "`/{command}` is for {who}.",
  "under-quote":
    "`/{command}` stands right under a quote, which makes it part of the quote, so I did nothing. Write it in a new comment, with an empty line between the two.",
  "too-many":
    "I take {max} commands an hour from one person without triage rights, and these were more. Write the command again later, or ask somebody with triage rights.",
  "refused.permission":
    "GitHub does not let me do this: the app lacks a right. Whoever owns the installation can accept it in the app's settings; then try again.",
  "refused.issues-disabled":
    "Issues are switched off in this repository. An admin can switch them on in its settings; then try again.",
  "refused.archived": "This repository is archived, so nothing in it can be changed.",
  "refused.locked": "This conversation is locked, and I may not go on in it. Somebody with write rights can unlock it.",
  "refused.blocked":
    "GitHub does not let me write here: the app is blocked, or an owner has limited for now who may take part. An admin can change that in the settings; then try again.",
  "refused.protected":
    "A rule of this repository keeps me from changing that branch. An admin can let the app pass in the repository's rules; then try again.",
  "refused.organization-policy":
    "This organization does not let the app in from where it runs (an IP allow list, single sign-on, or a limit on apps). An owner of the organization can allow it; then try again.",
  "refused.forbidden":
    "GitHub does not let me do this. An admin of this repository can see below what it says; where that can be changed, try again afterwards.",
  "refused.invalid": "GitHub does not accept what was asked.",
  "partly-done":
    "GitHub did not set: {what}. The rest is done. Whoever owns the installation can see in the app's settings whether it may write issues; and an issue holds ten assignees and a hundred labels at most.",
  "gone-meanwhile":
    "Something this needs was deleted or moved meanwhile, so I stopped there. Look what is left, then write the command again.",
} as const;
