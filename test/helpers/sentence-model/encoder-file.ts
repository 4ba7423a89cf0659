import { onnxFile, type OnnxNode, type Weights } from "./onnx-file.ts";

export interface EncoderShape {
  readonly words: number;
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly positions: number;
}

/** The shape of all-MiniLM-L6-v2, by its config.json. */
export const miniLm: EncoderShape = { words: 30_522, width: 384, layers: 6, heads: 12, positions: 512 };

/**
 * A transformer encoder like BERT's, with weights that mean nothing: it costs what a model of its shape costs, and is for
 * measuring that alone.
 */
export function encoderFile(shape: EncoderShape): Buffer {
  const { words, width, positions, layers } = shape;
  const weights: Weights[] = [
    { name: "words", shape: [words, width], data: noise(words * width) },
    { name: "positions", shape: [positions, width], data: noise(positions * width) },
    ...constants(shape),
  ];
  const nodes: OnnxNode[] = [
    { op: "Gather", inputs: ["words", "input_ids"], output: "word" },
    // Positions count the tokens of each text: the running sum of ones, less one.
    { op: "Mul", inputs: ["input_ids", "zero"], output: "zeros" },
    { op: "Add", inputs: ["zeros", "one"], output: "ones" },
    { op: "CumSum", inputs: ["ones", "axis"], output: "counted" },
    { op: "Sub", inputs: ["counted", "one"], output: "at" },
    { op: "Gather", inputs: ["positions", "at"], output: "position" },
    { op: "Add", inputs: ["word", "position"], output: "layer0" },
    { op: "Cast", inputs: ["attention_mask"], output: "seen", attributes: { to: 1 } },
    { op: "Sub", inputs: ["oneFloat", "seen"], output: "unseen" },
    { op: "Mul", inputs: ["unseen", "never"], output: "penalty" },
    { op: "Unsqueeze", inputs: ["penalty", "middle"], output: "mask" },
  ];
  for (let layer = 0; layer < layers; layer++) {
    const made = encoderLayer(shape, layer, layer === layers - 1 ? "last_hidden_state" : `layer${layer + 1}`);
    nodes.push(...made.nodes);
    weights.push(...made.weights);
  }
  const tokens = ["batch", "tokens"];
  return onnxFile({
    inputs: [
      { name: "input_ids", type: "int64", shape: tokens },
      { name: "attention_mask", type: "int64", shape: tokens },
    ],
    outputs: [{ name: "last_hidden_state", type: "float32", shape: [...tokens, width] }],
    nodes,
    weights,
  });
}

function constants({ width, heads }: EncoderShape): Weights[] {
  const ints = (name: string, ...values: number[]) => ({
    name,
    shape: [values.length],
    data: BigInt64Array.from(values, BigInt),
  });
  const float = (name: string, value: number) => ({ name, shape: [], data: Float32Array.of(value) });
  const int = (name: string, value: bigint) => ({ name, shape: [], data: BigInt64Array.of(value) });
  return [
    int("zero", 0n),
    int("one", 1n),
    int("axis", 1n),
    float("oneFloat", 1),
    float("never", -1e4),
    float("half", 0.5),
    float("root2", Math.SQRT2),
    float("scale", Math.sqrt(width / heads)),
    ints("middle", 1, 2),
    ints("split", 0, 0, heads, width / heads),
    ints("join", 0, 0, width),
  ];
}

function encoderLayer({ width }: EncoderShape, layer: number, output: string) {
  const of = (name: string) => `${name}${layer}`;
  const weights: Weights[] = [];
  const nodes: OnnxNode[] = [];
  const add = (op: string, inputs: readonly string[], name: string, attributes?: OnnxNode["attributes"]) => {
    nodes.push({ op, inputs, output: name, ...(attributes && { attributes }) });
    return name;
  };
  const weigh = (name: string, ...shape: number[]) => {
    weights.push({ name: of(name), shape, data: noise(shape.reduce((a, b) => a * b)) });
    return of(name);
  };
  const dense = (from: string, name: string, size: readonly [number, number]) =>
    add(
      "Add",
      [add("MatMul", [from, weigh(`${name}Weight`, ...size)], of(`${name}Sum`)), weigh(`${name}Bias`, size[1])],
      of(name),
    );
  const normal = (from: string, name: string, to: string) =>
    add("LayerNormalization", [from, weigh(`${name}Gain`, width), weigh(`${name}Shift`, width)], to, { axis: -1 });
  const head = (name: string, perm: readonly number[]) =>
    add(
      "Transpose",
      [add("Reshape", [dense(of("layer"), name, [width, width]), "split"], of(`${name}Heads`))],
      of(`${name}Turned`),
      { perm },
    );

  const attention = add("MatMul", [head("query", [0, 2, 1, 3]), head("key", [0, 2, 3, 1])], of("alike"));
  const masked = add("Add", [add("Div", [attention, "scale"], of("scaled")), "mask"], of("masked"));
  const mixed = add(
    "MatMul",
    [add("Softmax", [masked], of("shares"), { axis: -1 }), head("value", [0, 2, 1, 3])],
    of("mixed"),
  );
  const joined = add(
    "Reshape",
    [add("Transpose", [mixed], of("turnedBack"), { perm: [0, 2, 1, 3] }), "join"],
    of("joined"),
  );
  const attended = normal(
    add("Add", [dense(joined, "out", [width, width]), of("layer")], of("outAdded")),
    "first",
    of("attended"),
  );
  const inner = dense(attended, "inner", [width, 4 * width]);
  // GELU, as BERT has it.
  const bent = add(
    "Add",
    [add("Erf", [add("Div", [inner, "root2"], of("bent0"))], of("bent1")), "oneFloat"],
    of("bent2"),
  );
  const active = add("Mul", [add("Mul", [inner, bent], of("bent3")), "half"], of("active"));
  normal(add("Add", [dense(active, "outer", [4 * width, width]), attended], of("outerAdded")), "second", output);
  return { nodes, weights };
}

/** The same numbers each time, between −0.05 and 0.05. */
function noise(count: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state / 2 ** 32 - 0.5) / 10;
  });
}
