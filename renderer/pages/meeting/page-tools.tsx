import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { Button } from '../../components/button.tsx'

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]

/** The next larger or smaller size; the same at either end. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const larger = STEPS.find((step) => step > zoom + 1e-6)
  const smaller = STEPS.findLast((step) => step < zoom - 1e-6)
  return (direction === 1 ? larger : smaller) ?? zoom
}

/** How large the page is shown. */
export function PageTools({ zoom, onZoom }: { zoom: number; onZoom: (zoom: number) => void }) {
  return (
    <div className="flex items-center">
      <Button
        look="bare"
        small
        aria-label="Smaller"
        title="Smaller (−)"
        disabled={nextZoom(zoom, -1) === zoom}
        onClick={() => onZoom(nextZoom(zoom, -1))}
      >
        <ZoomOut aria-hidden="true" className="size-4" />
      </Button>
      <Button
        look="bare"
        small
        aria-label="Fit the page to the width"
        title="Fit to the width (0)"
        disabled={zoom === 1}
        onClick={() => onZoom(1)}
      >
        <Maximize2 aria-hidden="true" className="size-4" />
      </Button>
      <Button
        look="bare"
        small
        aria-label="Larger"
        title="Larger (+)"
        disabled={nextZoom(zoom, 1) === zoom}
        onClick={() => onZoom(nextZoom(zoom, 1))}
      >
        <ZoomIn aria-hidden="true" className="size-4" />
      </Button>
    </div>
  )
}
