/** The bytes of kernels.wasm as the compiler makes them from the source as it stands. */
export function compileKernels(): Promise<Uint8Array>;
