/** Leads to the exact words of a link, and makes a link of the sentence that was clicked. */

const RANGE = /^#s(\d+)-(\d+)$/;
const CHOSEN = 'chosen';

export function startSentenceLinks(): void {
  openRange();
  addEventListener('hashchange', openRange);
  document.querySelector('.transcript')?.addEventListener('click', (event) => {
    if (event.target instanceof Element) chooseSentence(event.target);
  });
  document.getElementById('q')?.focus({ preventScroll: true });
}

/** A range that is no single sentence has no anchor: the server marks it. */
function openRange(): void {
  const match = RANGE.exec(location.hash);
  if (match === null || document.getElementById(location.hash.slice(1)) !== null) return;
  const address = new URL(location.href);
  address.searchParams.set('q', `${match[1]}-${match[2]}`);
  address.hash = 'q';
  // An answer without the mark means that the range is not in the text; asking again would go round in circles.
  if (new URL(location.href).searchParams.get('q') !== address.searchParams.get('q'))
    location.replace(address);
}

/** A selection is somebody copying words, and a link leads elsewhere: neither chooses a sentence. */
function chooseSentence(target: Element): void {
  const sentence = target.closest<HTMLElement>('.sentence');
  if (sentence === null || target.closest('a') !== null || getSelection()?.isCollapsed === false) return;
  const name = sentence.id === '' ? sentence.dataset['of'] : sentence.id;
  if (name === undefined) return;
  for (const before of document.querySelectorAll(`.${CHOSEN}`)) before.classList.remove(CHOSEN);
  for (const part of document.querySelectorAll(
    `[id="${CSS.escape(name)}"], [data-of="${CSS.escape(name)}"]`,
  )) {
    part.classList.add(CHOSEN);
  }
  const address = new URL(location.href);
  address.searchParams.delete('q');
  address.hash = name;
  history.replaceState(history.state, '', address);
}
