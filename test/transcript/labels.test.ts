/** What is a speaker label and what only looks like one, decided from the text around it. */
import { describe, expect, it } from 'vitest';
import { parseTranscript } from '../../src/transcript/parse-transcript.ts';

/** The labels found, as printed. */
function labels(text: string): readonly string[] {
  const { blocks } = parseTranscript(text);
  return blocks.filter((block) => block.kind === 'label').map((block) => text.slice(block.start, block.end));
}

/** A conversation around `line`, which stands as a paragraph in an answer. */
const within = (line: string): string =>
  `Ann Lee: Good morning. The ferry is late again.\n\nQUESTION: How late?\n\nAnn Lee: Two hours.\n\n${line}\n\nWe are sorry.\n\nQUESTION: Why?\n\nAnn Lee: Fog.`;
const plain = labels(within('The fog was thick.'));

describe('speech that looks like a label', () => {
  it.each([
    'Ladies and gentlemen:',
    'Three points: fuel, crews, fog.',
    'He said: “Wait.”',
    'I left at 10:30 in the morning.',
    'The ratio is 2:1 in winter.',
    'See https://example.org/ferry for the times.',
    '- Tickets: four crowns',
    '1. Crews: two more on each boat',
    'Note: children travel free.',
    '他指出：“天气是关键。”',
    '女士们、先生们：',
    '(Applause.)',
    'To put it briefly: we wait.',
  ])('keeps %s as speech', (line) => {
    expect(labels(within(line))).toEqual(plain);
    const { blocks } = parseTranscript(within(line));
    const speech = blocks
      .filter((block) => block.kind === 'speech')
      .map((block) => within(line).slice(block.start, block.end));
    expect(speech).toContain(line);
  });

  it('keeps a word that opens several paragraphs of one speech', () => {
    const notes = 'Note: one.\n\nNote: two.\n\nNote: three.\n\nNote: four.';
    expect(labels(within(notes))).toEqual(plain);
  });
});

describe('labels in every dress', () => {
  it.each([
    ['Ann Lee (00:12): Yes.', 'Ann Lee (00:12):'],
    ['[00:00:12] Ann Lee: Yes.', '[00:00:12] Ann Lee:'],
    ['**Ann Lee:** Yes.', '**Ann Lee:**'],
    ['**Ann Lee**: Yes.', '**Ann Lee**:'],
    ['Ann Lee (Mayor of Eastmere): Yes.', 'Ann Lee (Mayor of Eastmere):'],
    ['Ann Lee, mayor: Yes.', 'Ann Lee, mayor:'],
    ['— Ann Lee: Yes.', '— Ann Lee:'],
    ['Ann Lee :\nYes.', 'Ann Lee :'],
    ['Ann Lee：Yes.', 'Ann Lee：'],
    ['### Ann Lee\nYes.', '### Ann Lee'],
  ])('finds the label of %s', (turn, label) => {
    const text = `Q: Will it run?\n\n${turn}\n\nQ: When?\n\n${turn}`;
    expect(labels(text).filter((one) => one !== 'Q:')).toEqual([label, label]);
  });

  it('finds nobody in a speech that only lists its parts', () => {
    expect(
      labels(
        'Ladies and gentlemen:\n\nRoads: we build forty.\n\nSchools: we open six.\n\nWater: we dig ninety wells.',
      ),
    ).toEqual([]);
  });
});
