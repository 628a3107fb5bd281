import { resolve } from 'node:path'
import { nodeWorkerSpawner } from '../../../electron/worker/spawn-node-worker.ts'

// A parent with a child in an endless loop; says the child's id, to be killed without a chance to end it.
const child = nodeWorkerSpawner(resolve(import.meta.dirname, 'endless-loop.mjs'))()
child.onMessage(() => undefined)
child.send({ type: 'analyse', sequence: 1 })
setTimeout(() => console.log(child.pid), 500)
setInterval(() => undefined, 1000)
