import { answer, onJob } from './answer.mjs'
import { readFileSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

const isDenied = (act) => {
  try {
    act()
    return false
  } catch (error) {
    return error.code === 'ERR_ACCESS_DENIED' || error instanceof EvalError
  }
}

onJob((job) => {
  const denied = [
    () => readFileSync('/etc/hostname'),
    () => writeFileSync('/tmp/empty-chair-reached-outside', 'x'),
    () => execFileSync('true'),
    () => new Function('return 1')(),
  ].map(isDenied)
  // All four denied is told by a code that nothing else here uses.
  answer(job, { kind: 'refused', code: denied.every(Boolean) ? 'unsafe-name' : 'worker-failed' })
})
