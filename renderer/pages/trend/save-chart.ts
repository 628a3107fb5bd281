const PAINTED = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-weight']

/** A copy that stands alone: colours and fonts written into it, links and handlers gone. */
export function standaloneSvg(svg: SVGSVGElement, title: string): string {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return ''
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
  const box = svg.viewBox.baseVal
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(box.width))
  copy.setAttribute('height', String(box.height))
  copy.setAttribute('font-family', 'Inter, system-ui, sans-serif')
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  name.textContent = title
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  ground.setAttribute('width', '100%')
  ground.setAttribute('height', '100%')
  ground.setAttribute('fill', getComputedStyle(document.documentElement).getPropertyValue('--surface').trim())
  copy.prepend(name, ground)
  return new XMLSerializer().serializeToString(copy)
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
