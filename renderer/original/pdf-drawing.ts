import { getDocument, PDFDataRangeTransport, PDFWorker } from 'pdfjs-dist'
import jpegTwoThousandUrl from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url'
// Vite answers this one with an address, not with the module.
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import type { OriginalPages, OriginalSource } from './original-pages.ts'

/** Larger pictures in a page are left out of its drawing. */
const MOST_PICTURE_PIXELS = 40_000_000

interface ScriptPolicy {
  createScriptURL(url: string): string | URL
}
interface ScriptPolicies {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy
}

const hasPolicies = (value: unknown): value is { trustedTypes: ScriptPolicies } =>
  typeof value === 'object' && value !== null && 'trustedTypes' in value && Boolean(value.trustedTypes)

const onlyTheWorker: ScriptPolicy = {
  createScriptURL(url) {
    if (url !== workerUrl) throw new TypeError('No script but the page’s own')
    return url
  },
}
const here: unknown = globalThis
const scriptPolicy: ScriptPolicy = hasPolicies(here)
  ? here.trustedTypes.createPolicy('empty-chair-pdf-worker', onlyTheWorker)
  : onlyTheWorker

/** The bytes of a stored original, fetched piece by piece as pages need them. */
class PiecesFromCore extends PDFDataRangeTransport {
  private readonly source: OriginalSource
  private readonly fail: (error: unknown) => void

  constructor(source: OriginalSource, fail: (error: unknown) => void) {
    super(source.bytes, null)
    this.source = source
    this.fail = fail
  }

  override requestDataRange(begin: number, end: number): void {
    this.source.read(begin, end).then((bytes) => this.onDataRange(begin, bytes), this.fail)
  }
}

/**
 * Opens a PDF to be drawn: read in the engine's worker, nothing in it run, fetched or followed. What it needs beside
 * its own bytes (character maps, fonts) comes from the core as data. Rejects for files that cannot be drawn.
 */
export async function openPdfDrawing(source: OriginalSource): Promise<OriginalPages> {
  const thread = new Worker(scriptPolicy.createScriptURL(workerUrl), { type: 'module' })
  class CharacterMaps {
    async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
      return { cMapData: await source.resource('character-map', `${name}.bcmap`), isCompressed: true }
    }
  }
  class Fonts {
    fetch({ filename }: { filename: string }): Promise<Uint8Array> {
      return source.resource('font', filename)
    }
  }
  class NoWasm {
    fetch(): Promise<never> {
      return Promise.reject(new Error('not used'))
    }
  }
  const engine = PDFWorker.create({ port: thread, verbosity: 0 })
  const close = (): void => {
    engine.destroy()
    thread.terminate()
  }
  try {
    const broken = Promise.withResolvers<never>()
    broken.promise.catch(() => undefined)
    thread.addEventListener('error', () => broken.reject(new Error('The reader did not start')))
    const loading = getDocument({
      range: new PiecesFromCore(source, broken.reject),
      length: source.bytes,
      worker: engine,
      verbosity: 0,
      disableAutoFetch: true,
      disableStream: true,
      enableXfa: false,
      isEvalSupported: false,
      useWorkerFetch: false,
      useSystemFonts: false,
      // WebAssembly is not allowed on this page; the one decoder that has another form is beside the worker.
      useWasm: false,
      wasmUrl: jpegTwoThousandUrl.slice(0, jpegTwoThousandUrl.lastIndexOf('/') + 1),
      maxImageSize: MOST_PICTURE_PIXELS,
      cMapUrl: 'character-maps/',
      cMapPacked: true,
      standardFontDataUrl: 'fonts/',
      CMapReaderFactory: CharacterMaps,
      StandardFontDataFactory: Fonts,
      WasmFactory: NoWasm,
    })
    // Nobody is asked here: what only a password opens is shown as the text that was read with it.
    loading.onPassword = () => broken.reject(new Error('A password is needed'))
    const document = await Promise.race([loading.promise, broken.promise])
    const viewOf = async (number: number, scale: number) => {
      const page = await document.getPage(number)
      return { page, viewport: page.getViewport({ scale }) }
    }
    return {
      async sizeOf(number) {
        const { viewport } = await viewOf(number, 1)
        return { width: viewport.width, height: viewport.height }
      },
      async draw(number, canvas, scale, signal) {
        const { page, viewport } = await viewOf(number, scale)
        if (signal.aborted) return
        canvas.width = Math.floor(viewport.width)
        canvas.height = Math.floor(viewport.height)
        const task = page.render({ canvas, viewport, background: '#ffffff' })
        const stop = (): void => task.cancel()
        signal.addEventListener('abort', stop, { once: true })
        try {
          await Promise.race([task.promise, broken.promise])
        } catch (error) {
          if (!signal.aborted) throw error
        } finally {
          signal.removeEventListener('abort', stop)
          page.cleanup()
        }
      },
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}
