/** The part of citation-js 0.8 that citelint uses; the packages bring no types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Runs the parser of one input type, without type inference and without the graph. */
      data(input: unknown, type: string): unknown
    }
  }
}
declare module '@citation-js/plugin-bibtex' {}
