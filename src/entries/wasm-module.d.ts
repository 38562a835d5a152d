/** A `.wasm` file imported in a Worker arrives compiled, because Workers may not compile bytes themselves. */
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}
