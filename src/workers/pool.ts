import { Worker } from 'node:worker_threads'
import type { FromWorker, Loss, Outcome, ToWorker } from './protocol.ts'

export interface PoolOptions {
  /** the module that calls `serve` */
  readonly entry: URL
  /** most workers at a time; the first starts at once, the others when there is work for them */
  readonly size: number
  /** time one job may take, not counting the time it waits for answers; default 30 s */
  readonly timeLimitMs?: number
  /** heap of one worker */
  readonly memoryLimitMb?: number
  /** of it, for what has just been made; default: that of the engine */
  readonly youngMemoryMb?: number
  /** plain data for every worker */
  readonly data?: unknown
}

export interface RunOptions {
  /** answers a question of the worker; it may take its time */
  readonly onAsk?: (question: unknown) => Promise<unknown>
}

/** Runs jobs in threads that may be ended. A job that hangs, crashes or eats the memory costs its own result only. */
export interface Pool {
  /** never rejects */
  run<Result>(job: unknown, options?: RunOptions): Promise<Outcome<Result>>
  /** ends every worker; jobs under way or waiting are lost as `stopped` */
  close(): Promise<void>
}

interface Task {
  readonly job: unknown
  readonly onAsk: RunOptions['onAsk']
  readonly settle: (outcome: Outcome<never>) => void
}

interface Seat {
  readonly worker: Worker
  ready: boolean
  task: Task | undefined
  /** answers that the task waits for */
  asking: number
  /** of the task's time, while its clock stands */
  leftMs: number
  startedAt: number
  timer: NodeJS.Timeout | undefined
}

const LOSSES: Readonly<Record<Exclude<Loss, 'threw'>, string>> = {
  timeout: 'took longer than the time limit',
  'out-of-memory': 'needed more memory than the limit',
  crash: 'the worker ended unexpectedly',
  stopped: 'the run was stopped',
}

export function createPool({
  entry,
  size,
  timeLimitMs = 30_000,
  memoryLimitMb,
  youngMemoryMb,
  data,
}: PoolOptions): Pool {
  const seats = new Set<Seat>()
  const queue: Task[] = []
  let closed = false

  function open(): void {
    const worker = new Worker(entry, {
      workerData: data,
      // what a package prints must not end up inside the report
      stdout: true,
      stderr: true,
      resourceLimits: {
        ...(memoryLimitMb === undefined ? {} : { maxOldGenerationSizeMb: memoryLimitMb }),
        ...(youngMemoryMb === undefined ? {} : { maxYoungGenerationSizeMb: youngMemoryMb }),
      },
    })
    worker.stdout.resume()
    worker.stderr.resume()
    const seat: Seat = { worker, ready: false, task: undefined, asking: 0, leftMs: 0, startedAt: 0, timer: undefined }
    seats.add(seat)
    seat.timer = setTimeout(() => leave(seat, 'timeout'), Math.max(timeLimitMs, 30_000)).unref()
    worker.on('message', (message: FromWorker) => hear(seat, message))
    worker.on('messageerror', (error) => leave(seat, 'crash', error.message))
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') leave(seat, 'out-of-memory')
      else leave(seat, 'crash', error?.message)
    })
    worker.on('exit', () => leave(seat, 'crash'))
    worker.unref()
  }

  /** Ends a seat; whoever sat there, or would have been the first to, has lost. */
  function leave(seat: Seat, why: Exclude<Loss, 'threw'>, detail?: string): void {
    if (!seats.delete(seat)) return
    clearTimeout(seat.timer)
    void seat.worker.terminate()
    const task = seat.task ?? (seat.ready ? undefined : queue.shift())
    seat.task = undefined
    task?.settle({ state: 'lost', why, message: detail === undefined ? LOSSES[why] : `${LOSSES[why]}: ${detail}` })
    next()
  }

  function hear(seat: Seat, message: FromWorker): void {
    if (!seats.has(seat)) return
    if (message.kind === 'ready') {
      clearTimeout(seat.timer)
      seat.ready = true
      next()
      return
    }
    const { task } = seat
    if (task === undefined) return
    if (message.kind === 'ask') {
      void answer(seat, task, message.ask, message.question)
      return
    }
    if (message.kind !== 'done' && message.kind !== 'threw') return
    clearTimeout(seat.timer)
    seat.task = undefined
    seat.worker.unref()
    const outcome: Outcome<unknown> =
      message.kind === 'done'
        ? { state: 'done', result: message.result }
        : { state: 'lost', why: 'threw', message: message.message }
    task.settle(outcome as Outcome<never>)
    next()
  }

  async function answer(seat: Seat, task: Task, ask: number, question: unknown): Promise<void> {
    if (seat.asking === 0) stopClock(seat)
    seat.asking += 1
    let reply: ToWorker
    try {
      if (task.onAsk === undefined) throw new Error('nobody answers questions here')
      reply = { kind: 'answer', ask, answer: await task.onAsk(question) }
    } catch (error) {
      reply = { kind: 'refusal', ask, message: error instanceof Error ? error.message : String(error) }
    }
    if (!seats.has(seat) || seat.task !== task) return
    seat.asking -= 1
    if (seat.asking === 0) startClock(seat)
    seat.worker.postMessage(reply)
  }

  function startClock(seat: Seat): void {
    seat.startedAt = performance.now()
    seat.timer = setTimeout(() => leave(seat, 'timeout'), Math.max(0, seat.leftMs))
  }

  function stopClock(seat: Seat): void {
    clearTimeout(seat.timer)
    seat.leftMs -= performance.now() - seat.startedAt
  }

  function next(): void {
    if (closed) return
    for (const seat of seats) {
      if (queue.length === 0) return
      if (!seat.ready || seat.task !== undefined) continue
      seatTask(seat, queue.shift() as Task)
    }
    const starting = [...seats].filter((seat) => !seat.ready).length
    for (let more = queue.length - starting; more > 0 && seats.size < size; more--) open()
    for (const seat of seats) if (!seat.ready) keepAlive(seat, queue.length > 0)
  }

  function keepAlive({ worker }: Seat, busy: boolean): void {
    if (busy) worker.ref()
    else worker.unref()
  }

  function seatTask(seat: Seat, task: Task): void {
    seat.task = task
    seat.asking = 0
    seat.leftMs = timeLimitMs
    seat.worker.ref()
    startClock(seat)
    try {
      seat.worker.postMessage({ kind: 'job', job: task.job } satisfies ToWorker)
    } catch (error) {
      // a job that is no plain data
      clearTimeout(seat.timer)
      seat.task = undefined
      task.settle({ state: 'lost', why: 'threw', message: error instanceof Error ? error.message : String(error) })
    }
  }

  open()

  return {
    run<Result>(job: unknown, { onAsk }: RunOptions = {}): Promise<Outcome<Result>> {
      return new Promise((resolve) => {
        if (closed) {
          resolve({ state: 'lost', why: 'stopped', message: LOSSES.stopped })
          return
        }
        queue.push({ job, onAsk, settle: resolve as Task['settle'] })
        next()
      })
    },
    async close() {
      closed = true
      const ending = [...seats].map((seat) => seat.worker.terminate())
      for (const seat of [...seats]) leave(seat, 'stopped')
      for (const task of queue.splice(0)) task.settle({ state: 'lost', why: 'stopped', message: LOSSES.stopped })
      await Promise.all(ending)
    },
  }
}
