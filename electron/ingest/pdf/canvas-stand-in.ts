import { registerHooks } from 'node:module'

const DRAWING = ['DOMMatrix', 'ImageData', 'Path2D']
const URL_OF_STAND_IN = 'canvas-stand-in:'

function DrawingStandIn(): void {
  // Holds nothing and draws nothing.
}

/**
 * pdf.js wants a canvas for drawing, which is never done here. Without this it would load a 30 MB native library
 * into the process that opens untrusted files. Must run before pdf.js is loaded.
 */
export function standInForCanvas(): void {
  for (const name of DRAWING)
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { value: DrawingStandIn, configurable: true })
  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (specifier !== '@napi-rs/canvas') return nextResolve(specifier, context)
      return { url: URL_OF_STAND_IN, format: 'commonjs', shortCircuit: true }
    },
    load(url, context, nextLoad) {
      if (url !== URL_OF_STAND_IN) return nextLoad(url, context)
      return { format: 'commonjs', source: 'module.exports = {}', shortCircuit: true }
    },
  })
}
