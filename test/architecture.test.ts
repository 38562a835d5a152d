/** The shape of the source tree: which folder may import which, budgets of lines, and words that must not occur. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * What each folder of `src/` may import besides itself, in words parted by spaces; every folder stands below those it imports, so no import points up.
 * A folder that needs more than its row is a decision to take here, not an accident.
 */
const ALLOWED: Readonly<Record<string, string>> = {
  transcript: '',
  quantity: '',
  embedding: '',
  passage: 'transcript',
  translation: 'transcript passage',
  lexical: 'quantity',
  language: 'lexical',
  index: 'transcript embedding passage translation',
  anticipation: 'transcript passage index',
  corpus: 'transcript translation anticipation language index',
  retrieval: 'quantity language embedding passage lexical index anticipation',
  answer: 'transcript quantity passage translation lexical language index retrieval',
  calibration: 'retrieval',
  page: 'transcript language',
  http: 'transcript passage translation language index answer page',
  widget: 'http',
  evaluation: 'transcript language retrieval page http',
  entries: 'embedding index retrieval answer http cli',
  cli: 'transcript embedding language index anticipation corpus retrieval answer calibration http evaluation',
};

const allowed = (folder: string): string[] => ALLOWED[folder]?.split(' ').filter(Boolean) ?? [];

/** The commands start from the application that the entry for Node puts together: the one import into `entries/`. */
const NODE_ENTRY = 'src/entries/node.ts';
const FILE_LINES = 300;
const FUNCTION_LINES = 60;
const ENTRY_LINES = 80;
const ROOT = fileURLToPath(new URL('../', import.meta.url));

interface Import {
  readonly from: string;
  /** A path in the repository, or a package's name as written. */
  readonly to: string;
  /** Erased by the compiler. */
  readonly typeOnly: boolean;
  /** `import()`: not loaded at start-up. */
  readonly dynamic: boolean;
}

interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

function readSources(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mts|mjs)$/.test(name))
    .map((name) => {
      const path = posix.join(folder, name);
      const text = readFileSync(join(ROOT, path), 'utf8');
      const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
      return { path, text, tree, imports: importsOf(path, tree) };
    });
}

function descendants(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (child: ts.Node): void => {
    found.push(child);
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  return descendants(tree).flatMap((node) => {
    const specifier = specifierOf(node);
    if (specifier === null) return [];
    const to = specifier.startsWith('.') ? posix.normalize(posix.join(dirname(path), specifier)) : specifier;
    return [{ from: path, to, typeOnly: isTypeOnly(node), dynamic: ts.isCallExpression(node) }];
  });
}

function specifierOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)
      ? node.moduleSpecifier.text
      : null;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument && ts.isStringLiteral(argument) ? argument.text : null;
  }
  if (!ts.isImportTypeNode(node) || !ts.isLiteralTypeNode(node.argument)) return null;
  return ts.isStringLiteral(node.argument.literal) ? node.argument.literal.text : null;
}

