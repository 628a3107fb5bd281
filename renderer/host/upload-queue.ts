import type { ServiceClient } from '../../shared/contract/client.ts'
import { ServiceError } from '../../shared/contract/errors.ts'
import { MAXIMUM_FILE_BYTES, UPLOAD_CHUNK_BYTES } from '../../shared/contract/procedures.ts'
import { REFUSAL_WORDS } from '../../shared/model/import-result.ts'

/** A file on its way from the page to the core; once there it is an import job and leaves this list. */
export interface Upload {
  readonly key: number
  readonly name: string
  readonly bytes: number
  readonly sent: number
  readonly state: 'waiting' | 'sending' | 'failed'
  readonly message: string | null
}

export interface UploadQueue {
  /** `name` may hold the folders the file came in, with slashes; only the last part is shown. */
  add(files: readonly { readonly file: File; readonly name: string }[]): void
  cancel(key: number): void
  retry(key: number): void
  list(): readonly Upload[]
  subscribe(listener: () => void): () => void
}

const AT_ONCE = 2

/** Sends files in pieces, two at a time, oldest first. */
export function createUploadQueue(client: ServiceClient): UploadQueue {
  let uploads: readonly Upload[] = []
  const files = new Map<number, { readonly file: File; readonly name: string }>()
  const listeners = new Set<() => void>()
  let next = 1
  let running = 0

  const publish = (changed: readonly Upload[]): void => {
    uploads = changed
    for (const listener of listeners) listener()
  }
  const change = (key: number, part: Partial<Upload>): void =>
    publish(uploads.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)))
  const drop = (key: number): void => {
    files.delete(key)
    publish(uploads.filter((upload) => upload.key !== key))
  }

  const send = async (key: number, file: File, name: string): Promise<void> => {
    const { uploadId } = await client.call('uploads.begin', { name, bytes: file.size })
    for (let offset = 0; offset < file.size; offset += UPLOAD_CHUNK_BYTES) {
      // Pieces must arrive in order, and a cancelled file sends no more.
      if (!files.has(key)) return
      const piece = file.slice(offset, offset + UPLOAD_CHUNK_BYTES)
      // oxlint-disable-next-line no-await-in-loop
      const bytes = new Uint8Array(await piece.arrayBuffer())
      // oxlint-disable-next-line no-await-in-loop
      await client.call('uploads.append', { uploadId, offset, bytes })
      change(key, { sent: offset + bytes.byteLength })
    }
    if (files.has(key)) await client.call('uploads.finish', { uploadId })
  }

  const pump = (): void => {
    while (running < AT_ONCE) {
      const waiting = uploads.find((upload) => upload.state === 'waiting')
      const chosen = waiting && files.get(waiting.key)
      if (!waiting || !chosen) return
      running += 1
      change(waiting.key, { state: 'sending', sent: 0, message: null })
      send(waiting.key, chosen.file, chosen.name)
        .then(
          () => drop(waiting.key),
          (error: unknown) =>
            change(waiting.key, {
              state: 'failed',
              message:
                error instanceof ServiceError
                  ? error.message
                  : 'It could not be read from its place. It may have been moved or changed.',
            }),
        )
        .finally(() => {
          running -= 1
          pump()
        })
    }
  }

  return {
    add(added) {
      const fresh = added.map((chosen): Upload => {
        const { file } = chosen
        const key = next
        next += 1
        const tooLarge = file.size > MAXIMUM_FILE_BYTES
        if (!tooLarge) files.set(key, chosen)
        return {
          key,
          name: file.name,
          bytes: file.size,
          sent: 0,
          state: tooLarge ? 'failed' : 'waiting',
          message: tooLarge ? REFUSAL_WORDS['too-large'] : null,
        }
      })
      publish([...uploads, ...fresh])
      pump()
    },
    cancel: drop,
    retry(key) {
      if (!files.has(key)) return
      change(key, { state: 'waiting', message: null })
      pump()
    },
    list: () => uploads,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
