/** The progress of ingestion: a bar for people, one line for logs. */
import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

export function ingestProgress(terminal: Terminal): { onProgress: (done: number, total: number) => void } {
  let bar: SingleBar | null = null;
  const started = Date.now();
  return {
    onProgress(done, total) {
      if (terminal.interactive) {
        bar ??= startBar(total);
        bar.update(done);
        if (done < total) return;
        bar.stop();
        bar = null;
      } else if (done === total) {
        terminal.warn(`embedded ${total} texts in ${((Date.now() - started) / 1000).toFixed(1)} s`);
      }
    },
  };
}

function startBar(total: number): SingleBar {
  const format = 'Embedding {bar} {value}/{total} texts, {eta_formatted} left';
  const bar = new SingleBar({ format, stream: process.stderr }, Presets.shades_classic);
  bar.start(total, 0);
  return bar;
}
