import { allMessages, exportConversation } from '../chat/exportConversation.ts'
import { searchConversations } from '../chat/searchConversations.ts'
import * as productions from '../productions/productionStore.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `chat` to the office. */
export function bindChat(os: Os, { db, chat, messageIndex, embedder, now }: OfficeParts) {
  return {
    conversations: os.chat.conversations.handler(({ input }) => chat.conversations(input)),
    begin: os.chat.begin.handler(({ input }) => chat.begin(input)),
    get: os.chat.get.handler(({ input }) => chat.get(input.id)),
    rename: os.chat.rename.handler(({ input }) => chat.rename(input.id, input.title)),
    archive: os.chat.archive.handler(({ input }) => chat.archive(input.id, input.archived)),
    remove: os.chat.remove.handler(async ({ input }) => {
      await chat.remove(input.id)
      return {}
    }),
    restore: os.chat.restore.handler(({ input }) => chat.restore(input.id)),
    messages: os.chat.messages.handler(({ input }) => chat.messages(input)),
    versions: os.chat.versions.handler(({ input }) => chat.versions(input.messageId)),
    follow: os.chat.follow.handler(({ input, signal }) => chat.follow(input.conversationId, signal)),
    before: os.chat.before.handler(({ input }) => chat.before(input)),
    exactRequest: os.chat.exactRequest.handler(({ input }) => chat.exactRequest(input, input.count)),
    send: os.chat.send.handler(({ input: { agreed, to, ...asked } }) => {
      void messageIndex.wake()
      return chat.send(asked, agreed, to)
    }),
    sendQueued: os.chat.sendQueued.handler(({ input }) => chat.sendQueued(input.messageId, input.agreed)),
    dropQueued: os.chat.dropQueued.handler(({ input }) => {
      chat.dropQueued(input.messageId)
      return {}
    }),
    stop: os.chat.stop.handler(async ({ input }) => {
      await chat.stop(input.conversationId)
      return {}
    }),
    retry: os.chat.retry.handler(({ input }) => chat.retry(input.answerId, input.agreed)),
    edit: os.chat.edit.handler(({ input: { questionId, agreed, ...asked } }) => chat.edit(questionId, asked, agreed)),
    decide: os.chat.decide.handler(({ input }) => chat.decide(input.actionId, input.yes)),
    undoAction: os.chat.undoAction.handler(({ input }) => chat.undoAction(input.actionId)),
    actions: os.chat.actions.handler(({ input }) => chat.actions(input)),
    search: os.chat.search.handler(({ input, signal }) => {
      void messageIndex.wake()
      return searchConversations({ db, embedder, index: messageIndex }, input, signal)
    }),
    export: os.chat.export.handler(({ input }) => {
      const conversation = chat.get(input.id)
      const production = productions.listProductions(db).find(({ id }) => id === conversation.productionId)?.title ?? null
      const messages = allMessages(before => chat.messages({ conversationId: input.id, before, limit: 500 }))
      return exportConversation({ conversation, production, messages }, input.as, now())
    }),
    working: os.chat.working.handler(({ input }) => chat.working(input.conversationId)),
    endIncognito: os.chat.endIncognito.handler(async ({ input }) => {
      await chat.endIncognito(input.conversationId)
      return {}
    }),
  }
}
