import { createActionMarksRepository } from './action-marks-repository.ts'
import { createAnnotationsRepository } from './annotations-repository.ts'
import { createBoardsRepository } from './boards-repository.ts'
import { createCorrectionsRepository } from './corrections-repository.ts'
import { createDocumentsRepository } from './documents-repository.ts'
import { createCustomersRepository } from './customers-repository.ts'
import type { SqlDatabase } from './driver.ts'
import { createHistoryRepository } from './history-repository.ts'
import { createJobsRepository } from './jobs-repository.ts'
import { createLabelsRepository } from './labels-repository.ts'
import { createLearningRepository } from './learning-repository.ts'
import { createMeetingsRepository } from './meetings-repository.ts'
import { createSearchRepository } from './search-repository.ts'
import { createSettingsRepository } from './settings-repository.ts'

/** All SQL of the library, prepared once. */
export function createRepositories(db: SqlDatabase) {
  return {
    annotations: createAnnotationsRepository(db),
    boards: createBoardsRepository(db),
    meetings: createMeetingsRepository(db),
    documents: createDocumentsRepository(db),
    labels: createLabelsRepository(db),
    corrections: createCorrectionsRepository(db),
    jobs: createJobsRepository(db),
    history: createHistoryRepository(db),
    search: createSearchRepository(db),
    settings: createSettingsRepository(db),
    actionMarks: createActionMarksRepository(db),
    customers: createCustomersRepository(db),
    learning: createLearningRepository(db),
  }
}
export type Repositories = ReturnType<typeof createRepositories>
