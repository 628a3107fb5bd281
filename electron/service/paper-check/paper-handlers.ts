import { ServiceError } from '../../../shared/contract/errors.ts'
import type { plannerProcedures } from '../../../shared/contract/planner-procedures.ts'
import { checkPaper } from '../../../shared/analysis/paper-check/check-paper.ts'
import type { Block } from '../../../shared/model/document.ts'
import type { Id } from '../../../shared/model/library.ts'
import type { PaperCheck } from '../../../shared/model/paper-check.ts'
import type { LibraryStore } from '../../store/library-store.ts'
import type { FileContext } from '../analyse-file.ts'
import type { Handlers } from '../dispatch.ts'
import { splitFileName } from '../file-name.ts'
import { FILE_TYPES, fileNameFrom, writeDocument } from '../planner/write-plan.ts'
import type { ServiceParts } from '../service.ts'
import { checkDocument } from './check-document.ts'
import { createDraftPapers } from './draft-papers.ts'

const done = { done: true } as const

type PaperHandlers = Pick<Handlers, Extract<keyof typeof plannerProcedures, `papers.${string}`>>

/** A document that is in the library already, with the labels it has there. */
function checkStored(store: LibraryStore, documentId: Id): PaperCheck {
  const read = store.refining.read(documentId)
  if (read === null) throw new ServiceError('not-found')
  const first = store.documentPage(documentId, 1)
  const blocks: Block[] = []
  for (let page = 1; page <= first.pages; page += 1)
    for (const { index, block } of store.documentPage(documentId, page).blocks) blocks[index] = block
  return checkPaper({
    name: first.name,
    paged: first.paged,
    blocks: blocks.filter((block) => block !== undefined),
    analysis: read.analysis,
    customerTerms: read.customerTerms.length > 0 ? read.customerTerms : null,
  })
}

/** The paper check: drafts that stay in memory, stored documents, and what is written of either. */
export function createPaperHandlers(parts: ServiceParts): PaperHandlers {
  const { store, imports, events, refining, options } = parts
  const drafts = createDraftPapers({
    analyse: options.analyse,
    beforeReview: refining.beforeReview,
    clock: options.clock,
  })
  const contextOf = (boardId: Id | null): FileContext => {
    const board = boardId === null ? null : store.board(boardId)
    const terms = board?.customerTerms ?? []
    return {
      dateOrder: board?.dateOrder ?? 'from-documents',
      customerTerms: terms.length > 0 ? terms : null,
    }
  }
  return {
    'papers.begin': ({ name, bytes }) => ({ draftId: drafts.begin(splitFileName(name).name, bytes) }),
    'papers.append': ({ draftId, offset, bytes }) => {
      drafts.append(draftId, offset, bytes)
      return done
    },
    'papers.check': ({ draftId, boardId }) =>
      drafts.check(draftId, contextOf(boardId), (progress) =>
        events.emit({ type: 'paper-progress', draftId, progress: Math.min(1, Math.max(0, progress)) }),
      ),
    'papers.checkDocument': ({ documentId }) => checkStored(store, documentId),
    'papers.discard': ({ draftId }) => {
      drafts.discard(draftId)
      return done
    },
    'papers.keep': async ({ draftId }) => {
      const { name, bytes } = drafts.take(draftId)
      const writer = await store.writeOriginal()
      try {
        await writer.append(bytes)
        const job = imports.add(name, await writer.finish(), { batch: 'page', folders: [] })
        drafts.discard(draftId)
        return { jobId: job.id }
      } finally {
        await writer.discard()
      }
    },
    'papers.export': async ({ check, format }) => ({
      name: fileNameFrom(`paper check ${check.title ?? check.name}`, format),
      type: FILE_TYPES[format],
      bytes: await writeDocument(checkDocument(check), format, options.clock()),
    }),
  }
}
