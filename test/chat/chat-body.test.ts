import { describe, expect, it } from "vitest";
import { chatBody } from "../../src/chat/chat-body.ts";

const slack = "https://hooks.slack.com/services/T0/B0/x";
const message = {
  headline: "acme/widgets: 2 questions wait for the team. On call: ann.",
  items: [
    { title: "It <b>breaks</b> & @here | [x](y)", url: "https://github.com/acme/widgets/discussions/1", note: "due" },
    { title: "x".repeat(300), url: "https://github.com/acme/widgets/discussions/2", note: "due" },
  ],
  more: 7,
};

describe("the JSON for Slack", () => {
  const { text } = chatBody(slack, message) as { readonly text: string };

  it("is a text with links", () => {
    expect(text.split("\n")[0]).toBe(message.headline);
    expect(text).toContain("<https://github.com/acme/widgets/discussions/2|xxx");
    expect(text).toContain("… and 7 more");
  });

  it("neither calls anybody nor breaks out of a link, whatever a title says", () => {
    expect(text).toContain("|It &lt;b&gt;breaks&lt;/b&gt; &amp; @\u200Bhere ¦ [x](y)>: due");
    expect(chatBody(slack, { ...message, headline: "<!channel>\n@channel" })).toMatchObject({
      text: expect.stringMatching(/^&lt;!channel&gt; @\u200Bchannel\n/u),
    });
  });

  it("cuts long titles", () => {
    expect(text).not.toContain("x".repeat(120));
  });

  it.each([
    "https://chat.example.com/hooks/x",
    "https://logic.azure.com.example.com/x",
    "https://discord.com/api/webhooks/1/x/slack",
  ])("is what %s gets", (url) => {
    expect(chatBody(url, message)).toHaveProperty("text");
  });
});

describe("the JSON for Microsoft Teams", () => {
  it.each([
    "https://prod-12.westeurope.logic.azure.com:443/workflows/x/triggers/manual/paths/invoke?sig=y",
    "https://default1.23.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/x",
    "https://acme.webhook.office.com/webhookb2/x",
  ])("is a card in a message for %s", (url) => {
    expect(chatBody(url, message)).toMatchObject({
      type: "message",
      // A flow that loops over them fails on a body without (MicrosoftDocs/msteams-docs#11302).
      attachments: [
        {
          contentType: "application/vnd.microsoft.card.adaptive",
          // Required by some (laravel-notification-channels/microsoft-teams#42).
          contentUrl: null,
          content: {
            type: "AdaptiveCard",
            body: [
              { type: "TextBlock", text: message.headline },
              { text: "[It  b breaks /b  & @\u200Bhere | (x)(y)](https://github.com/acme/widgets/discussions/1): due" },
              {},
              { text: "… and 7 more" },
            ],
          },
        },
      ],
    });
  });
});
