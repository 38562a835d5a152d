/** A small evaluation from questions to report, every value worked out by hand. */
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluate, totalFailure } from '../../src/evaluation/evaluate.ts';
import type { GoldSet } from '../../src/evaluation/gold-question.ts';
import type { Report, QuestionResult } from '../../src/evaluation/report.ts';
import {
  abstained,
  answered,
  cite,
  fakeSystem,
  gold,
  QUOTES,
  ranking,
  type FakeSystem,
} from './fake-system.ts';

const resampling = { resamples: 50, seed: 1, level: 0.95 };
const set = (questions: GoldSet['questions'], dialogues: GoldSet['dialogues'] = []): GoldSet[] => [
  { document: 'inkwell', questions, dialogues },
];

const QUESTIONS = [
  gold('right', 'How many ships?', 'ships', ['42 ships']),
  gold('neighbour', 'When does the pier open?', 'pier', ['3 June']),
  gold('refused', 'Who is harbour master?', 'master', ['Ada Quill']),
  gold('invented', 'How many cranes?', null),
  gold('off', 'Who won the match?', null),
  { ...gold('fr', 'Combien de navires ?', 'ships', ['42 ships']), language: 'fr' },
  gold('broken', 'Who runs the port?', 'master', ['Ada Quill']),
];

const system = (): FakeSystem =>
  fakeSystem(
    {
      'How many ships?': answered([cite('ships')]),
      // The right passage, the wrong sentence, and one that is no quotation.
      'When does the pier open?': answered([cite('ships'), cite('pier', { quote: 'The pier opens soon.' })], {
        confidence: 'medium',
      }),
      'Who is harbour master?': abstained(['master']),
      'How many cranes?': answered([cite('ships')], { confidence: 'low' }),
      'Who won the match?': abstained(['pier']),
      'Combien de navires ?': answered([cite('master'), cite('ships')]),
    },
    {
      'How many ships?': ranking([1, 2], 0.9),
      'When does the pier open?': ranking([2, 1], 0.6),
      'Who is harbour master?': ranking([2, 1], 0.4),
      'How many cranes?': ranking([1], 0.7),
      'Who won the match?': ranking([], 0.1),
      'Combien de navires ?': ranking([2], 0.8),
    },
  );

describe('an evaluation', () => {
  let report: Report;
  beforeAll(async () => {
    report = await evaluate(set(QUESTIONS), system(), { resampling });
  });
  const value = (metric: string, scope = 'overall'): number | null | undefined =>
    report.scopes.find((summary) => summary.scope === scope)?.values[metric]?.value;

  it('says for every question what was wrong with its answer', () => {
    expect(Object.fromEntries(report.results.map(({ id, miss }) => [id, miss]))).toEqual({
      'inkwell/right': null,
      'inkwell/neighbour': 'not_found',
      'inkwell/refused': 'refused',
      'inkwell/invented': 'should_abstain',
      'inkwell/off': null,
      'inkwell/fr': 'wrong_language',
      'inkwell/broken': 'failed',
    });
    expect(report.results.find(({ id }) => id === 'inkwell/broken')?.failure).toBe(
      'no answer to Who runs the port?',
    );
  });

  it('measures the ranking of answerable questions', () => {
    // Ranks 1, 2, 1, none, and a failure.
    expect(value('hit_1')).toBe(0.4);
    expect(value('hit_3')).toBe(0.6);
    expect(value('mrr')).toBe(0.5);
    expect(value('ndcg_10')).toBeCloseTo((1 + 1 / Math.log2(3) + 1) / 5);
  });

  it('measures citations', () => {
    // Of five answerable: right and neighbour cite the passage first; fr cites another first, two do not cite.
    expect(value('cited_passage')).toBe(0.4);
    expect(value('quoted_fact')).toBe(0.4);
    // Of three answers: right, fr.
    expect(value('citation_recall')).toBeCloseTo(2 / 3);
    expect(value('fact_recall')).toBeCloseTo(2 / 3);
    expect(value('citation_precision')).toBeCloseTo((1 + 0 + 0.5) / 3);
    // Six citations in all, one of them no quotation.
    expect(value('citation_found')).toBeCloseTo(5 / 6);
    expect(value('verbatim')).toBeCloseTo(5 / 6);
    expect(value('speaker')).toBeNull();
  });

  it('measures the decision and the language', () => {
    expect(value('abstention_precision')).toBe(0.5);
    expect(value('abstention_recall')).toBe(0.5);
    expect(value('abstention_f1')).toBe(0.5);
    expect(value('answerable_refused')).toBe(0.2);
    expect(value('answer_language')).toBeCloseTo(5 / 6);
    // By probability: right 0.9, fr 0.8, cranes wrong 0.7, pier wrong 0.6, master 0.4, match wrong 0.1, failed last.
    const risks = [0, 0, 1 / 3, 2 / 4, 2 / 5, 3 / 6, 4 / 7];
    expect(value('risk_coverage_auc')).toBeCloseTo(risks.reduce((sum, risk) => sum + risk, 0) / 7);
    expect(report.riskCoverage.map(({ risk }) => risk)).toEqual(risks);
  });

  it('has a scope for everything, and a mean in which every language counts the same', () => {
    expect(report.scopes.map(({ scope, questions, misses }) => [scope, questions, misses])).toEqual([
      ['overall', 7, 5],
      ['languages', 7, 5],
      ['language:en', 6, 4],
      ['language:fr', 1, 1],
      ['kind:not_said', 2, 1],
      ['kind:number', 5, 4],
      ['document:inkwell', 7, 5],
    ]);
    expect(value('quoted_fact', 'language:en')).toBe(0.25);
    expect(value('quoted_fact', 'language:fr')).toBe(1);
    expect(value('quoted_fact', 'languages')).toBe(0.625);
    const interval = report.scopes[0]?.values['quoted_fact'];
    expect(interval?.low).toBeLessThan(0.4);
    expect(interval?.high).toBeGreaterThan(0.4);
  });

  it('comes out the same twice', async () => {
    expect(await evaluate(set(QUESTIONS), system(), { resampling })).toEqual(report);
  });
});

