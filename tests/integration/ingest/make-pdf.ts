import PdfKit from 'pdfkit'

type Draw = (pdf: InstanceType<typeof PdfKit>) => void

/** A PDF in memory, drawn by the test. */
export function makePdf(draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const pdf = new PdfKit({ size: 'A4', margin: 60, ...options })
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    draw(pdf)
    pdf.end()
  })
}
