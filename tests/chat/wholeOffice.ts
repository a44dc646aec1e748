import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { createCastMatch } from '../../src-main/castmatch.ts'
import { findApplicationFolders } from '../../src-main/page/applicationFolder.ts'
import { answering, startClaudeStandIn } from '../support/claudeStandIn.ts'
import { memorySecretKeeper, memorySettingsKeeper } from '../support/memoryKeepers.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

/** A whole office, as its page sees it, with a stand-in of Claude behind real HTTP. */
export type WholeOffice = Awaited<ReturnType<typeof openWholeOffice>>

/** Opens an office in which Claude is ready and may read the talent book. */
export async function openWholeOffice({ folder = temporaryFolder(), settings = memorySettingsKeeper() } = {}) {
  const standIn = await startClaudeStandIn()
  onTestFinished(() => standIn.close())
  standIn.repliesToShapes(answering({ title: 'A title', memories: [] }))
  const host = { door: 'browser', dataFolder: folder, resourcesFolder: findApplicationFolders(import.meta.url).resources, settings, secrets: memorySecretKeeper() } as const
  const office = await createCastMatch(host)
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await office.close()
    isOpen = false
  }
  onTestFinished(close)
  const client = createRouterClient(office.router, { context: {} })
  await client.settings.update({ claudeAddress: standIn.address, claudeOffice: 'yes' })
  await client.claude.setKey({ key: 'sk-ant-test-key' })

  const untilRest = async (conversationId: ConversationId, work: () => Promise<unknown>): Promise<void> => {
    const events = await client.chat.follow({ conversationId })
    await events.next()
    await events.next()
    await work()
    for await (const event of events) if (event.kind === 'phase' && (event.phase.kind === 'idle' || event.phase.kind === 'waiting')) break
  }
  const messages = async (conversationId: ConversationId) => (await client.chat.messages({ conversationId, limit: 500 })).messages
  const last = async (conversationId: ConversationId) => {
    const message = (await messages(conversationId)).at(-1)
    if (!message) throw new Error('nothing was said')
    return message
  }
  return {
    standIn, client, close, untilRest, messages, last, settings, folder,
    begin: async (productionId: ProductionId | null = null, incognito = false): Promise<ConversationId> => (await client.chat.begin({ productionId, incognito })).id,
    ask: (conversationId: ConversationId, text: string) => untilRest(conversationId, () => client.chat.send({ conversationId, text, agreed: ['first', 'large'] })),
    /** The actions that the last answer asked for. */
    actions: async (conversationId: ConversationId) => (await last(conversationId)).blocks.flatMap(block => (block.kind === 'tool' && block.action ? [block.action] : [])),
    /** All that was sent since a number of requests, as it went over the wire. */
    sentSince: (count: number): string => standIn.requests.slice(count).map(({ body }) => JSON.stringify(body)).join('\n'),
  }
}

/** The words of a message. */
export const wordsOf = (message: { readonly blocks: readonly { readonly kind: string }[] }): string =>
  message.blocks.flatMap(block => (block.kind === 'text' && 'text' in block ? [String(block.text)] : [])).join('\n')
