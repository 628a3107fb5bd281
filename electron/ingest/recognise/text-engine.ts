import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import startTesseract from 'tesseract.js-core/tesseract-core-simd-lstm.js'
import type { TesseractModule, TesseractOptions } from 'tesseract.js-core/tesseract-core-simd-lstm.js'
import type { GrayPicture } from './gray-picture.ts'
import { grayOfPix } from './gray-of-pix.ts'

const LANGUAGE = 'eng'
/** Finds blocks, columns and lines by itself. */
const AUTOMATIC_LAYOUT = 3
/** The neural engine alone. */
const NEURAL = 1

export interface TextEngine {
  /** What stands in the picture, as hOCR. Blocks this thread for about a second a page. */
  read(picture: GrayPicture, dotsPerInch: number): string
  /** The picture in a PNG, JPEG, TIFF, WebP or BMP file; null where it cannot be decoded. */
  decode(bytes: Uint8Array): GrayPicture | null
}

const require = createRequire(import.meta.url)

async function languageData(): Promise<Uint8Array> {
  const folder = dirname(require.resolve(`@tesseract.js-data/${LANGUAGE}/package.json`))
  // Packed on the disk; unpacked in memory only.
  return promisify(gunzip)(await readFile(join(folder, '4.0.0_best_int', `${LANGUAGE}.traineddata.gz`)))
}

async function start(): Promise<TextEngine> {
  const code = await readFile(require.resolve('tesseract.js-core/tesseract-core-simd-lstm.wasm'))
  let memory: WebAssembly.Memory | null = null
  const compile: TesseractOptions['instantiateWasm'] = async (imports, done) => {
    const { instance, module } = await WebAssembly.instantiate(code, imports)
    memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory) ?? null
    done(instance, module)
    return {}
  }
  const core: TesseractModule = await startTesseract({
    print: () => undefined,
    printErr: () => undefined,
    // Compiled here from the bytes on the disk: nothing is fetched, and its memory can be reached.
    instantiateWasm(imports, done) {
      void compile(imports, done)
      return {}
    },
  })
  core.FS.writeFile(`${LANGUAGE}.traineddata`, await languageData())
  const api = new core.TessBaseAPI()
  if (api.Init(null, LANGUAGE, NEURAL) !== 0) throw new Error('The recognition engine did not start')
  api.SetPageSegMode(AUTOMATIC_LAYOUT)
  // Light text on dark is looked for in table heads too.
  api.SetVariable('hocr_font_info', '0')

  const bytesOf = (): Uint8Array => {
    if (memory === null) throw new Error('The recognition engine has no memory')
    // Its memory moves when it grows, so it is looked up each time.
    return new Uint8Array(memory.buffer)
  }
  // The engine's own names begin with a dash.
  // oxlint-disable no-underscore-dangle
  /** Hands bytes to the engine for as long as `use` runs. */
  const lend = <T>(bytes: Uint8Array, use: (address: number) => T): T => {
    const address = core._malloc(bytes.byteLength)
    if (address === 0) throw new RangeError('out of memory')
    try {
      bytesOf().set(bytes, address)
      return use(address)
    } finally {
      core._free(address)
    }
  }

  return {
    read: (picture, dotsPerInch) =>
      lend(picture.data, (address) => {
        api.SetImage(address, picture.width, picture.height, 1, picture.width)
        api.SetSourceResolution(Math.round(dotsPerInch))
        try {
          return api.Recognize(null) === 0 ? api.GetHOCRText(0) : ''
        } finally {
          api.Clear()
        }
      }),
    decode: (bytes) =>
      lend(bytes, (address) => {
        const found = core._pixReadMem(address, bytes.byteLength)
        if (found === 0) return null
        const pix = core.wrapPointer(found, core.Pix)
        const colours = pix.get_colormap()
        const hasColours = core.getPointer(colours) !== 0
        return grayOfPix(
          {
            width: pix.get_w(),
            height: pix.get_h(),
            depth: pix.get_d(),
            wordsPerLine: pix.get_wpl(),
            address: pix.get_data(),
            colours: hasColours ? { address: colours.get_array(), count: colours.get_n() } : null,
          },
          bytesOf(),
        )
      }),
  }
}

let started: Promise<TextEngine | null> | null = null

/** The engine, started once for this process; null where it or its language data are not installed. */
export function startTextEngine(): Promise<TextEngine | null> {
  started ??= start().catch(() => null)
  return started
}
