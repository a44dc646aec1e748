import type { SheetFile } from '../documents/sheetFile.ts'
import { workerTask } from '../workers/workerTask.ts'
import { readSheetOrder } from './sheetOrder.ts'

export default workerTask((file: SheetFile) => readSheetOrder(file))
