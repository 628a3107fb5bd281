import { createContext, useCallback, useContext, useState } from 'react'
import type { ReactNode } from 'react'

const Announcer = createContext<(words: string) => void>(() => undefined)

/** Says one sentence to screen readers and shows it at the foot of the window for a while. */
export function useAnnounce(): (words: string) => void {
  return useContext(Announcer)
}

const SHOWN_FOR = 6000

export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [words, setWords] = useState('')
  const announce = useCallback((said: string) => {
    setWords(said)
    window.setTimeout(() => setWords((now) => (now === said ? '' : now)), SHOWN_FOR)
  }, [])
  return (
    <Announcer value={announce}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="no-print pointer-events-none fixed inset-x-0 bottom-4 z-50 flex justify-center"
      >
        {words !== '' && <p className="rounded-md bg-ink px-4 py-2 text-sm text-paper shadow-lg">{words}</p>}
      </div>
    </Announcer>
  )
}
