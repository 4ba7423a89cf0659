import type { ChatItem, ChatMessage } from "../core/chat-message.ts";

/** Titles are cut: Teams takes 28 KB (https://learn.microsoft.com/microsoftteams/limits-specifications-teams). */
const maxTitle = 120;

/**
 * Hosts of Microsoft Teams: the Workflows that post what a webhook brings, and the older connectors.
 *
 * @see https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
 */
const teamsHosts =
  /(?:^|\.)(?:logic\.azure\.(?:com|us)|powerplatform\.(?:com|us)|powerautomate\.(?:com|us)|webhook\.office\.com)$/u;

/**
 * The JSON by which a chat takes a message. There is none that both take: Teams' Workflows fail on `text` alone, since
 * they go through `attachments` (MicrosoftDocs/msteams-docs#11302), and Slack reads attachments of its own kind there. So
 * the host tells which. Mattermost, Rocket.Chat, Zulip and others take Slack's.
 */
export function chatBody(url: string, message: ChatMessage): object {
  return teamsHosts.test(new URL(url).hostname) ? teamsBody(message) : slackBody(message);
}

/** https://docs.slack.dev/messaging/formatting-message-text: what is escaped makes no link and calls nobody. */
function slackBody({ headline, items, more }: ChatMessage): object {
  const lines = items.map(
    ({ url, ...it }) => `• <${slackText(url)}|${slackText(cut(it.title))}>: ${slackText(it.note)}`,
  );
  return { text: [slackText(headline), ...lines, ...moreLine(more)].join("\n"), unfurl_links: false };
}

/** Those who take Slack's format read `@channel` in plain text as well. */
function slackText(text: string): string {
  return calm(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "¦");
}

/**
 * An Adaptive Card in a message. Without `contentUrl` some flows refuse it
 * (laravel-notification-channels/microsoft-teams#42). Of Markdown, links are all that a text block is given.
 *
 * @see https://learn.microsoft.com/en-us/connectors/teams/#microsoft-teams-webhook
 */
function teamsBody({ headline, items, more }: ChatMessage): object {
  const block = (text: string, extra: object = {}) => ({ type: "TextBlock", text, wrap: true, ...extra });
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    body: [
      block(teamsText(headline), { weight: "Bolder" }),
      ...items.map((it) => block(teamsItem(it))),
      ...moreLine(more).map((it) => block(it)),
    ],
  };
  return {
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }],
  };
}

function teamsItem({ title, url, note }: ChatItem): string {
  const address = url.replaceAll("(", "%28").replaceAll(")", "%29");
  return `[${teamsText(cut(title))}](${address}): ${teamsText(note)}`;
}

/** Without what a text block could take for Markdown; it has no way to say that it is none. */
function teamsText(text: string): string {
  return calm(text)
    .replaceAll("[", "(")
    .replaceAll("]", ")")
    .replaceAll(/[*_`~<>\\#]/gu, " ");
}

function moreLine(more: number): string[] {
  return more > 0 ? [`… and ${more} more`] : [];
}

function cut(text: string): string {
  return text.length > maxTitle ? `${text.slice(0, maxTitle - 1).toWellFormed()}…` : text;
}

/** On one line, and with names that call nobody. */
function calm(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .replaceAll("@", "@\u200B")
    .trim();
}
