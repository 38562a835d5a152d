/** Reads what an ONNX file says about its graph: nodes with their inputs and outputs, and the tensors stored in it. */
import { readFields, readPacked } from './protobuf-reader.ts';

export interface GraphNode {
  readonly operation: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** ONNX's numbers for element types. */
export const ELEMENT = { float32: 1, int8: 3, int64: 7 } as const;

export interface StoredTensor {
  readonly name: string;
  /** One of ONNX's element types, see `ELEMENT`. */
  readonly element: number;
  readonly shape: readonly number[];
  /** Little-endian numbers, a view into the file. */
  readonly bytes: Uint8Array;
}

export interface OnnxGraph {
  readonly nodes: readonly GraphNode[];
  readonly tensors: ReadonlyMap<string, StoredTensor>;
}

// Field numbers of onnx.proto (IR version 8).
const MODEL = { graph: 7 };
const GRAPH = { node: 1, initializer: 5 };
const NODE = { input: 1, output: 2, operation: 4 };
const TENSOR = { dims: 1, element: 2, name: 8, raw: 9 };

const text = new TextDecoder();

function readNode(bytes: Uint8Array): GraphNode {
  const inputs: string[] = [];
  const outputs: string[] = [];
  let operation = '';
  for (const field of readFields(bytes)) {
    if (field.number === NODE.input) inputs.push(text.decode(field.bytes));
    else if (field.number === NODE.output) outputs.push(text.decode(field.bytes));
    else if (field.number === NODE.operation) operation = text.decode(field.bytes);
  }
  return { operation, inputs, outputs };
}

function readTensor(bytes: Uint8Array): StoredTensor {
  const shape: number[] = [];
  let name = '';
  let element = 0;
  let raw = new Uint8Array(0);
  for (const field of readFields(bytes)) {
    if (field.number === TENSOR.dims)
      shape.push(...(field.value === null ? readPacked(field.bytes) : [field.value]));
    else if (field.number === TENSOR.element) element = field.value ?? 0;
    else if (field.number === TENSOR.name) name = text.decode(field.bytes);
    else if (field.number === TENSOR.raw) raw = field.bytes as Uint8Array<ArrayBuffer>;
  }
  return { name, element, shape, bytes: raw };
}

/** Throws when the bytes are not an ONNX model with a graph. */
export function readOnnxGraph(file: Uint8Array): OnnxGraph {
  const nodes: GraphNode[] = [];
  const tensors = new Map<string, StoredTensor>();
  for (const field of readFields(file)) {
    if (field.number !== MODEL.graph) continue;
    for (const part of readFields(field.bytes)) {
      if (part.number === GRAPH.node) nodes.push(readNode(part.bytes));
      if (part.number !== GRAPH.initializer) continue;
      const tensor = readTensor(part.bytes);
      tensors.set(tensor.name, tensor);
    }
  }
  if (nodes.length === 0) throw new Error(`not an ONNX model: no graph in ${file.length} bytes`);
  return { nodes, tensors };
}
