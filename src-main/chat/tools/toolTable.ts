import type { ChatTool } from '../tool.ts'
import { proposeSlotsTool, scheduleTool } from './auditionTools.ts'
import { boardTool, changeStatusTool, putOnListTool, takeOffListTool } from './castingTools.ts'
import { forgetTool, recallTool, rememberTool } from './memoryTools.ts'
import { draftMessageTool } from './messageTool.ts'
import { listProductionsTool } from './productionTools.ts'
import { breakdownTool, listRolesTool, matchRoleTool, openRoleTool } from './roleTools.ts'
import { pairsTool, readSceneTool, scriptFactsTool } from './scriptTools.ts'
import { bookSlotTool, cancelSlotTool, moveSlotTool } from './slotTools.ts'
import { compareTalentTool, openTalentTool, searchTalentTool } from './talentTools.ts'
import type { ToolParts } from './toolParts.ts'

/** Every tool of the chat, in a fixed order: what Claude is told of them is the same in every request and so is kept between them. */
export const makeTools = (parts: ToolParts): readonly ChatTool[] => [
  searchTalentTool(parts),
  openTalentTool(parts),
  compareTalentTool(parts),
  listProductionsTool(parts),
  listRolesTool(parts),
  openRoleTool(parts),
  breakdownTool(parts),
  matchRoleTool(parts),
  readSceneTool(parts),
  pairsTool(parts),
  scriptFactsTool(parts),
  boardTool(parts),
  scheduleTool(parts),
  proposeSlotsTool(parts),
  draftMessageTool(parts),
  recallTool(parts),
  putOnListTool(parts),
  changeStatusTool(parts),
  takeOffListTool(parts),
  bookSlotTool(parts),
  moveSlotTool(parts),
  cancelSlotTool(parts),
  rememberTool(parts),
  forgetTool(parts),
]
