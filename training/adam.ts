/** Shares of the past that the running means of gradients and of their squares keep. */
const [meanDecay, squareDecay] = [0.9, 0.99]

/** Moves parameters against their gradients (Adam: Kingma, Ba 2015), which it clears. */
export class Adam {
  readonly #parameters: Float32Array
  readonly #gradients: Float32Array
  readonly #means: Float32Array
  readonly #squares: Float32Array
  #steps = 0

  constructor(parameters: Float32Array, gradients: Float32Array) {
    this.#parameters = parameters
    this.#gradients = gradients
    this.#means = new Float32Array(parameters.length)
    this.#squares = new Float32Array(parameters.length)
  }

  /** `scale` is what the gradients are multiplied with first. */
  step(rate: number, scale: number): void {
    this.#steps++
    const [parameters, gradients, means, squares] = [this.#parameters, this.#gradients, this.#means, this.#squares]
    const meanShare = 1 - meanDecay ** this.#steps
    const squareShare = 1 - squareDecay ** this.#steps
    for (let index = 0; index < parameters.length; index++) {
      const gradient = (gradients[index] as number) * scale
      const mean = meanDecay * (means[index] as number) + (1 - meanDecay) * gradient
      const square = squareDecay * (squares[index] as number) + (1 - squareDecay) * gradient * gradient
      means[index] = mean
      squares[index] = square
      parameters[index] =
        (parameters[index] as number) - (rate * (mean / meanShare)) / (Math.sqrt(square / squareShare) + 1e-6)
    }
    gradients.fill(0)
  }
}
