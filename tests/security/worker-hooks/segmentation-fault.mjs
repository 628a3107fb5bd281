import { onJob } from './answer.mjs'

onJob(() => process.kill(process.pid, 'SIGSEGV'))
