/** Both ways through transformers.js give the same vectors for our own model. */
import { basename, dirname } from 'node:path';
import { env } from '@xenova/transformers';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadOwn, loadPipeline, type TextNetwork } from '../../src/embedding/drivers/transformers-network.ts';
import { modelPath as folder } from './bundled-model.ts';

describe('our own tokenizer before the library’s network', () => {
  let own: TextNetwork;
  let theirs: TextNetwork;
  beforeAll(async () => {
    env.allowRemoteModels = false;
    env.localModelPath = dirname(folder);
    own = await loadOwn(basename(folder), folder, 512);
    theirs = await loadPipeline(basename(folder));
  });

  it.each([
    ['a sentence', 'How many bridges did the city build last year?'],
    ['Han', '这座城市去年建了多少座桥?'],
    ['Arabic', 'كم جسرا بنت المدينة؟'],
    ['Devanagari', 'शहर ने कितने पुल बनाए?'],
    ['full-width letters', 'ＡＢＣ　１２３'],
    ['a control token', 'what does <pad> mean? </s>'],
    ['more than fits', 'one bridge after the other '.repeat(200)],
  ])('gives the same vector: %s', async (_what, text) => {
    const [first, second] = [await own(text), await theirs(text)];
    expect(first).not.toBeNull();
    for (const [at, value] of [...first!].entries()) expect(value).toBeCloseTo(second![at]!, 5);
  });

  it('gives none for a text without tokens', async () => {
    expect(await own('  ')).toBeNull();
    expect(await theirs('  ')).toBeNull();
  });
});
