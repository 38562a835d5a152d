// Writes briefings (test/briefings: one JSONL file each, every sentence and question in many languages) as corpus folders of
// one document each, TO/<name>/<name>/:
//   node scripts/expand-briefings.mjs FROM TO
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const [from, to] = process.argv.slice(2);
if (!from || !to) throw new Error('usage: node scripts/expand-briefings.mjs FROM TO');

for (const file of (await readdir(from)).filter((name) => name.endsWith('.jsonl')).sort()) {
  const rows = (await readFile(join(from, file), 'utf8'))
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));
  const name = file.replace(/\.jsonl$/, '');
  await writeBriefing(join(to, name, name), rows);
}

async function writeBriefing(folder, rows) {
  const { title, original, languages, date, place } = rows.find((row) => row.briefing).briefing;
  const sentences = rows.filter((row) => row.s !== undefined);
  const questions = rows.filter((row) => row.q !== undefined);
  const open = rows.find((row) => row.open)?.open;
  await mkdir(join(folder, 'translations'), { recursive: true });
  await mkdir(join(folder, 'questions'), { recursive: true });
  await mkdir(join(folder, 'anticipated'), { recursive: true });
  const about = {
    title,
    date,
    place,
    language: original,
    licence: 'CC0-1.0 (written for Lectern; all events are fictional)',
  };
  await writeFile(join(folder, 'document.json'), `${JSON.stringify(about, null, 2)}\n`);
  await writeFile(join(folder, 'transcript.md'), transcript(title, sentences, original));
  for (const language of languages) {
    if (language !== original)
      await writeFile(join(folder, 'translations', `${language}.md`), translation(sentences, language));
    await writeLines(
      join(folder, 'questions', `${language}.jsonl`),
      questions.map((row) => gold(row, language, sentences, original)),
    );
    await writeLines(
      join(folder, 'anticipated', `${language}.jsonl`),
      anticipated(sentences, open, language, original),
    );
  }
}

function writeLines(path, rows) {
  return writeFile(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

function anticipated(sentences, open, language, original) {
  const answered = sentences
    .filter(({ asked }) => asked?.[language])
    .map(({ text, asked }) => ({ quote: text[original], questions: asked[language] }));
  return open?.[language] ? [...answered, { quote: null, questions: open[language] }] : answered;
}

function turns(sentences) {
  return [...new Set(sentences.map(({ turn }) => turn))].map((turn) =>
    sentences.filter((one) => one.turn === turn),
  );
}

function transcript(title, sentences, language) {
  const said = turns(sentences).map((turn) => {
    const { speaker, role } = turn[0];
    const head = speaker ? `**${[speaker, role].filter(Boolean).join(', ')}:** ` : '';
    return `${head}${turn.map(({ text }) => text[language]).join('\n\n')}`;
  });
  return `# ${title}\n\n${said.join('\n\n')}\n`;
}

/** One paragraph a sentence, as in the transcript. */
function translation(sentences, language) {
  return `---\nlanguage: ${language}\n---\n\n${sentences.map(({ text }) => text[language]).join('\n\n')}\n`;
}

function gold({ q, kind, answers, fact, text }, language, sentences, original) {
  const quotes = answers.map((number) => sentences.find(({ s }) => s === number).text[original]);
  const id = `${language}-${q}`;
  const expected = quotes.length > 0 ? 'answer' : 'abstain';
  return {
    id,
    language,
    question: text[language],
    kind,
    expected,
    quotes,
    facts: fact && quotes.length ? [fact] : [],
    group: `q${q}`,
  };
}
