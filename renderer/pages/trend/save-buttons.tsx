import { Download } from 'lucide-react'
import type { Focus } from '../../../shared/model/focus.ts'
import type { BoardTrend } from '../../../shared/model/library.ts'
import { Button } from '../../components/button.tsx'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import type { Denominator } from '../../navigation/use-view.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { saveFile } from '../../host/save-file.ts'
import { standaloneSvg, svgToPng } from './save-chart.ts'
import { trendCsv } from './trend-csv.ts'
import { denominatorInWords, fociOver } from './trend-model.ts'
import type { Slot } from './trend-model.ts'

/** A file name every system takes. */
function fileName(trend: BoardTrend): string {
  const plain = `${trend.board} ${LENS_WORDS[trend.lens].name}`.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  return plain.replaceAll(/^-|-$/g, '').toLowerCase().slice(0, 80) || 'trend'
}

/** The focus's colour as it is on the page now; procedure is an outline. */
const paintOf = (focus: Focus): string =>
  focus === 'procedural'
    ? 'none'
    : getComputedStyle(document.documentElement).getPropertyValue(`--${focus}`).trim()

const chart = (): SVGSVGElement | null => document.querySelector('svg[data-chart="shares"]')

/** Saves what is shown: the picture of the chart, or its figures. */
export function SaveButtons({
  slots,
  trend,
  over,
}: {
  slots: readonly Slot[]
  trend: BoardTrend
  over: Denominator
}) {
  const announce = useAnnounce()
  const picture = (): ReturnType<typeof standaloneSvg> => {
    const svg = chart()
    const hatch = svg?.querySelector('pattern')?.id
    const made =
      svg === null
        ? null
        : standaloneSvg(svg, {
            title: trend.board,
            subtitle: `${LENS_WORDS[trend.lens].name}: shares per meeting, ${denominatorInWords(over)}. Lines: the range of the customer share.`,
            key: fociOver(over).map((focus) => ({
              name: FOCUS_WORDS[focus],
              fill: focus === 'customer-in-numbers' ? `url(#${hatch})` : paintOf(focus),
            })),
          })
    if (made === null) announce('Show the chart to save its picture.')
    return made
  }
  const saveSvg = (): void => {
    const made = picture()
    if (made !== null) saveFile(`${fileName(trend)}.svg`, made.svg, 'image/svg+xml')
  }
  const savePng = (): void => {
    const made = picture()
    if (made === null) return
    svgToPng(made.svg, made.width, made.height).then(
      (blob) => saveFile(`${fileName(trend)}.png`, blob, 'image/png'),
      () => announce('The picture could not be made.'),
    )
  }
  return (
    <span className="flex items-center gap-0.5" role="group" aria-label="Save">
      <Download aria-hidden="true" className="mr-1 size-4 text-faint" />
      <Button
        look="bare"
        small
        onClick={() => saveFile(`${fileName(trend)}.csv`, trendCsv(slots, trend, over), 'text/csv')}
      >
        CSV
      </Button>
      <Button look="bare" small onClick={saveSvg}>
        SVG
      </Button>
      <Button look="bare" small onClick={savePng}>
        PNG
      </Button>
    </span>
  )
}
