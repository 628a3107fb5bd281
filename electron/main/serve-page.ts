import { readFile } from 'node:fs/promises'
import { pageHeaders } from '../service/page-headers.ts'
import { listPageFiles } from '../service/page-files.ts'
import { isPageAddress } from './page-origin.ts'

/** Answers `app://empty-chair/…` from the built page, by an allow-list made at the start. */
export function createPageHandler(folder: string): (request: Request) => Promise<Response> {
  const files = listPageFiles(folder)
  const headers = pageHeaders("'none'")
  const nothing = (status: number): Response => new Response(null, { status, headers })

  return async (request) => {
    if (!isPageAddress(request.url)) return nothing(403)
    if (request.method !== 'GET') return nothing(405)
    const file = files.get(new URL(request.url).pathname)
    if (!file) return nothing(404)
    const body = new Uint8Array(await readFile(file.path))
    return new Response(body, { status: 200, headers: { ...headers, 'content-type': file.type } })
  }
}
