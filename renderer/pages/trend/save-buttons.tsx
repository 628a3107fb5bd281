import { Download } from 'lucide-react'
import type { BoardTrend } from '../../../shared/model/library.ts'
import { Button } from '../../components/button.tsx'
import { LENS_WORDS } from '../../format/lens-words.ts'
import type { Denominator } from '../../navigation/use-view.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { saveFile } from '../../host/save-file.ts'
import { standaloneSvg, svgToPng } from './save-chart.ts'
import { trendCsv } from './trend-csv.ts'
import type { Slot } from './trend-model.ts'

/** A file name every system takes. */
function fileName(trend: BoardTrend): string {
  const plain = `${trend.board} ${LENS_WORDS[trend.lens].name}`.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  return plain.replaceAll(/^-|-$/g, '').toLowerCase().slice(0, 80) || 'trend'
}

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
  const title = `${trend.board}: ${LENS_WORDS[trend.lens].name}`
  const saveSvg = (): void => {
    const svg = chart()
    if (svg === null) return announce('Show the chart to save its picture.')
    saveFile(`${fileName(trend)}.svg`, standaloneSvg(svg, title), 'image/svg+xml')
  }
  const savePng = (): void => {
    const svg = chart()
    if (svg === null) return announce('Show the chart to save its picture.')
    const { width, height } = svg.viewBox.baseVal
    svgToPng(standaloneSvg(svg, title), width, height).then(
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
