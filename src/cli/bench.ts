/** `lectern bench`. */
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';
export async function runBench(
  _a: readonly string[],
  _s: Settings,
  _r: string,
  _t: Terminal,
): Promise<number> {
  return 1;
}
