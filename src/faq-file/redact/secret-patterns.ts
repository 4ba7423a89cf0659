/**
 * Patterns of secrets that name their issuer. They are those of the rules of gitleaks, which
 * is MIT licensed and kept up (https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml), and of the issuers where
 * linked. Lengths are lower bounds: to take a made-up sample out costs a reviewer a word, to leave a
 * secret in costs more. That is why the checksum in tokens of GitHub is not asked for, either.
 */
export const secretPatterns: readonly RegExp[] = [
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  /(?<![\w-])(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\w{22,255})/gu,
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  /(?<![\w-])(?:gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat|oas)-[\w.-]{16,}|GR1348941[\w-]{20})/gu,
  // https://api.slack.com/authentication/token-types
  /(?<![\w-])(?:xox[abeoprs]-[\w-]{10,}|xoxe\.xox[bp]-[\w-]{10,}|xapp-\d-[A-Za-z0-9-]{20,})/gu,
  // Amazon; what ends in EXAMPLE is from its own docs.
  /(?<!\w)(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)(?![A-Z0-9]{9}EXAMPLE)[A-Z0-9]{16}(?!\w)/gu,
  // Google: keys, access and refresh tokens, secrets of clients.
  /(?<![\w-])(?:AIza[\w-]{35}|ya29\.[\w-]{20,}|1\/\/0[\w-]{40,}|GOCSPX-[\w-]{20,})/gu,
  // Azure: secrets of apps, keys of storage and of buses, signatures of shared access.
  /(?<![\w.~-])[\w.~]{3}\dQ~[\w.~-]{31,34}/gu,
  /(?<=\b(?:AccountKey|SharedAccessKey)=)[A-Za-z0-9+/]{40,90}={0,2}/gu,
  /(?<=[?&]sig=)[A-Za-z0-9%+/]{30,120}={0,2}/gu,
  // Models.
  /(?<![\w-])(?:sk-[A-Za-z0-9]{20,}|sk-(?:proj|svcacct|admin|ant-\w{3,12}|or-v1|lf)-[\w-]{20,}|gsk_[A-Za-z0-9]{40,}|hf_[A-Za-z0-9]{30,}|r8_[A-Za-z0-9]{30,}|pplx-[A-Za-z0-9]{40,}|xai-[A-Za-z0-9]{60,}|nvapi-[\w-]{50,})/gu,
  // Payments.
  /(?<![\w-])(?:[rs]k_(?:live|test|prod)_\w{10,}|whsec_[A-Za-z0-9+/]{24,}|sq0(?:atp|csp)-[\w-]{22,}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32})/gu,
  // Registries of packages and images.
  /(?<![\w-])(?:npm_[A-Za-z0-9]{30,}|pypi-AgE[\w-]{30,}|rubygems_[a-f0-9]{48}|dckr_(?:pat|oat)_[\w-]{20,}|oy2[a-z0-9]{43}|CLOJARS_[a-z0-9]{60}|AKCp[A-Za-z0-9]{60,}|cio[A-Za-z0-9]{32})(?!\w)/gu,
  // Vault, Terraform, Pulumi, Doppler, 1Password, age.
  /(?<![\w.-])(?:hv[bsr]\.[\w-]{24,}|s\.[A-Za-z0-9]{24}(?![\w.])|[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,}|pul-[a-f0-9]{40}|dp\.(?:pt|st|sa|ct|scim|audit)\.[\w.-]{40,}|ops_eyJ[\w+/=]{60,}|A3-[A-Z0-9]{6}-[A-Z0-9-]{20,}|AGE-SECRET-KEY-1[A-Z0-9]{58})/gu,
  // Clouds.
  /(?<![\w-])(?:do[opr]_v1_[a-f0-9]{64}|v1\.0-[a-f0-9]{24}-[a-f0-9]{140,}|sbp_[a-f0-9]{40}|pscale_(?:tkn|oauth|pw)_[\w.=-]{32,}|dapi[a-f0-9]{32}|HRKU-[\w-]{36,}|tskey-[a-z]{3,8}-[\w-]{20,}|FlyV1 fm\d_[\w+/=,-]{40,}|LTAI[A-Za-z0-9]{20})/gu,
  // Watching and mail.
  /(?<![\w-])(?:SG\.[\w-]{16,}\.[\w-]{16,}|key-[0-9a-f]{32}|SK[0-9a-f]{32}|xkeysib-[a-f0-9]{64}-\w{16}|NRAK-[A-Z0-9]{27}|NRJS-[a-f0-9]{19}|glsa_[A-Za-z0-9]{32}_[a-fA-F0-9]{8}|glc_[\w+/=]{32,}|sntry[su]_[\w+/=-]{40,})/gu,
  // Work.
  /(?<![\w-])(?:ATATT3[\w=-]{50,}|lin_api_[A-Za-z0-9]{40}|ntn_[A-Za-z0-9]{40,}|secret_[A-Za-z0-9]{43}|figd_[\w-]{36,}|PMAK-[a-f0-9]{24}-[a-f0-9]{34}|p8e-[a-z0-9]{32})/gu,
  // Bots: https://core.telegram.org/bots/features#generating-an-authentication-token, and of Discord.
  /(?<!\d)\d{8,10}:AA[\w-]{33}/gu,
  /(?<![\w-])[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40}/gu,
  // JSON web tokens: RFC 7519.
  /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/gu,
  // Addresses that let whoever has them write: of a webhook, its path is the secret.
  /(?<=hooks\.slack\.com\/(?:services|workflows|triggers)\/)(?!redacted)[\w/-]{20,}/giu,
  /(?<=discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d{5,25}\/)[\w-]{20,}/giu,
  /(?<=\.webhook\.office\.com\/webhookb2\/)(?!redacted)[\w@/-]{20,}/giu,
  /(?<=hooks\.zapier\.com\/hooks\/catch\/)(?!redacted)[\w/]{8,}/giu,
  /(?<=chat\.googleapis\.com\/v1\/spaces\/)(?!redacted)[^\s"'`<>]{20,}/giu,
  /(?<=maker\.ifttt\.com\/trigger\/[^\s/]{1,60}\/with\/key\/)(?!redacted)[\w-]{16,}/giu,
];
