/** Who asks, who answers and who moderates follows from the order and the length of turns. */
import { describe, expect, it } from 'vitest';
import { parseTranscript } from '../../src/transcript/parse-transcript.ts';

function kinds(...turns: readonly string[]): readonly string[] {
  const { turns: parsed } = parseTranscript(turns.join('\n\n'));
  return parsed.map((turn) => (turn.inReplyTo === null ? turn.kind : `${turn.kind} ${turn.inReplyTo}`));
}

const statement = `Ann Lee: ${'The quay was rebuilt in nine weeks by two crews. '.repeat(6)}`;

describe('kinds of turns', () => {
  it('links several answers to one question', () => {
    expect(
      kinds(statement, 'Q: Why?', 'Ann Lee: Fog.', 'Bo Ek: And ice.', 'Q: When?', 'Bo Ek: In May.'),
    ).toEqual(['statement', 'question', 'answer t2', 'answer t2', 'question', 'answer t5']);
  });

  it('links two questions in a row to two answers in the same order, else to the latest', () => {
    expect(kinds(statement, 'Q: Why?', 'Q: And when?', 'Ann Lee: Fog.', 'Bo Ek: In May.')).toEqual([
      'statement',
      'question',
      'question',
      'answer t2',
      'answer t3',
    ]);
    expect(kinds(statement, 'Q: Why?', 'Q: And when?', 'Ann Lee: Fog, and in May.')).toEqual([
      'statement',
      'question',
      'question',
      'answer t3',
    ]);
  });

  it('takes a follow-up for a question of its own', () => {
    expect(
      kinds(statement, 'Coast Radio: Why?', 'Ann Lee: Fog.', 'Coast Radio: Only fog?', 'Ann Lee: Only fog.'),
    ).toEqual(['statement', 'question', 'answer t2', 'question', 'answer t4']);
  });

  it('finds the moderator by what she does: opens, hands over, closes, never replies', () => {
    expect(
      kinds(
        'Ida Holm: Welcome. Ann Lee will begin.',
        statement,
        'Ida Holm: Questions, please.',
        'Q: Why?',
        'Ann Lee: Fog.',
        'Ida Holm: We close here. Good night.',
      ),
    ).toEqual(['moderation', 'statement', 'moderation', 'question', 'answer t4', 'moderation']);
  });

  it('takes the interviewer for the asker where nobody else asks', () => {
    expect(
      kinds(
        'Moderator: Where do you live?',
        'Ann Lee: On the quay.',
        'Moderator: Since when?',
        'Ann Lee: Since May.',
        'Moderator: Thank you.',
      ),
    ).toEqual(['question', 'answer t1', 'question', 'answer t3', 'moderation']);
  });

  it('takes a closing word of thanks for moderation, but not thanks inside an answer', () => {
    expect(
      kinds(
        statement,
        'Q: Why?',
        'Ann Lee: Thank you for asking. Fog.',
        'Q: Thank you.',
        'Ann Lee: Thank you all.',
      ),
    ).toEqual(['statement', 'question', 'answer t2', 'moderation', 'moderation']);
  });

  it('knows statements where nobody asks', () => {
    expect(
      kinds(statement, `Bo Ek: ${'We paid for it. '.repeat(20)}`, 'Ann Lee: I agree with that.'),
    ).toEqual(['statement', 'statement', 'statement']);
  });
});
