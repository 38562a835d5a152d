/** Where commands write: standard output for results, standard error for everything else. */
export interface Terminal {
  print(text: string): void;
  warn(line: string): void;
  /** Whether a person looks at it: colours and progress bars are for people. */
  readonly interactive: boolean;
}

export const processTerminal: Terminal = {
  print: (text) => void process.stdout.write(`${text}\n`),
  warn: (line) => void process.stderr.write(`lectern: ${line}\n`),
  interactive: process.stderr.isTTY === true,
};
