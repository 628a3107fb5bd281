import { libraryMigration } from './migration-10-library.ts'
import { refiningMigration } from './migration-20-refining.ts'
import { correctionsMigration } from './migration-40-corrections.ts'
import { customersMigration } from './migration-50-customers.ts'
import { plansMigration } from './migration-60-plans.ts'
import { actionsAndBeliefMigration } from './migration-70-actions-and-belief.ts'
import { annotationsMigration } from './migration-80-annotations.ts'
import { learningMigration } from './migration-90-learning.ts'
import { boardSettingsMigration } from './migration-100-board-settings.ts'
import type { Migration } from './migration.ts'

/** In order; append only. Each needs its before/after case in tests/store/migrations.test.ts. */
export const allMigrations: readonly Migration[] = [
  libraryMigration,
  refiningMigration,
  correctionsMigration,
  customersMigration,
  plansMigration,
  actionsAndBeliefMigration,
  annotationsMigration,
  learningMigration,
  boardSettingsMigration,
]
