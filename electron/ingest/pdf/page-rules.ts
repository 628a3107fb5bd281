import type { Rule } from '../layout/text-run.ts'
import { pdfOperators } from './pdf-engine.ts'
import type { PdfPage } from './pdf-engine.ts'
import { multiply } from './page-runs.ts'

type Operators = Awaited<ReturnType<PdfPage['getOperatorList']>>

// Points. Cell borders are drawn as hairlines or as rectangles hardly thicker than that.
const THICKEST = 3
const SHORTEST = 6
/** More lines than this are a drawing, not a table. */
const MOST_RULES = 4000
const MOST_OPERATORS = 200_000

const MOVE = 0
const LINE = 1
const CURVE = 2

const FILLS = new Set([
  pdfOperators.fill,
  pdfOperators.eoFill,
  pdfOperators.fillStroke,
  pdfOperators.eoFillStroke,
  pdfOperators.closeFillStroke,
  pdfOperators.closeEOFillStroke,
])
const STROKES = new Set([
  pdfOperators.stroke,
  pdfOperators.closeStroke,
  pdfOperators.fillStroke,
  pdfOperators.eoFillStroke,
  pdfOperators.closeFillStroke,
  pdfOperators.closeEOFillStroke,
])

type Point = readonly [number, number]

/** The straight parts of a path as closed polygons; curved ones are left out. */
function polygons(data: Float32Array, matrix: readonly number[]): Point[][] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const found: Point[][] = []
  let current: Point[] = []
  const point = (at: number): Point => {
    const x = data[at] ?? 0
    const y = data[at + 1] ?? 0
    return [a * x + c * y + e, b * x + d * y + f]
  }
  for (let at = 0; at < data.length;) {
    const operator = data[at]
    if (operator === MOVE) {
      current = [point(at + 1)]
      found.push(current)
      at += 3
    } else if (operator === LINE) {
      current.push(point(at + 1))
      at += 3
    } else if (operator === CURVE) {
      current.length = 0
      at += 7
    } else {
      if (current[0]) current.push(current[0])
      at += 1
    }
  }
  return found.filter((polygon) => polygon.length > 1)
}

function ruleBetween(from: Point, to: Point): Rule | null {
  const width = Math.abs(to[0] - from[0])
  const height = Math.abs(to[1] - from[1])
  if (height <= 1 && width >= SHORTEST)
    return {
      direction: 'horizontal',
      at: (from[1] + to[1]) / 2,
      from: Math.min(from[0], to[0]),
      to: Math.max(from[0], to[0]),
    }
  if (width <= 1 && height >= SHORTEST)
    return {
      direction: 'vertical',
      at: (from[0] + to[0]) / 2,
      from: Math.min(from[1], to[1]),
      to: Math.max(from[1], to[1]),
    }
  return null
}

/** A filled shape so thin that it is seen as a line. */
function ruleOfFill(polygon: readonly Point[]): Rule | null {
  const xs = polygon.map(([x]) => x)
  const ys = polygon.map(([, y]) => y)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  if (bottom - top <= THICKEST && right - left >= SHORTEST)
    return { direction: 'horizontal', at: (top + bottom) / 2, from: left, to: right }
  if (right - left <= THICKEST && bottom - top >= SHORTEST)
    return { direction: 'vertical', at: (left + right) / 2, from: top, to: bottom }
  return null
}

function rulesOfPath(paint: number, data: Float32Array, matrix: readonly number[]): Rule[] {
  const rules: Rule[] = []
  for (const polygon of polygons(data, matrix)) {
    if (FILLS.has(paint)) {
      const rule = polygon.length <= 6 ? ruleOfFill(polygon) : null
      if (rule) rules.push(rule)
    }
    if (!STROKES.has(paint)) continue
    for (let at = 1; at < polygon.length; at += 1) {
      const from = polygon[at - 1]
      const to = polygon[at]
      const rule = from && to ? ruleBetween(from, to) : null
      if (rule) rules.push(rule)
    }
  }
  return rules
}

const isMatrix = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length >= 6 && value.every((part) => typeof part === 'number')

/** The straight lines drawn on a page, in points from its top left corner. */
export function pageRules(operators: Operators, viewport: readonly number[]): Rule[] {
  const rules: Rule[] = []
  if (operators.fnArray.length > MOST_OPERATORS) return rules
  const stack: (readonly number[])[] = []
  let matrix: readonly number[] = viewport
  for (let at = 0; at < operators.fnArray.length; at += 1) {
    const operator = operators.fnArray[at]
    const values: unknown = operators.argsArray[at]
    if (operator === pdfOperators.save) stack.push(matrix)
    else if (operator === pdfOperators.restore || operator === pdfOperators.paintFormXObjectEnd)
      matrix = stack.pop() ?? viewport
    else if (operator === pdfOperators.transform) {
      if (isMatrix(values)) matrix = multiply(matrix, values)
    } else if (operator === pdfOperators.paintFormXObjectBegin) {
      stack.push(matrix)
      const form: unknown = Array.isArray(values) ? values[0] : null
      if (isMatrix(form)) matrix = multiply(matrix, form)
    } else if (operator === pdfOperators.constructPath && Array.isArray(values)) {
      const paint: unknown = values[0]
      const paths: unknown = values[1]
      const data: unknown = Array.isArray(paths) ? paths[0] : null
      if (typeof paint === 'number' && data instanceof Float32Array)
        rules.push(...rulesOfPath(paint, data, matrix))
      if (rules.length > MOST_RULES) return []
    }
  }
  return rules
}
