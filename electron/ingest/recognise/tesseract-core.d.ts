/** The recognition engine as WebAssembly, with the small part of its interface that is used here. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  export interface TesseractApi {
    Init(folder: null, language: string, mode: number): number
    SetVariable(name: string, value: string): boolean
    SetPageSegMode(mode: number): void
    SetImage(
      address: number,
      width: number,
      height: number,
      bytesPerPixel: number,
      bytesPerLine: number,
    ): void
    SetSourceResolution(dotsPerInch: number): void
    Recognize(monitor: null): number
    GetHOCRText(page: number): string
    Clear(): void
  }
  export interface TesseractPix {
    get_w(): number
    get_h(): number
    get_d(): number
    get_wpl(): number
    get_xres(): number
    get_data(): number
    get_colormap(): TesseractColormap
  }
  export interface TesseractColormap {
    get_n(): number
    get_array(): number
  }
  export interface TesseractModule {
    readonly FS: { writeFile(path: string, data: Uint8Array): void }
    readonly TessBaseAPI: new () => TesseractApi
    readonly Pix: object
    _malloc(bytes: number): number
    _free(address: number): void
    _pixReadMem(address: number, bytes: number): number
    wrapPointer(address: number, type: object): TesseractPix
    getPointer(value: object): number
  }
  export interface TesseractOptions {
    print(line: string): void
    printErr(line: string): void
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object
  }
  const startTesseract: (options: TesseractOptions) => Promise<TesseractModule>
  export default startTesseract
}
