import { defineConfig } from 'vitest/config'

/** They measure how long the program takes, or take the machine to themselves: one at a time, when the others are done. */
const ALONE = ['tests/cli/startup.test.ts', 'tests/cli/interrupt.test.ts']

export default defineConfig({
  test: {
    globalSetup: ['tests/cli/build.ts'],
    // the default leaves a core free, which on two cores doubles the time
    maxWorkers: '100%',
    // they end what hangs; how long something takes is measured by the processor's time, whatever else the machine does
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: { name: 'together', include: ['tests/**/*.test.ts'], exclude: ALONE, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: { name: 'alone', include: ALONE, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
