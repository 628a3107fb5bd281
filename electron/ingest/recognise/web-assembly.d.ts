/** The part of Node's WebAssembly that is used here; its types come with the browser's only. */
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, unknown>>
  class Memory {
    readonly buffer: ArrayBuffer
  }
  class Module {
    private readonly brand: undefined
  }
  class Instance {
    readonly exports: Record<string, unknown>
  }
  function instantiate(code: Uint8Array, imports: Imports): Promise<{ instance: Instance; module: Module }>
}
