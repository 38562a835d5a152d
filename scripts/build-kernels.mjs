// Compiles src/embedding/wasm-core/kernels.as to kernels.wasm beside it. The compiler is large and seldom needed, so it is no dependency:
//   npm install --no-save assemblyscript@0.28.20 && node scripts/build-kernels.mjs
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = new URL('../src/embedding/wasm-core/', import.meta.url);
const OPTIONS =
  '--outFile kernels.wasm -O3 --converge --noAssert --runtime stub --importMemory --enable simd';

/** Name of the section of kernels.wasm that holds the SHA-256 of the source it was made from, so that a test can tell without a compiler. */
export const SOURCE_SECTION = 'source-sha256';

/** A custom section of the WebAssembly binary format: id 0, then its size, its name with length, its content. */
function customSection(name, content) {
  const label = Buffer.from(name);
  const body = Buffer.concat([Buffer.from([label.length]), label, content]);
  if (body.length > 127)
    throw new Error(`section ${name} has ${body.length} bytes, at most 127 fit a one-byte size`);
  return Buffer.concat([Buffer.from([0, body.length]), body]);
}

/** The bytes of kernels.wasm as the compiler makes them from the source as it stands. */
export async function compileKernels() {
  const { default: compiler } = await import('assemblyscript/asc');
  const source = await readFile(new URL('kernels.as', folder), 'utf8');
  let binary;
  const { error, stderr } = await compiler.main(['kernels.ts', ...OPTIONS.split(' ')], {
    readFile: (name) => (name === 'kernels.ts' ? source : null),
    writeFile: (_name, contents) => void (binary = contents),
    listFiles: () => [],
  });
  if (error) throw new Error(`kernels.as does not compile: ${stderr.toString()}`, { cause: error });
  return Buffer.concat([binary, customSection(SOURCE_SECTION, createHash('sha256').update(source).digest())]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = await compileKernels();
  await writeFile(new URL('kernels.wasm', folder), bytes);
  console.log(`kernels.wasm: ${bytes.length} bytes`);
}
