import { NodeTypes, parse, type ElementNode } from "@vue/compiler-dom";

/** What of an SVG is asked about. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly ReadElement[];
}

/** Reads an SVG. Throws where it is not well-formed. */
export function readSvg(text: string): ReadElement {
  const { children } = parse(text, {
    parseMode: "base",
    isNativeTag: () => true,
    onError: (error) => {
      throw error;
    },
  });
  const [root] = children;
  if (children.length !== 1 || root?.type !== NodeTypes.ELEMENT) throw new Error("it is not one element");
  return toElement(root);
}

/** All elements of a name, in order. */
export function all(element: ReadElement, name: string): readonly ReadElement[] {
  return [...(element.name === name ? [element] : []), ...element.children.flatMap((it) => all(it, name))];
}

function toElement({ tag, props, children }: ElementNode): ReadElement {
  const attributes = props.map((it) => {
    if (it.type !== NodeTypes.ATTRIBUTE) throw new Error(`${it.name} is no attribute`);
    return [it.name, it.value?.content ?? ""] as const;
  });
  return {
    name: tag,
    attributes: Object.fromEntries(attributes),
    text: children.map((it) => (it.type === NodeTypes.TEXT ? it.content : "")).join(""),
    children: children.flatMap((it) => (it.type === NodeTypes.ELEMENT ? [toElement(it)] : [])),
  };
}
