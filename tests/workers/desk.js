// A worker of the pool's tests: does what the job says.
import { parentPort, workerData } from 'node:worker_threads'

const { serve } = await import(workerData.serve)

serve(async (job, { ask, data }) => {
  switch (job.do) {
    case 'echo':
      return { value: job.value, data: data.word }
    case 'hang':
      for (;;);
    case 'eat': {
      const heap = []
      for (;;) heap.push(new Array(100_000).fill(Math.random()))
    }
    case 'exit':
      return process.exit(3)
    case 'throw':
      throw new Error('no such reference')
    case 'reject':
      Promise.reject(new Error('nobody caught this'))
      return new Promise(() => {})
    case 'print':
      console.log('noise')
      return 'printed'
    case 'ask':
      return [await ask(job.question), await ask(job.question).catch((error) => error.message)]
    case 'rude':
      parentPort.postMessage({ kind: 'answer', nonsense: true })
      return 'fine'
    default:
      return undefined
  }
})