describe('what is asked', () => {
  it('is asked in the languages wanted, without the language and with it', async () => {
    const fake = system();
    const report = await evaluate(set(QUESTIONS), fake, { resampling, languages: ['fr'] });
    const question = 'Combien de navires ?';
    expect(fake.asked).toEqual([{ question, language: 'fr' }, { question }]);
    expect(report.results.map(({ id }) => id)).toEqual(['inkwell/fr']);
    const explicit = system();
    await evaluate(set(QUESTIONS), explicit, { resampling, languages: ['fr'], explicitLanguage: true });
    expect(explicit.asked).toEqual([{ question, language: 'fr' }]);
  });

  it('is a conversation where there is one, with what the system itself answered', async () => {
    const turn = { expected: 'answer', quotes: [QUOTES.ships], facts: ['42'] } as const;
    const turns = [
      { question: 'Ships in May?', ...turn, quotes: [...turn.quotes], facts: [...turn.facts] },
      {
        question: 'Who said so?',
        ...turn,
        quotes: [...turn.quotes],
        facts: [...turn.facts],
        speaker: 'Ada Quill',
      },
    ];
    const fake = fakeSystem(
      {
        'Ships in May?': answered([cite('ships')], { answer: 'Forty-two.' }),
        'Who said so?': answered([cite('ships')], { question: 'Who said that 42 ships came in May?' }),
      },
      { 'Who said that 42 ships came in May?': ranking([1]) },
    );
    const report = await evaluate(set([], [{ id: 'd1', language: 'en', turns }]), fake, { resampling });
    expect(fake.asked.at(-1)).toEqual({
      question: 'Who said so?',
      conversation: [
        { role: 'user', content: 'Ships in May?' },
        { role: 'assistant', content: 'Forty-two.' },
      ],
    });
    expect(report.results.map(({ id, kind, miss }) => [id, kind, miss])).toEqual([
      ['inkwell/d1#1', 'opening', null],
      ['inkwell/d1#2', 'follow_up', null],
    ]);
    expect(report.results[1]?.ranking).toEqual({ ranks: [1], relevant: 1 });
    expect(report.scopes[0]?.values['speaker']?.value).toBe(1);
  });

  it('must be about documents that the system has, as the system serves them', async () => {
    const elsewhere = [{ document: 'elsewhere', questions: QUESTIONS, dialogues: [] }];
    await expect(evaluate(elsewhere, system(), { resampling })).rejects.toThrow('fake does not serve it');
    const missing = set([
      { ...gold('x', 'How many ships?', 'ships', ['42']), quotes: ['43 ships'], facts: ['43'] },
    ]);
    await expect(evaluate(missing, system(), { resampling })).rejects.toThrow(
      'inkwell/x: the quotation "43 ships"',
    );
  });
});

describe('faults', () => {
  const missOf = async (
    question: ReturnType<typeof gold>,
    answer: ReturnType<typeof answered>,
  ): Promise<QuestionResult['miss'] | undefined> => {
    const report = await evaluate(set([question]), fakeSystem({ [question.question]: answer }), {
      resampling,
    });
    return report.results[0]?.miss;
  };
  const ships = gold('q', 'How many ships?', 'ships', ['42 ships']);

  it('are told apart', async () => {
    expect(await missOf(ships, answered([cite('master')]))).toBe('wrong_place');
    expect(await missOf(ships, answered([cite('ships', { speaker: null })]))).toBe('misattributed');
    const part = cite('ships', { quote: 'The port', end: cite('ships').start + 8 });
    expect(await missOf(ships, answered([part]))).toBe('fact_missing');
    expect(await missOf({ ...ships, speaker: 'Bo Reed' }, answered([cite('ships')]))).toBe('wrong_speaker');
    expect(await missOf(ships, answered([cite('ships')], { language: 'fr' }))).toBe('wrong_language');
    expect(await missOf(gold('q', 'Else?', null), abstained([], { citations: [cite('ships')] }))).toBe(
      'refusal_with_citations',
    );
  });

  it('are total only when nothing was answered', async () => {
    const none = await evaluate(set([ships]), fakeSystem({}), { resampling });
    expect(totalFailure(none)).toBe('no answer to How many ships?');
    const some = await evaluate(set([ships]), fakeSystem({ 'How many ships?': answered([]) }), {
      resampling,
    });
    expect(totalFailure(some)).toBeNull();
  });

  it('of a system without probabilities are ordered by answered before abstained, then by confidence', async () => {
    const answers = {
      a: answered([cite('ships')], { confidence: 'low' }),
      b: abstained(['ships'], { confidence: 'high' }),
      c: answered([cite('master')], { confidence: 'high' }),
    };
    const questions = ['a', 'b', 'c'].map((id) => gold(id, id, 'ships', ['42']));
    const report = await evaluate(set(questions), fakeSystem(answers), { resampling });
    expect(report.riskCoverage.map(({ risk }) => risk)).toEqual([1, 1 / 2, 1 / 3]);
  });
});
