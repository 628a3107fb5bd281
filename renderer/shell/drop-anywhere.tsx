import { useEffect, useState } from 'react'
import { useService } from '../host/service-context.tsx'
import { counted } from '../format/numbers.ts'
import { addressOf, go, parseHash } from '../navigation/hash-route.ts'
import { useAnnounce } from './announcer.tsx'
import { dropTaker } from './drop-taker.ts'
import { droppedFiles } from './dropped-files.ts'

/** Files dropped on any screen go to Import. */
export function DropAnywhere() {
  const { uploads } = useService()
  const announce = useAnnounce()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    let depth = 0
    const take = async (transfer: DataTransfer): Promise<void> => {
      const files = await droppedFiles(transfer)
      if (files.length === 0) return announce('There was no file in what was dropped.')
      const taker = dropTaker()
      if (taker !== null) return taker.take(files.map(({ file }) => file))
      uploads.add(files)
      announce(`${counted(files.length, 'file')} added to Import.`)
      const route = parseHash(window.location.hash)
      if (route.page !== 'import') go(addressOf(route, 'import'))
    }
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      depth += 1
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const drag = (event: DragEvent): void => {
      if (holdsFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent): void => {
      // Always prevented: the browser would otherwise leave the app to show the file.
      event.preventDefault()
      depth = 0
      setOver(false)
      if (event.dataTransfer === null) return
      void take(event.dataTransfer)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', drag)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', drag)
      window.removeEventListener('drop', drop)
    }
  }, [uploads, announce])
  if (!over) return null
  return (
    <div className="pointer-events-none fixed inset-0 z-40 flex items-center justify-center bg-paper/85 p-8">
      <p className="heading-serif rounded-2xl border-2 border-dashed border-edge bg-surface px-14 py-12 text-2xl">
        {dropTaker()?.words ?? 'Drop files or folders to import them'}
      </p>
    </div>
  )
}
