import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

export interface Measured {
  readonly seconds: number
  /** Most memory held at once by the process and all its children, in MB; null where it cannot be seen. */
  readonly peakMegabytes: number | null
  readonly stdout: string
}

/** Runs a script with this Node, timing the whole process and watching the memory of its whole tree. */
export function runMeasured(script: string, args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let stdout = ''
    let peak: number | null = null
    const watch = setInterval(() => {
      const now = child.pid === undefined ? null : treeMegabytes(child.pid)
      if (now !== null) peak = Math.max(peak ?? 0, now)
    }, 25)
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', (chunk: string) => (stdout += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, peakMegabytes: peak, stdout })
      else reject(new Error(`${script} ended with ${code}`))
    })
  })
}

/** Resident memory of a process and its descendants, read from /proc; null on other systems. */
function treeMegabytes(root: number): number | null {
  try {
    const parents = new Map<number, { parent: number; kilobytes: number }>()
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue
      const status = readStatus(Number(name))
      if (status) parents.set(Number(name), status)
    }
    let total = 0
    for (const [pid, { kilobytes }] of parents) {
      let at: number | undefined = pid
      while (at !== undefined && at !== root) at = parents.get(at)?.parent
      if (at === root) total += kilobytes
    }
    return total / 1024
  } catch {
    return null
  }
}

function readStatus(pid: number): { parent: number; kilobytes: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    const parent = /^PPid:\s+(\d+)/m.exec(text)?.[1]
    const resident = /^VmRSS:\s+(\d+)/m.exec(text)?.[1]
    return parent && resident ? { parent: Number(parent), kilobytes: Number(resident) } : null
  } catch {
    return null
  }
}
