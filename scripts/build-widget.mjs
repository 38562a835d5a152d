/** Bundles what browsers load: the widget, the transcript page's script and its stylesheet; fails when the widget grows too large. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';

const LARGEST_GZIP_BYTES = 20_000;
const ROOT = new URL('..', import.meta.url);

/** A stylesheet that a script imports becomes its minified text. */
const styleSheetText = {
  name: 'style-sheet-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

const COMMON = {
  bundle: true,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
};

/** Writes `dist/widget.js`, `dist/page.js` and `dist/page.css`. */
export async function buildWidget() {
  const file = (path) => fileURLToPath(new URL(path, ROOT));
  const script = { ...COMMON, format: 'iife', platform: 'browser' };
  await build({
    ...script,
    entryPoints: [file('src/widget/lectern-chat.ts')],
    outfile: file('dist/widget.js'),
    plugins: [styleSheetText],
  });
  await build({ ...script, entryPoints: [file('src/page/page-script.ts')], outfile: file('dist/page.js') });
  await build({ ...COMMON, entryPoints: [file('src/page/page.css')], outfile: file('dist/page.css') });
  const bytes = gzipSync(await readFile(file('dist/widget.js')), { level: 9 }).length;
  if (bytes > LARGEST_GZIP_BYTES) {
    throw new Error(`dist/widget.js has ${bytes} bytes gzipped; at most ${LARGEST_GZIP_BYTES} are accepted`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWidget();
