/** Name of the section of kernels.wasm that holds the SHA-256 of the source it was made from. */
export const SOURCE_SECTION: string;
/** The bytes of kernels.wasm as the compiler makes them from the source as it stands; needs `assemblyscript`. */
export function compileKernels(): Promise<Uint8Array>;
