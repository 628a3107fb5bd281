import { useCallback, useEffect, useRef, useState } from 'react'
import { MAXIMUM_DRAFT_BYTES } from '../../../shared/contract/planner-procedures.ts'
import { UPLOAD_CHUNK_BYTES } from '../../../shared/contract/procedures.ts'
import type { PaperCheck } from '../../../shared/model/paper-check.ts'
import { errorWords } from '../../components/page-state.tsx'
import { useService } from '../../host/service-context.tsx'

export type CheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly draftId: string | null }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string }
  /** `draftId` is null for a document of the library. */
  | { readonly kind: 'checked'; readonly check: PaperCheck; readonly draftId: string | null }

/** What was last looked at stays while the window is open. */
let last: CheckState = { kind: 'idle' }

/** A draft on its way to the core, its check, and what becomes of it. */
export function usePaperCheck(boardId: string | null) {
  const { client } = useService()
  const [state, setState] = useState<CheckState>(last)
  const turn = useRef(0)
  const put = useCallback((next: CheckState) => {
    last = next.kind === 'reading' ? { kind: 'idle' } : next
    setState(next)
  }, [])

  const forget = useCallback(
    (draftId: string | null) => {
      if (draftId !== null) client.call('papers.discard', { draftId }).catch(() => undefined)
    },
    [client],
  )
  const draftOf = (known: CheckState): string | null =>
    known.kind === 'reading' || known.kind === 'checked' ? known.draftId : null

  const check = async (file: File): Promise<void> => {
    forget(draftOf(state))
    const mine = (turn.current += 1)
    const isMine = (): boolean => mine === turn.current
    if (file.size > MAXIMUM_DRAFT_BYTES)
      return put({
        kind: 'refused',
        name: file.name,
        message: 'It is larger than a draft can be here (100 MB).',
      })
    put({ kind: 'reading', name: file.name, draftId: null })
    try {
      const { draftId } = await client.call('papers.begin', { name: file.name, bytes: file.size })
      if (!isMine()) return forget(draftId)
      put({ kind: 'reading', name: file.name, draftId })
      for (let offset = 0; offset < file.size; offset += UPLOAD_CHUNK_BYTES) {
        // oxlint-disable-next-line no-await-in-loop -- pieces must arrive in order.
        const bytes = new Uint8Array(await file.slice(offset, offset + UPLOAD_CHUNK_BYTES).arrayBuffer())
        if (!isMine()) return forget(draftId)
        // oxlint-disable-next-line no-await-in-loop
        await client.call('papers.append', { draftId, offset, bytes })
      }
      const outcome = await client.call('papers.check', { draftId, boardId })
      if (!isMine()) return forget(draftId)
      if (outcome.kind === 'checked') put({ kind: 'checked', check: outcome.check, draftId })
      else {
        forget(draftId)
        put({ kind: 'refused', name: file.name, message: outcome.message })
      }
    } catch (error) {
      if (isMine()) put({ kind: 'refused', name: file.name, message: errorWords(error) })
    }
    return undefined
  }
  const checkDocument = (documentId: string, name: string): void => {
    forget(draftOf(state))
    const mine = (turn.current += 1)
    put({ kind: 'reading', name, draftId: null })
    client.call('papers.checkDocument', { documentId }).then(
      (found) => mine === turn.current && put({ kind: 'checked', check: found, draftId: null }),
      (error: unknown) => mine === turn.current && put({ kind: 'refused', name, message: errorWords(error) }),
    )
  }
  const close = (): void => {
    turn.current += 1
    forget(draftOf(state))
    put({ kind: 'idle' })
  }
  // A screen that is left takes its unfinished reading with it.
  useEffect(() => () => void (turn.current += 1), [])
  return { state, check, checkDocument, close, kept: () => put({ kind: 'idle' }) }
}
