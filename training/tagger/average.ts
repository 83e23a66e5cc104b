/** The share of the training after which parameters are averaged, and how many of their states are. */
const begin = 0.5
const states = 60

/** The mean of parameters over states spread evenly over the last part of a training. */
export class Average {
  readonly #parameters: readonly Float32Array[]
  readonly #sums: readonly Float64Array[]
  #noted = 0

  constructor(parameters: readonly Float32Array[]) {
    this.#parameters = parameters
    this.#sums = parameters.map(({ length }) => new Float64Array(length))
  }

  /** Takes note of the parameters if the next state is due; `progress` runs from 0 to 1. */
  note(progress: number): void {
    if (progress < begin + ((1 - begin) * this.#noted) / states) return
    this.#noted++
    for (const [which, sums] of this.#sums.entries()) {
      const values = this.#parameters[which] as Float32Array
      for (let index = 0; index < sums.length; index++)
        sums[index] = (sums[index] as number) + (values[index] as number)
    }
  }

  /** Puts the mean in the place of the parameters. */
  take(): void {
    if (this.#noted === 0) return
    for (const [which, sums] of this.#sums.entries()) {
      const values = this.#parameters[which] as Float32Array
      for (let index = 0; index < sums.length; index++) values[index] = (sums[index] as number) / this.#noted
    }
  }
}
