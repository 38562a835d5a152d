/** A stylesheet beside the code is bundled as its minified text. */
declare module '*.css' {
  const text: string;
  export default text;
}
