/** What a browser adds to a page that can be read without it: search, and links to what was clicked. */
import { startSearch } from './search-in-page.ts';
import { startSentenceLinks } from './sentence-links.ts';

startSentenceLinks();
startSearch();
