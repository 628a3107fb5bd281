import { readFileSync } from 'node:fs'
import { PDFParse } from 'pdf-parse'

/** The peer: pdf-parse extracting the text of one PDF, nothing else. usage: pdf-parse-alone.ts FILE */
const parser = new PDFParse({ data: new Uint8Array(readFileSync(process.argv[2] ?? '')) })
const { text } = await parser.getText({ pageJoiner: '' })
await parser.destroy()
console.log(JSON.stringify({ words: text.split(/\s+/).length }))
