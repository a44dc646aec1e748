import type { Intent } from './intent.ts'
import { counts } from './intents/counts.ts'
import { deed } from './intents/deed.ts'
import { find } from './intents/find.ts'
import { compare, fits } from './intents/fits.ts'
import { free } from './intents/free.ts'
import { help } from './intents/help.ts'
import { holds, lists } from './intents/lists.ts'
import { forget, recall, remember } from './intents/memories.ts'
import { open, personFacts } from './intents/people.ts'
import { progress } from './intents/progress.ts'
import { roleFacts, roleList } from './intents/roles.ts'
import { firstPage, scenes } from './intents/scenes.ts'
import { sceneKinds } from './intents/sceneKinds.ts'
import { sessions } from './intents/sessions.ts'
import { inScene, together } from './intents/together.ts'

/** Everything that the records can be asked. */
export const intents: readonly Intent[] = [
  find, free, sessions, progress, lists, holds, scenes, sceneKinds, firstPage, together, inScene, roleList, roleFacts, personFacts, open, counts, compare, fits, deed, remember, forget, recall, help,
]
