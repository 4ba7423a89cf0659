const placeholder = /\{([a-z-]{1,20})\}/gu;
const known: readonly string[] = ["by", "priority"];

/** Names in braces that mean nothing. */
export function unknownPlaceholders(template: string): readonly string[] {
  return [...template.matchAll(placeholder)].flatMap(([, name = ""]) => (known.includes(name) ? [] : [name]));
}

/** Whether a template says until when. */
export function saysWhen(template: string): boolean {
  return template.includes("{by}");
}

/** A template with its values; those of names that it has not are left out. */
export function fillTemplate(template: string, values: Readonly<Record<"by" | "priority", string>>): string {
  return template.replaceAll(placeholder, (whole, name: string) =>
    name === "by" || name === "priority" ? values[name] : whole,
  );
}
