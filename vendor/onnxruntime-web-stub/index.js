export default { env: { wasm: {} } };
export const env = { wasm: {} };
