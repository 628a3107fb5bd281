/**
 * Brings a part into the middle of the pane it lies in (`data-pane`), and moves nothing around the pane: the browser's
 * own way would scroll the screen as well, and cut the panes off at the top.
 */
export function scrollWithin(part: Element | null | undefined): void {
  const pane = part?.closest('[data-pane]')
  if (!part || !pane) return
  const inner = part.getBoundingClientRect()
  const outer = pane.getBoundingClientRect()
  pane.scrollTop += inner.top - outer.top - (pane.clientHeight - inner.height) / 2
  if (inner.left < outer.left || inner.right > outer.right) pane.scrollLeft += inner.left - outer.left - 16
}
