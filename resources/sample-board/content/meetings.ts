import type { Meeting } from '../meeting-content.ts'
import { may2025 } from './2025-05.ts'
import { june2025 } from './2025-06.ts'
import { july2025 } from './2025-07.ts'

/** Oldest first. */
export const meetings: Meeting[] = [may2025, june2025, july2025]
