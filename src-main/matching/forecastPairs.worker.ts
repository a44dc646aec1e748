import { workerTask } from '../workers/workerTask.ts'
import { forecastGrid, type GridOutcome, type GridTask } from './pairs/forecastGrid.ts'

export default workerTask<GridTask, readonly (readonly (GridOutcome | null)[])[]>(forecastGrid)