/** `import type`, or every name marked so. */
function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || !node.importClause) return false;
  const { phaseModifier, name, namedBindings } = node.importClause;
  if (phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

const sources = readSources('src');
const scripts = readSources('scripts');
const tests = readSources('test');
const imports = sources.flatMap((source) => source.imports);
const inside = imports.filter(({ to }) => to.startsWith('src/'));
const folderOf = (path: string): string => path.split('/')[1] ?? '';
const told = ({ from, to }: Import): string => `${from} → ${to}`;
const isDriver = (path: string): boolean => /\/drivers\//.test(path);
const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length;

describe('imports', () => {
  it('knows every folder of src/', () => {
    const folders = new Set(sources.map(({ path }) => folderOf(path)));
    expect([...folders].filter((folder) => !(folder in ALLOWED))).toEqual([]);
  });

  it('is told of directions that themselves never turn back', () => {
    const order = Object.keys(ALLOWED);
    const placed = new Set<string>();
    for (let round = 0; round < order.length; round++) {
      for (const folder of order) if (allowed(folder).every((below) => placed.has(below))) placed.add(folder);
    }
    expect(order.filter((folder) => !placed.has(folder))).toEqual([]);
  });

  it('points from each folder only to those below it', () => {
    const wrong = inside.filter(({ from, to }) => {
      const [own, other] = [folderOf(from), folderOf(to)];
      if (own === other || (own === 'cli' && to === NODE_ENTRY)) return false;
      return !allowed(own).includes(other);
    });
    expect(wrong.map(told)).toEqual([]);
  });

  it('gives the widget nothing but the types of the contract', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      if (folderOf(from) !== 'widget' || to.startsWith('src/widget/')) return false;
      return to !== 'src/http/contract.ts' || !typeOnly;
    });
    expect(wrong.map(told)).toEqual([]);
  });

  it('names a runtime only in entries, commands and drivers', () => {
    const wrong = imports.filter(({ from, to }) => {
      const runtime = /^(node|cloudflare):/.test(to);
      return runtime && !isDriver(from) && !['entries', 'cli'].includes(folderOf(from));
    });
    expect(wrong.map(told)).toEqual([]);
  });

  it('names a driver only in entries, commands and drivers beside it', () => {
    const wrong = inside.filter(({ from, to }) => {
      if (!isDriver(to) || ['entries', 'cli'].includes(folderOf(from))) return false;
      return dirname(from) !== dirname(to);
    });
    expect(wrong.map(told)).toEqual([]);
  });

  it('never runs in a circle, types included', () => {
    expect(findCycle(new Map(sources.map((source) => [source.path, source])))).toBeNull();
  });

  it('does not load LangChain to start the service', () => {
    const reached = loadedAtStart('src/cli/serve.ts');
    expect([...reached].filter((name) => name.startsWith('@langchain/'))).toEqual([]);
    expect(reached.has('hono') || reached.has('@hono/node-server')).toBe(true);
  });

  it('imports source files by their whole name', () => {
    const wrong = inside.filter(({ to }) => !/\.(ts|json|wasm|css|as)$/.test(to));
    expect(wrong.map(told)).toEqual([]);
  });
});

/** Files and packages that a module loads before its first line runs. */
function loadedAtStart(entry: string): Set<string> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reached = new Set([entry]);
  for (const path of reached) {
    for (const { to, typeOnly, dynamic } of byPath.get(path)?.imports ?? []) {
      if (!typeOnly && !dynamic) reached.add(to);
    }
  }
  return reached;
}

function findCycle(byPath: ReadonlyMap<string, Source>): readonly string[] | null {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const { to } of byPath.get(path)?.imports ?? []) {
      const cycle = byPath.has(to) ? visit(to, [...trail, path]) : null;
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of byPath.keys()) {
    const cycle = visit(path, []);
    if (cycle) return cycle;
  }
  return null;
}

describe('budgets', () => {
  it(`keeps every file within ${FILE_LINES} lines, entries within ${ENTRY_LINES}`, () => {
    const long = [...sources, ...scripts, ...tests].filter(({ path, text }) => {
      return lineCount(text) > (path.startsWith('src/entries/') ? ENTRY_LINES : FILE_LINES);
    });
    expect(long.map(({ path, text }) => `${path}: ${lineCount(text)} lines`)).toEqual([]);
  });

  it(`keeps every function within ${FUNCTION_LINES} lines`, () => {
    const long = [...sources, ...scripts].flatMap(({ path, tree }) =>
      descendants(tree).flatMap((node) => {
        if (!ts.isFunctionLike(node)) return [];
        const [first, last] = [node.getStart(tree), node.getEnd()].map(
          (at) => tree.getLineAndCharacterOfPosition(at).line,
        );
        const lines = (last ?? 0) - (first ?? 0) + 1;
        return lines > FUNCTION_LINES ? [`${path}:${(first ?? 0) + 1}: ${lines} lines`] : [];
      }),
    );
    expect(long).toEqual([]);
  });
});

describe('what does not occur', () => {
  it('has no any', () => {
    const found = sources.flatMap(({ path, tree }) =>
      descendants(tree).flatMap((node) => (node.kind === ts.SyntaxKind.AnyKeyword ? [path] : [])),
    );
    expect(found).toEqual([]);
  });

  it('exports by name, except where Workers asks for a default', () => {
    const found = sources.filter(
      ({ path, tree }) =>
        path !== 'src/entries/worker.ts' &&
        tree.statements.some(
          (statement) =>
            ts.isExportAssignment(statement) ||
            (ts.canHaveModifiers(statement) &&
              ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)),
        ),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('leaves no work for later and begins each file with a sentence about it', () => {
    const marks = [...sources, ...scripts].filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text));
    expect(marks.map(({ path }) => path)).toEqual([]);
    const silent = sources.filter(({ text }) => !/^(#!.*\n)?\s*(\/\*\*|\/\/)/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});
