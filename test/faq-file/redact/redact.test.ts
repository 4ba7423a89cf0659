import { describe, expect, it } from "vitest";
import { redact } from "../../../src/faq-file/redact/redact.ts";

/**
 * Letters and digits that look like chance and are the same each time. Samples are put together here, so that nobody's
 * push protection takes this file for a leak.
 */
function chance(length: number, alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"): string {
  let seed = length * 7919 + alphabet.length;
  return Array.from({ length }, () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return alphabet[Math.floor((seed / 2147483648) * alphabet.length)];
  }).join("");
}
const hex = (length: number): string => chance(length, "0123456789abcdef");
const upper = (length: number): string => chance(length, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
const digits = (length: number): string => chance(length, "123456789");
const pem = (kind: string): string =>
  [`-----BEGIN ${kind}-----`, chance(64), chance(64), `-----END ${kind}-----`].join("\n");

/** What stands around a secret, and the secret. */
type Sample = readonly [text: string, secret: string];
const s = (before: string, secret: string, after = ""): Sample => [before + secret + after, secret];

const secrets: readonly Sample[] = [
  ...["ghp", "gho", "ghu", "ghs", "ghr"].map((it) => s("token ", `${it}_${chance(36)}`)),
  s("", `github_pat_${chance(22)}_${chance(59)}`),
  s("git clone https://", `ghp_${chance(36)}`, "@github.com/acme/x"),
  s("", `glpat-${chance(20)}`),
  s("", `gldt-${chance(20)}`),
  s("", `xoxb-${digits(12)}-${digits(12)}-${chance(24)}`),
  s("", `xapp-1-${upper(11)}-${digits(13)}-${hex(64)}`),
  s("id ", `AKIA${upper(16)}`),
  s("id ", `ASIA${upper(16)}`),
  s("AWS_SECRET_ACCESS_KEY=", chance(40)),
  s("GOOGLE_SERVICE_ACCOUNT_KEY=", chance(2_400)),
  s('DEPLOY_TOKEN="', chance(1_200), '"'),
  s("deploy_password: '", chance(350), "'"),
  s("aws_secret_access_key = ", `${chance(20)}/${chance(10)}+${chance(8)}`),
  s("export AWS_SESSION_TOKEN=", `${chance(100)}==`),
  s("", `AIza${chance(35)}`),
  s("", `ya29.${chance(60)}`),
  s("client_secret: ", `GOCSPX-${chance(28)}`),
  s("AZURE_CLIENT_SECRET=", `${chance(3)}8Q~${chance(34)}`),
  s("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=", `${chance(86)}==`, ";EndpointSuffix=core.windows.net"),
  s("Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=", `${chance(43)}=`),
  s("https://a.blob.core.windows.net/c?sv=2022-11-02&sig=", `${chance(43)}%3D`),
  s("", `sk-${chance(48)}`),
  s("", `sk-proj-${chance(60)}`),
  s("", `sk-ant-api03-${chance(93)}AA`),
  s("", `hf_${chance(34)}`),
  s("", `gsk_${chance(52)}`),
  s("", `r8_${chance(37)}`),
  s("", `sk_live_${chance(24)}`),
  s("", `rk_test_${chance(24)}`),
  s("", `whsec_${chance(32)}`),
  s("", `shpat_${hex(32)}`),
  s("", `npm_${chance(36)}`),
  s("", `pypi-AgEIcHlwaS5vcmc${chance(60)}`),
  s("", `rubygems_${hex(48)}`),
  s("docker login -u me -p ", `dckr_pat_${chance(27)}`),
  s("VAULT_TOKEN=", `hvs.${chance(24)}`),
  s("X-Vault-Token: ", `s.${chance(24)}`),
  s("", `${chance(14)}.atlasv1.${chance(64)}`),
  s("", `dop_v1_${hex(64)}`),
  s("", `dapi${hex(32)}`),
  s("", `pul-${hex(40)}`),
  s("", `dp.pt.${chance(43)}`),
  s("", `SG.${chance(22)}.${chance(43)}`),
  s("", `key-${hex(32)}`),
  s("", `SK${hex(32)}`),
  s("", `glsa_${chance(32)}_${hex(8)}`),
  s("", `NRAK-${upper(27)}`),
  s("", `lin_api_${chance(40)}`),
  s("", `figd_${chance(40)}`),
  s("", `PMAK-${hex(24)}-${hex(34)}`),
  s("", `ATATT3${chance(186)}`),
  s("https://api.telegram.org/bot", `${digits(10)}:AA${chance(33)}`, "/sendMessage"),
  s("", `M${chance(23)}.${chance(6)}.${chance(30)}`),
  s("", `eyJ${chance(20)}.eyJ${chance(40)}.${chance(43)}`),
  s("https://hooks.slack.com/services/", `T${upper(8)}/B${upper(8)}/${chance(24)}`),
  s("https://discord.com/api/webhooks/123456789012345678/", chance(68)),
  s("https://acme.webhook.office.com/webhookb2/", `${hex(8)}-${hex(4)}@${hex(8)}/IncomingWebhook/${hex(32)}/${hex(8)}`),
  s("https://hooks.zapier.com/hooks/catch/", `${digits(7)}/${chance(7)}`),
  s("", pem("RSA PRIVATE KEY")),
  s("", pem("OPENSSH PRIVATE KEY")),
  s("", pem("EC PRIVATE KEY")),
  s("", pem("ENCRYPTED PRIVATE KEY")),
  s("", pem("PGP PRIVATE KEY BLOCK")),
  s("Authorization: token ", hex(40)),
  s("Authorization: Bearer ", chance(32)),
  s("-H 'Authorization: Basic ", "dXNlcjpodW50ZXIyaHVudGVyMg==", "'"),
  s('"Authorization": "', hex(40), '"'),
  s("curl -H 'X-API-Key: ", chance(32), "' https://a.example"),
  s("PRIVATE-TOKEN: ", chance(20)),
  s("token: ", hex(40)),
  s("token = '", chance(32), "'"),
  s("const apiKey = '", chance(32), "';"),
  s('"api_key": "', hex(32), '"'),
  s("DATADOG_API_KEY=", hex(32)),
  s("ENCRYPTION_KEY: ", hex(64)),
  s("SECRET_KEY_BASE=", hex(64)),
  s('SECRET_KEY = "', `django-insecure-${chance(40)}`, '"'),
  s("//registry.npmjs.org/:_authToken=", `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`),
  s('"auth": "', "bWU6aHVudGVyMmh1bnRlcjI0Mg==", '"'),
  s("DB_PASSWORD=", "hunter2hunter2"),
  s("MYSQL_ROOT_PASSWORD: ", "s3cr3t!pw"),
  s("password=", "letmein"),
  s("POSTGRES_PASSWORD=", "winter"),
  s('"password": "', "correct horse battery staple", '"'),
  s("password: '", "pa ss wo rd 1", "'"),
  s("spring.datasource.password=", "Tr0ub4dor&3".replace("&", "_")),
  s("  pwd: ", "Qwertz123"),
  s("passphrase: ", "openbarley"),
  s("smtp_pass = ", "Mail#2024".replace("#", "!")),
  s('ConnectionString="Server=db;User Id=sa;Password=', "Str0ngPassw0rd", ';"'),
  s("postgres://app:", "hunter2", "@db.acme.io:5432/app"),
  s("redis://:", "p4ssw0rd99", "@cache.acme.io:6379"),
  s("amqp://svc:", "Zx81!kk", "@mq/v"),
  s("curl -u admin:", "district9", " https://a.example"),
  s("mysqldump --password ", "hunter22", " db"),
  s("tool --api-key=", chance(24)),
  s("machine a.io login me password ", "hunter2x"),
  s("https://a.example/cb?access_token=", chance(40), "&x=1"),
  s("write to ", "ann.b@mail.acme.io", " for it"),
  s("mailto:", "jo+faq@uni-wien.ac.at"),
  s("at ", "84.12.7.9", ":80"),
  s("ssh root@", "185.199.110.14"),
  s("at ", "2a02:8388:1:2::1"),
];

const harmless: readonly string[] = [
  "sk-learn-is-a-library-for-machine-learning",
  "sk-hynix-memory-module-2024-edition",
  "foo@2x.png",
  "![](icon@3x.webp)",
  "uses: actions/checkout@v4.de",
  "uses: actions/setup-node@v4.1.0",
  "npm i left-pad@1.3.0 @acme/x@2.0.0-rc.1",
  "const password = process.env.DB_PASSWORD",
  "password: process.env.DB_PASSWORD,",
  'password = os.environ["DB_PASSWORD"]',
  "password: ${DB_PASSWORD}",
  "password: ${{ secrets.DB_PASSWORD }}",
  "token: $TOKEN",
  "token: {{ token }}",
  "token: <your token>",
  "Authorization: Bearer <token>",
  "Authorization: Bearer $GITHUB_TOKEN",
  "Authorization: token YOUR_TOKEN",
  "the bearer authentication-scheme of RFC 6750",
  "basic authentication-by-default",
  'password: "your-password"',
  "password: changeme",
  "PASSWORD_MIN_LENGTH=12",
  "password_reset_timeout: 3600",
  "TOKEN_EXPIRY=86400",
  "max_tokens: 100000",
  "token_type: bearer",
  "token_endpoint: https://a.example/oauth2/token",
  "tokens: 4096",
  "secretName: production-database",
  "password_file=/run/secrets/db_password",
  "POSTGRES_PASSWORD_FILE: /run/secrets/db_password",
  "secret: /run/secrets/db_password",
  'echo "$PASS" | docker login --password-stdin',
  '"password": "Please enter your password"',
  "Password: at least eight characters",
  "The secret: patience and time.",
  "primary_key: user_id_2",
  "PUBLIC_KEY=abc123def456ghi789",
  "cache_key: v1-deps-3f2a9b77",
  "postgres://user:password@localhost/db",
  "https://user:<password>@host/x",
  "redis://:${REDIS_PASSWORD}@cache:6379",
  "git@github.com:acme/x.git",
  "ssh://git@gitlab.acme.io/x.git",
  "Co-authored-by: Ann <1+ann@users.noreply.github.com>",
  "ann@example.com",
  "ann@mail.example.org",
  "noreply@github.com",
  "Section 1.2.3.4 of the manual",
  "see chapter 12.4.10.2",
  "version 10.20.30.40",
  "pip install x==84.12.7.9",
  "Chrome/120.0.0.0 Safari/537.36",
  "1.2.3.4",
  "127.0.0.1 and 10.0.0.7 and 192.168.1.1",
  "100.64.1.2 and 224.0.0.251",
  "203.0.113.7",
  "12:30:45",
  "std::vector::size",
  "2001:db8::1",
  "fe80::1",
  "commit 3f2a9b77c1d0e5f6a7b8c9d0e1f2a3b4c5d6e7f8",
  "sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  "integrity: sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
  "id: 3f2a9b77-c1d0-4e5f-a7b8-c9d0e1f2a3b4",
  "AKIAIOSFODNN7EXAMPLE",
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI",
  "-----BEGIN CERTIFICATE-----",
  "const token = await getToken(user)",
  "auth: config.auth",
  "token = parser.next_token",
  "pypi-publish-with-trusted-publishers-and-more",
  "a compass=north",
  "broken: yes",
  "const key = useMemo(() => 1)",
  "key: value-1234",
];

describe("what must not be published", () => {
  it("is found in at least 95 of 100 samples", () => {
    const missed = secrets.filter(([text, secret]) => redact(text).text.includes(secret));
    expect(missed.length / secrets.length).toBeLessThanOrEqual(0.05);
    expect(secrets.length).toBeGreaterThanOrEqual(96);
  });

  it("is not seen in more than 3 of 100 harmless texts", () => {
    const taken = harmless.filter((text) => redact(text).text !== text);
    expect(taken.length / harmless.length).toBeLessThanOrEqual(0.03);
    expect(harmless.length).toBeGreaterThanOrEqual(70);
  });

  it.each(secrets)("leaves what is around %j", (text, secret) => {
    const { text: clean } = redact(text);
    const at = text.indexOf(secret);
    expect(clean.startsWith(text.slice(0, at))).toBe(true);
    expect(clean.endsWith(text.slice(at + secret.length))).toBe(true);
  });

  it("is taken out once: what stands in its place is no secret", () => {
    for (const [text] of secrets) {
      const once = redact(text).text;
      expect(redact(once)).toEqual({ text: once, found: new Map() });
    }
  });
});
