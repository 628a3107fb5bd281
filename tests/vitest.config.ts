import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], extra: object = {}) => ({
  test: { name, include, env: { TZ: 'UTC' }, testTimeout: 30_000, hookTimeout: 60_000, ...extra },
})

export default defineConfig({
  test: {
    projects: [
      project('architecture', ['tests/architecture/**/*.test.ts']),
      project('unit', ['tests/unit/**/*.test.ts']),
      project('golden', ['tests/golden/**/*.test.ts']),
      project('store', ['tests/store/**/*.test.ts']),
      project('integration', ['tests/integration/**/*.test.ts'], { testTimeout: 180_000 }),
      project('contract', ['tests/contract/**/*.test.ts'], { testTimeout: 120_000 }),
      project('security', ['tests/security/**/*.test.ts'], { testTimeout: 120_000 }),
      project('renderer', ['tests/renderer/**/*.test.{ts,tsx}'], { environment: 'jsdom' }),
      project('e2e', ['tests/e2e/**/*.test.ts'], {
        globalSetup: ['tests/e2e/global-setup.ts'],
        testTimeout: 180_000,
        hookTimeout: 600_000,
        fileParallelism: false,
      }),
    ],
  },
})
