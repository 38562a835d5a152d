/** The real kernels: there is nothing to fake about sums. */
import { compileKernels } from '../../src/embedding/drivers/wasm-folder.ts';

export const KERNELS = await compileKernels();
