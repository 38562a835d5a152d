/** Finds words in the transcript and shows them one after another. */

const ALL = 'found';
const CURRENT = 'found-now';

export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('form.search');
  const field = form?.querySelector('input');
  const count = form?.querySelector('output');
  const transcript = document.querySelector('.transcript');
  if (form == null || field == null || count == null || transcript === null || CSS.highlights === undefined)
    return;
  let found: Range[] = [];
  let current = -1;

  const show = (index: number): void => {
    current = found.length === 0 ? -1 : (index + found.length) % found.length;
    const range = found[current];
    CSS.highlights.set(ALL, new Highlight(...found));
    CSS.highlights.set(CURRENT, new Highlight(...(range === undefined ? [] : [range])));
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    count.textContent = field.value.trim() === '' ? '' : `${current + 1} / ${found.length}`;
  };
  field.addEventListener('input', () => {
    found = findText(transcript, field.value.trim());
    show(0);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    show(event.shiftKey ? current - 1 : current + 1);
  });
  form.hidden = false;
}

/** Each paragraph is searched as one text, so that words are found across sentences and marks. */
function findText(transcript: Element, words: string): Range[] {
  if (words === '') return [];
  const wanted = fold(words);
  return [...transcript.querySelectorAll('p, .heading, .who')].flatMap((paragraph) =>
    findIn(paragraph, wanted),
  );
}

function findIn(paragraph: Element, wanted: string): Range[] {
  const nodes = textNodes(paragraph);
  const text = fold(nodes.map((node) => node.data).join(''));
  const ranges: Range[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    const range = new Range();
    range.setStart(...locate(nodes, at));
    range.setEnd(...locate(nodes, at + wanted.length));
    ranges.push(range);
  }
  return ranges;
}

/** Letter by letter, because a change of case that changes the length would shift every place after it. */
function fold(text: string): string {
  return text.replaceAll(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}

function textNodes(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text && node.parentElement?.closest('.anchor') === null) nodes.push(node);
  }
  return nodes;
}

function locate(nodes: readonly Text[], offset: number): [Text, number] {
  let before = 0;
  for (const node of nodes) {
    if (offset <= before + node.data.length) return [node, offset - before];
    before += node.data.length;
  }
  throw new RangeError(`offset ${offset} lies beyond the paragraph's ${before} characters`);
}
