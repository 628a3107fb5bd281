/** Where an original's bytes come from: the core, in pieces. */
export interface OriginalSource {
  readonly bytes: number
  /** From `begin` up to but not including `end`. */
  read(begin: number, end: number): Promise<Uint8Array<ArrayBuffer>>
  resource(kind: 'character-map' | 'font', name: string): Promise<Uint8Array>
}

/** An original that can be drawn page by page. Sizes are in points (1/72 inch). */
export interface OriginalPages {
  sizeOf(page: number): Promise<{ readonly width: number; readonly height: number }>
  /** `scale` is pixels per point; an aborted drawing stops and is no error. */
  draw(page: number, canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<void>
  close(): void
}
