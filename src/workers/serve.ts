import { parentPort, workerData } from 'node:worker_threads'
import type { FromWorker, ToWorker } from './protocol.ts'

export interface Desk {
  /** asks the thread that owns the pool; rejects where that cannot answer */
  ask(question: unknown): Promise<unknown>
  /** what the pool was created with */
  readonly data: unknown
}

/** The worker's side: takes one job after the other and sends back what `handle` makes of it. */
export function serve(handle: (job: unknown, desk: Desk) => unknown): void {
  const port = parentPort
  if (port === null) throw new Error('serve() belongs in a worker thread')
  const send = (message: FromWorker): void => port.postMessage(message)
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()
  let asked = 0

  const desk: Desk = {
    data: workerData,
    ask(question) {
      asked += 1
      const ask = asked
      return new Promise((resolve, reject) => {
        waiting.set(ask, { resolve, reject })
        send({ kind: 'ask', ask, question })
      })
    },
  }

  port.on('message', async (message: ToWorker) => {
    if (message.kind !== 'job') {
      const asker = waiting.get(message.ask)
      waiting.delete(message.ask)
      if (message.kind === 'answer') asker?.resolve(message.answer)
      else asker?.reject(new Error(message.message))
      return
    }
    try {
      send({ kind: 'done', result: await handle(message.job, desk) })
    } catch (error) {
      send({ kind: 'threw', message: error instanceof Error ? error.message : String(error) })
    }
  })
  send({ kind: 'ready' })
}
