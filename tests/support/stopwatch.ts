/**
 * Starts to measure what this process costs, in ms of the processor. Unlike the time on the wall it does not grow when
 * other work keeps the machine busy.
 */
export function stopwatch(): () => number {
  const begun = process.cpuUsage()
  return () => process.cpuUsage(begun).user / 1000
}
