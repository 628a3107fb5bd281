import { readFile } from 'node:fs/promises'

const PAGE_BYTES = 4096

/** Resident bytes of another process, or null where the system does not say (then the child reports itself). */
export async function residentMemory(pid: number): Promise<number | null> {
  if (process.platform !== 'linux') return null
  try {
    const pages = Number((await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1])
    return Number.isFinite(pages) ? pages * PAGE_BYTES : null
  } catch {
    return null
  }
}
