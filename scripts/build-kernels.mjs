// Compiles src/embedding/wasm-core/kernels.as to kernels.wasm beside it (needs the development dependency `assemblyscript`).
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = new URL('../src/embedding/wasm-core/', import.meta.url);

/** The bytes of kernels.wasm as the compiler makes them from the source as it stands. */
export async function compileKernels() {
  const { default: compiler } = await import('assemblyscript/asc');
  const source = await readFile(new URL('kernels.as', folder), 'utf8');
  let binary;
  const options =
    '--outFile kernels.wasm -O3 --converge --noAssert --runtime stub --importMemory --enable simd';
  const { error, stderr } = await compiler.main(['kernels.ts', ...options.split(' ')], {
    readFile: (name) => (name === 'kernels.ts' ? source : null),
    writeFile: (_name, contents) => void (binary = contents),
    listFiles: () => [],
  });
  if (error) throw new Error(`kernels.as does not compile: ${stderr.toString()}`, { cause: error });
  return binary;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = await compileKernels();
  await writeFile(new URL('kernels.wasm', folder), bytes);
  console.log(`kernels.wasm: ${bytes.length} bytes`);
}
