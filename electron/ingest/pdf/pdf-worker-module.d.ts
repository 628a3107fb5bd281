// Loaded for its effect: pdf.js then runs its parsing side in this process, without looking for a file.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}
