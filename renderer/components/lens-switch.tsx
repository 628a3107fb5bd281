import { LENSES } from '../../shared/model/measures.ts'
import type { Lens } from '../../shared/model/measures.ts'
import { LENS_WORDS } from '../format/lens-words.ts'
import { setParams } from '../navigation/hash-route.ts'
import { Segmented } from './segmented.tsx'

/** What is shared out. Lenses are never blended, so exactly one is on. */
export function LensSwitch({ lens, hideLegend = false }: { lens: Lens; hideLegend?: boolean }) {
  return (
    <Segmented
      legend="Lens"
      hideLegend={hideLegend}
      options={LENSES.map((value) => ({ value, label: LENS_WORDS[value].name }))}
      value={lens}
      onChange={(value) => setParams({ lens: value })}
    />
  )
}
