// Writes the XQuAD development set (`xquad-r-dev.json.gz`: paragraphs and questions in twelve languages) as corpus folders for
// `lectern calibrate --background`: four articles a document, each paragraph an answer of its own. A question is asked in the
// document's language or in another by turns.
//   node scripts/expand-dev-set.mjs FILE TO
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [file, to] = process.argv.slice(2);
if (!file || !to) throw new Error('usage: node scripts/expand-dev-set.mjs FILE TO');

/** Languages of the documents: of a small share of the pairs, since fitting takes minutes. */
const ORIGINALS = ['zh', 'en', 'ru', 'ar', 'hi', 'tr'];
/** Four articles of five paragraphs. */
const PARAGRAPHS = 20;

const { paragraphs, questions, languages } = JSON.parse(gunzipSync(await readFile(file)).toString('utf8'));
for (const [place, original] of ORIGINALS.entries()) {
  const texts = paragraphs[original].map((text) => text.replace(/\s+/g, ' '));
  for (let first = 0; first < texts.length; first += PARAGRAPHS)
    await writeDocument(`dev-${original}-${first / PARAGRAPHS}`, original, place, texts, first);
}

async function writeDocument(name, original, place, texts, first) {
  const folder = join(to, name, name);
  await mkdir(join(folder, 'questions'), { recursive: true });
  const own = texts.slice(first, first + PARAGRAPHS);
  const about = { title: name, language: original, licence: 'CC BY-SA 4.0 (XQuAD)' };
  await writeFile(join(folder, 'document.json'), `${JSON.stringify(about)}\n`);
  // Two speakers by turns: who is named once only is not taken for a speaker.
  const turns = own.map((text, index) => `**Speaker ${'AB'[index % 2]}:** ${text}`);
  await writeFile(join(folder, 'transcript.md'), `# ${name}\n\n${turns.join('\n\n')}\n`);
  const gold = new Map(languages.map((language) => [language, []]));
  for (const [number, { paragraph }] of questions[original].entries()) {
    const inside = paragraph >= first && paragraph < first + PARAGRAPHS;
    // All questions of the first original, every second one of the others.
    if (!inside || (place > 0 && (number + place) % 2)) continue;
    const language = number % 4 < 2 ? original : languages[(number + place) % languages.length];
    gold.get(language).push(question(number, language, texts[paragraph]));
  }
  for (const [language, lines] of gold)
    if (lines.length > 0) await writeFile(join(folder, 'questions', `${language}.jsonl`), lines.join(''));
}

/** Which words answer is not told: the whole paragraph does. */
function question(number, language, paragraph) {
  const asked = questions[language][number].text;
  const rest = { kind: 'definition', expected: 'answer', quotes: [paragraph], facts: [paragraph] };
  return `${JSON.stringify({ id: `${language}-${number}`, language, question: asked, ...rest, group: `q${number}` })}\n`;
}
