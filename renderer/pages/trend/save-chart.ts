const PAINTED = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-weight']

/** What a chart says above itself once it has left its screen. */
export interface ChartHead {
  readonly title: string
  readonly subtitle: string
  readonly key: readonly { readonly fill: string; readonly name: string }[]
}

const SVG = 'http://www.w3.org/2000/svg'
const HEAD = 92
const MARGIN = 20
/** The mean width of a letter, in heights of its line: only the places of the key's entries hang on it. */
const LETTER = 0.56

function element(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value))
  made.textContent = text
  return made
}

function headOf({ title, subtitle, key }: ChartHead, ink: string, soft: string): SVGElement {
  const head = element('g', {})
  head.append(
    element('text', { x: 0, y: 18, 'font-size': 18, 'font-weight': 600, fill: ink }, title),
    element('text', { x: 0, y: 40, 'font-size': 13, fill: soft }, subtitle),
  )
  let x = 0
  for (const { fill, name } of key) {
    head.append(
      element('rect', {
        x,
        y: 56,
        width: 12,
        height: 12,
        rx: 3,
        fill,
        stroke: fill === 'none' ? soft : 'none',
      }),
      element('text', { x: x + 18, y: 66.5, 'font-size': 13, fill: ink }, name),
    )
    x += 18 + name.length * 13 * LETTER + 20
  }
  return head
}

/**
 * A copy that stands alone: its title, what its shares are of and its key above it, colours and fonts written into
 * it, links and handlers gone. `width` and `height` are in pixels.
 */
export function standaloneSvg(
  svg: SVGSVGElement,
  head: ChartHead,
): { svg: string; width: number; height: number } | null {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return null
  const sources = [svg, ...svg.querySelectorAll<SVGElement>('*')]
  const targets = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  sources.forEach((source, index) => {
    const target = targets[index]
    if (target === undefined) return
    const style = getComputedStyle(source)
    for (const name of PAINTED) {
      const value = style.getPropertyValue(name)
      // A pattern's address is made absolute by the browser and would no longer be found.
      if (value !== '' && !value.startsWith('url(')) target.setAttribute(name, value)
    }
    for (const name of ['class', 'tabindex', 'href', 'aria-label', 'data-chart', 'style'])
      target.removeAttribute(name)
  })
  const page = getComputedStyle(document.documentElement)
  const token = (name: string): string => page.getPropertyValue(name).trim()
  const box = svg.viewBox.baseVal
  const width = box.width + 2 * MARGIN
  const height = box.height + HEAD + 2 * MARGIN
  const chart = element('g', { transform: `translate(${MARGIN} ${MARGIN + HEAD})` })
  chart.append(...copy.childNodes)
  const above = headOf(head, token('--ink'), token('--ink-soft'))
  above.setAttribute('transform', `translate(${MARGIN} ${MARGIN})`)
  copy.setAttribute('xmlns', SVG)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`)
  copy.setAttribute('font-family', 'Inter, system-ui, sans-serif')
  copy.append(
    element('title', {}, `${head.title}. ${head.subtitle}`),
    element('rect', { width: '100%', height: '100%', fill: token('--surface') }),
    above,
    chart,
  )
  return { svg: new XMLSerializer().serializeToString(copy), width, height }
}

/** The chart as a picture at twice its size. */
export async function svgToPng(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image()
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.scale(2, 2)
    context.drawImage(image, 0, 0, width, height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob === null) throw new Error('no picture')
    return blob
  } finally {
    URL.revokeObjectURL(address)
  }
}
