/** Classes are told apart by what their examples have in common, not by what all have. */
import { describe, expect, it } from 'vitest';
import { dotRow, normalised, shortRow, type Rows } from '../../src/embedding/vector.ts';
import { KERNELS } from '../fakes/kernels.ts';
import { fitSoftmax, softmax } from '../../src/retrieval/softmax-regression.ts';

/** Words of a class stand at its own dimensions; what everybody says, at the last one, weighs most. */
function rowsOf(classes: number, each: number): Rows {
  const dimensions = classes + 1;
  const rows = Array.from({ length: classes * each }, (_, row) => {
    const vector = new Float32Array(dimensions);
    vector[row % classes] = 0.3;
    vector[(row * 7) % classes]! += 0.1;
    vector[classes] = 1;
    return [...normalised(vector)];
  });
  return { rows: Float32Array.from(rows.flat()), dimensions };
}

function classify(weights: Float32Array, input: Float32Array, classes: number): number {
  const logits = Array.from({ length: classes }, (_, at) => dotRow(input, weights, at));
  return logits.indexOf(Math.max(...logits));
}

describe('softmax regression', () => {
  const classes = 12;
  const source = rowsOf(classes, 30);
  const width = source.dimensions;
  const examples = Array.from({ length: classes * 30 }, (_, row) => ({
    vector: () => shortRow(source, row, width),
    classes: [row % classes],
  }));
  const options = { classes, dimensions: width, wasm: KERNELS };

  it('learns the classes of its examples, and weighs down what all have in common', () => {
    const weights = fitSoftmax(examples, options);
    const right = examples.filter(
      ({ vector, classes: [own] }) => classify(weights, vector(), classes) === own,
    );
    expect(right.length).toBe(examples.length);
    for (let own = 0; own < classes; own++)
      expect(Math.abs(weights[own * width + classes]!)).toBeLessThan(weights[own * width + own]!);
  });

  it('gives the same weights each time', () => {
    const fit = () => fitSoftmax(examples, options);
    expect(fit()).toEqual(fit());
  });

  it('shares an example out among its classes', () => {
    const both = examples.map(({ vector, classes: [own = 0] }) => ({
      vector,
      classes: own < 2 ? [0, 1] : [own],
    }));
    const weights = fitSoftmax(both, options);
    const input = shortRow(source, 0, width);
    expect(dotRow(input, weights, 0)).toBeCloseTo(dotRow(input, weights, 1), 1);
    expect(dotRow(input, weights, 0)).toBeGreaterThan(dotRow(input, weights, 2));
  });

  it('has nothing to say without examples', () => {
    expect([...fitSoftmax([], { ...options, classes: 0 })]).toEqual([]);
  });

  it('gives probabilities, however large the logits', () => {
    const parts = softmax(Float64Array.from([1000, 1000 + Math.log(3), -1000]));
    expect([...parts]).toEqual([expect.closeTo(0.25, 9), expect.closeTo(0.75, 9), 0]);
  });

  it('scales the first numbers of a row to length 1', () => {
    const row = { rows: Float32Array.from([9, 9, 9, 3, 4, 12]), dimensions: 3 };
    expect([...shortRow(row, 1, 2)]).toEqual([expect.closeTo(0.6, 6), expect.closeTo(0.8, 6)]);
  });
});
