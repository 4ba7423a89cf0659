import { seededChance } from "./seeded-chance.ts";

/** A page of docs. */
export interface Page {
  readonly path: string;
  readonly content: string;
}

const words =
  "account archive backup branch browser build cache certificate channel client cluster command config container cookie credential database deployment directory disk domain download environment error export file filter firewall folder function gateway header host image import index install interface key label latency library limit link list log machine memory message migration mirror module monitor network node option owner package page parameter password path permission pipeline plugin policy port process profile project proxy queue quota record region registry release replica report request resource restart retry role rollback route rule runner schedule schema script search secret section server service session setting shell signature snapshot socket source stage state storage stream subnet table tag target task template test thread timeout token tool trace traffic trigger upgrade upload user value variable version volume webhook worker workspace zone".split(
    " ",
  );

/** Pages that look like docs: a title, five headings, prose, a list, code. The same for the same arguments. */
export function generatedDocs(count: number, options: { readonly bytes: number; readonly edition?: number }): Page[] {
  const { bytes, edition = 1 } = options;
  return Array.from({ length: count }, (_, index) => {
    const random = seededChance(index + 1);
    const pick = (): string => words[Math.floor(random() * words.length)] ?? "";
    const sentence = (length: number): string => `${Array.from({ length }, pick).join(" ")}.`;
    const sections = Array.from({ length: 5 }, () => section(pick, sentence, bytes / 5));
    const title = `# The ${pick()} ${pick()} ${index}\n\nEdition ${edition}.\n`;
    return { path: `docs/part-${index % 40}/page-${index}.md`, content: [title, ...sections].join("\n") };
  });
}

function section(pick: () => string, sentence: (length: number) => string, bytes: number): string {
  const heading = `## Change the ${pick()} of a ${pick()}\n`;
  const list = `- **${pick()}**: ${sentence(6)}\n- \`${pick()}\`: [${pick()}](../part-0/page-0.md), ${sentence(5)}\n`;
  const code = `\`\`\`sh\n${pick()} --${pick()} ${pick()}\n\`\`\`\n`;
  let prose = "";
  while (heading.length + prose.length + list.length + code.length < bytes) prose += `${sentence(12)}\n`;
  return [heading, prose, list, code].join("\n");
}
