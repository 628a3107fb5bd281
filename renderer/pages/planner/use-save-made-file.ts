import type { MadeFile } from '../../../shared/model/planner.ts'
import { errorWords } from '../../components/page-state.tsx'
import { useAnnounce } from '../../shell/announcer.tsx'
import { saveFile } from '../../host/save-file.ts'

/** Saves what the core has made, and says under which name; nothing leaves the machine. */
export function useSaveMadeFile(): (making: Promise<MadeFile>) => Promise<void> {
  const announce = useAnnounce()
  return async (making) => {
    try {
      const file = await making
      saveFile(file.name, file.bytes, file.type)
      announce(`Saved: ${file.name}`)
    } catch (error) {
      announce(errorWords(error))
    }
  }
}
