export function bundle(output: string): Promise<void>
export function compile(
  output: string,
  options?: { readonly declarations?: boolean },
): { readonly status: number | null; readonly words: string }
