import { registerHooks } from 'node:module'

// pdf.js wants a canvas for drawing, which is never done here. Without these it would load a 30 MB native
// library into the process that opens untrusted files.
function DrawingStandIn(): void {
  // Holds nothing and draws nothing.
}

const names = ['DOMMatrix', 'ImageData', 'Path2D']
for (const name of names) {
  if (!(name in globalThis))
    Object.defineProperty(globalThis, name, { value: DrawingStandIn, configurable: true })
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier !== '@napi-rs/canvas') return nextResolve(specifier, context)
    return { url: 'canvas-stand-in:', format: 'commonjs', shortCircuit: true }
  },
  load(url, context, nextLoad) {
    if (url !== 'canvas-stand-in:') return nextLoad(url, context)
    return { format: 'commonjs', source: 'module.exports = {}', shortCircuit: true }
  },
})
