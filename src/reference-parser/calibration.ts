/** Into how many equal steps the tables of a model part the confidence from 0 to 1. */
export const calibrationSteps = 40

/** What the model says of a field, turned into how often that was right on references it was not trained on. */
export function calibrated(tables: Readonly<Record<string, readonly number[]>>, field: string, said: number): number {
  const table = tables[field] ?? tables.all
  if (table === undefined) return said
  const place = said * calibrationSteps
  const step = Math.min(calibrationSteps - 1, Math.floor(place))
  const low = table[step] ?? said
  const high = table[step + 1] ?? low
  return low + (high - low) * (place - step)
}
