/** The part of citation-js 0.8 that citelint uses; the packages bring no types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Runs the parser of one input type, without type inference and without the graph. */
      data(input: unknown, type: string): unknown
    }
    readonly output: {
      /** Writes CSL-JSON items in a format: `bibtex`, `ris`. */
      format(name: string, items: readonly object[]): unknown
    }
    readonly config: {
      /** The live settings of a plugin; changing them changes the plugin. */
      get(plugin: '@bibtex'): { format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean } }
    }
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
