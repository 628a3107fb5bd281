import type { Token } from './tokenize.ts'

const bucket = (value: number, edges: readonly number[]): number => {
  let i = 0
  while (i < edges.length && value >= (edges[i] ?? 0)) i += 1
  return i
}

/** Length, capitals, figures and punctuation of a text as small numbers: a heading looks unlike a paragraph. */
export function textShape(text: string, tokens: readonly Token[]): number[] {
  const trimmed = text.trim()
  let capitals = 0
  let figures = 0
  for (const token of tokens) {
    if (token.capital) capitals += 1
    if (token.word.startsWith('#')) figures += 1
  }
  const count = Math.max(1, tokens.length)
  const long = tokens.length >= 8 ? 8 : 0
  const shape = [
    100 + bucket(tokens.length, [1, 3, 5, 8, 12, 18, 28, 45, 70, 110]),
    200 + long + bucket(capitals / count, [0.05, 0.15, 0.3, 0.5, 0.75, 0.95]),
    300 + long + bucket(figures / count, [0.001, 0.05, 0.1, 0.2, 0.35, 0.6]),
    400 + lastMark(trimmed),
  ]
  if (/[|\t]/.test(trimmed)) shape.push(500)
  if (/^(?:[-•*▪o]\s|\(?[a-z0-9]{1,2}[.)])/i.test(trimmed)) shape.push(501)
  if (trimmed.includes('?')) shape.push(502)
  if (/["“”«]/.test(trimmed)) shape.push(503)
  if (trimmed.includes('@') || trimmed.includes('http')) shape.push(504)
  if (/^[^a-z]*$/.test(trimmed)) shape.push(505)
  return shape
}

function lastMark(text: string): number {
  const at = '.:;,?)!|'.indexOf(text.at(-1) ?? ' ')
  return at + 1
}
