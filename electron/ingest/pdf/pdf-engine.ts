import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { z } from 'zod'
import { ReadRefusal } from '../read-refusal.ts'
import { standInForCanvas } from './canvas-stand-in.ts'
import { readEngineFile } from './engine-files.ts'
import { ReferencePort } from './reference-port.ts'

// In this order, also once bundled, where plain imports of packages would be moved before everything else.
standInForCanvas()
const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
const { PDFParse } = await import('pdf-parse')
const { OPS, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs')

export type PdfDocument = PDFDocumentProxy
export type PdfPage = PDFPageProxy
export type PdfOutline = readonly PdfOutlineNode[]
export interface PdfOutlineNode {
  readonly title: string
  readonly dest?: unknown
  readonly items?: PdfOutline | null | undefined
}
export type PdfTextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>
export const pdfOperators = OPS

class LocalCMaps {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    return { cMapData: await readEngineFile('cmaps', `${name}.bcmap`), isCompressed: true }
  }
}

class LocalFonts {
  fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    return readEngineFile('standard_fonts', filename)
  }
}

class NoWasm {
  fetch(): Promise<Uint8Array> {
    return Promise.reject(new Error('not used'))
  }
}

/** The decoders of rarer kinds of pictures, from the engine's own folder too. */
class LocalWasm {
  fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    return readEngineFile('wasm', filename)
  }
}

class NoDrawing {
  create(): never {
    throw new Error('not used')
  }
  addFilter(): string {
    return 'none'
  }
  destroy(): void {
    // Nothing was made.
  }
}

const openedSchema = z.object({
  doc: z.custom<PDFDocumentProxy>(
    (value) => typeof value === 'object' && value !== null && 'numPages' in value && 'getPage' in value,
  ),
})
const engineSchema = z.instanceof(PDFWorker)
const titleSchema = z.object({ Title: z.string() })

export interface OpenedPdf {
  readonly document: PdfDocument
  readonly title: string | null
  readonly outline: PdfOutline | null | undefined
  close(): Promise<void>
}

export interface OpenPdfOptions {
  /** Decode pictures, for pages that are nothing else; left out unless told. */
  readonly pictures?: boolean
  readonly password?: string | undefined
}

/** A sheet of A3 at 400 dots to the inch; larger pictures are left out. */
const MOST_PICTURE_PIXELS = 32_000_000

function refusalFor(error: unknown): ReadRefusal {
  if (error instanceof ReadRefusal) return error
  const name = error instanceof Error ? error.name : ''
  return new ReadRefusal(name === 'PasswordException' ? 'encrypted' : 'damaged', { cause: error })
}

/** Both halves of pdf.js in this thread. */
function startEngine(): InstanceType<typeof PDFWorker> {
  const port = new ReferencePort()
  const engine = engineSchema.parse(Reflect.construct(PDFWorker, [{ port, verbosity: 0 }]))
  WorkerMessageHandler.initializeFromPort(port)
  return engine
}

/**
 * Opens a PDF with pdf-parse and hands on the pdf.js document it loaded, so that it is parsed once.
 * Nothing in the file is run or fetched, no font is shaped, and no image decoded unless asked for.
 * @throws ReadRefusal encrypted or damaged
 */
export async function openPdf(bytes: Uint8Array, options: OpenPdfOptions = {}): Promise<OpenedPdf> {
  const pictures = options.pictures ?? false
  const engine = startEngine()
  const parser = new PDFParse({
    worker: engine,
    // pdf.js takes the buffer over.
    data: bytes.slice(),
    verbosity: 0,
    enableXfa: false,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: pictures,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: pictures ? MOST_PICTURE_PIXELS : 1,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    standardFontDataUrl: 'standard_fonts/',
    CMapReaderFactory: LocalCMaps,
    StandardFontDataFactory: LocalFonts,
    WasmFactory: pictures ? LocalWasm : NoWasm,
    ...(pictures ? { wasmUrl: 'wasm/' } : {}),
    ...(options.password === undefined ? {} : { password: options.password }),
    CanvasFactory: NoDrawing,
    FilterFactory: NoDrawing,
  })
  try {
    const { info, outline } = await parser.getInfo()
    const { doc } = openedSchema.parse(parser)
    const title = titleSchema.safeParse(info).data?.Title.trim()
    return {
      document: doc,
      title: title === undefined || title === '' ? null : title,
      outline,
      close: async () => {
        await parser.destroy()
        engine.destroy()
      },
    }
  } catch (error) {
    await parser.destroy().catch(() => undefined)
    engine.destroy()
    throw refusalFor(error)
  }
}
