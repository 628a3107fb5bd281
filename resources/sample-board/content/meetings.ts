import type { Meeting } from '../meeting-content.ts'
import { may2025 } from './2025-05.ts'
import { june2025 } from './2025-06.ts'
import { july2025 } from './2025-07.ts'
import { september2025 } from './2025-09.ts'
import { october2025 } from './2025-10.ts'
import { november2025 } from './2025-11.ts'
import { december2025 } from './2025-12.ts'
import { january2026 } from './2026-01.ts'
import { march2026 } from './2026-03.ts'
import { april2026 } from './2026-04.ts'
import { may2026 } from './2026-05.ts'
import { june2026 } from './2026-06.ts'
import { september2026 } from './2026-09.ts'
import { october2026 } from './2026-10.ts'

/** Oldest first. */
export const meetings: Meeting[] = [
  may2025,
  june2025,
  july2025,
  september2025,
  october2025,
  november2025,
  december2025,
  january2026,
  march2026,
  april2026,
  may2026,
  june2026,
  september2026,
  october2026,
]
