import { join } from 'node:path'
import { implement } from '@orpc/server'
import { contract } from '../src-preload/contract/index.ts'
import type { ProfileSource } from '../src-preload/contract/profiles.ts'
import type { WorkEvent } from '../src-preload/contract/words.ts'
import { guardStream, isStream, toBorderError, type ReportUnexpected } from './border.ts'
import { proposeFor } from './auditions/propose.ts'
import * as sessions from './auditions/sessionStore.ts'
import * as slots from './auditions/slotStore.ts'
import * as board from './casting/castingStore.ts'
import { listChanges } from './casting/history.ts'
import { joinStandings } from './casting/joinStandings.ts'
import type { Chat } from './chat/chat.ts'
import { allMessages, exportConversation } from './chat/exportConversation.ts'
import type { MessageIndex } from './chat/messageIndex.ts'
import { dayIn } from './chat/tools/wallDay.ts'
import { searchConversations } from './chat/searchConversations.ts'
import type { Claude } from './claude/claude.ts'
import { keepConsent, readConsent } from './claude/consent.ts'
import type { Database } from './database/openDatabase.ts'
import { changeDraft, compareInWorker, listDraftLines } from './drafts/draftStore.ts'
import { keepDraft } from './drafts/newDraft.ts'
import { acceptRename, dismissRename, undoRename } from './drafts/renames.ts'
import { readSideBySide } from './drafts/sideBySide.ts'
import type { Embedder } from './embedding/embedder.ts'
import type { Resting } from './embedding/resting.ts'
import { healthReport, pulse } from './health/report.ts'
import type { Host } from './host.ts'
import { candidatesFor, compareFor } from './matching/candidates.ts'
import { closeMemory, reopenMemory } from './memory/closing.ts'
import { exportMemories } from './memory/exportMemories.ts'
import { forget } from './memory/forget.ts'
import { memoryHealth } from './memory/health.ts'
import { importMemories } from './memory/importMemories.ts'
import type { MemoryIndexer } from './memory/indexing.ts'
import { getMemory, listMemories } from './memory/listMemories.ts'
import { dismissProposal, keepProposal, listProposals } from './memory/proposals.ts'
import { recall } from './memory/recall.ts'
import { remember, updateMemory } from './memory/remember.ts'
import { openDemo, removeWithDemoTalent, restoreWithDemoTalent } from './openDemo.ts'
import type { MediaFolder } from './media/mediaFolder.ts'
import * as productions from './productions/productionStore.ts'
import { keepNumbers } from './reports/castNumbers.ts'
import { readCast } from './reports/cast.ts'
import { readCastList } from './reports/castList.ts'
import { readDays } from './reports/days.ts'
import { importOrder } from './reports/importOrder.ts'
import { makeReport } from './reports/makeReport.ts'
import { saveOrder } from './reports/shootingOrder.ts'
import { openBreakdowns } from './roles/breakdowns.ts'
import { decideProposal } from './roles/decideProposal.ts'
import { makeRolesFromScript } from './roles/makeRoles.ts'
import { remakeRoles } from './roles/remakeRoles.ts'
import { mergeRoles, splitRole, unmergeRole } from './roles/mergeRoles.ts'
import * as roles from './roles/roleStore.ts'
import { speakingRoles } from './roles/speakingRoles.ts'
import { dismissMerge, suggestedMerges } from './roles/suggestedMerges.ts'
import { readSceneGrid } from './roles/sceneGrid.ts'
import { analyzeScript, importScript, type ScriptImportParts } from './scripts/importScript.ts'
import { readAgain, tryReading, type ReadAgainParts } from './scripts/readAgain.ts'
import { choicesOf } from './scripts/readChoices.ts'
import { openPageShelf } from './scripts/pageShelf.ts'
import { pictureReader, readPictures } from './scripts/scannedPages.ts'
import * as scripts from './scripts/scriptStore.ts'
import { readSettings, updateSettings } from './settings/settingsStore.ts'
import { collectBatch, createSides, layOut, makeBatch, makePdf, updateSides } from './sides/makeSides.ts'
import { suggestSides } from './sides/roleScenes.ts'
import * as sides from './sides/sidesStore.ts'
import type { Encoders } from './talent/encoders.ts'
import { badRowsOfSheet, importSheet, previewSheet } from './talent/importSheet.ts'
import type { DuplicateFinder } from './talent/duplicates/duplicateFinder.ts'
import { mergePeople, mergesInto, unmergePeople } from './talent/duplicates/mergePeople.ts'
import * as pairs from './talent/duplicates/pairStore.ts'
import { badRowsFile } from './talent/imports/badRowsFile.ts'
import * as imports from './talent/imports/importRecord.ts'
import { changeImport } from './talent/imports/imports.ts'
import { indexingState, type Indexer } from './talent/indexing.ts'
import { addMedia } from './talent/media/addMedia.ts'
import * as files from './talent/media/mediaStore.ts'
import { takePictures, undoPictures } from './talent/media/takePictures.ts'
import { whosePictures } from './talent/media/whosePictures.ts'
import type { NearPeople } from './talent/nearPeople.ts'
import { peopleNamed } from './talent/peopleNamed.ts'
import { explainTalent } from './talent/explainTalent.ts'
import * as saved from './talent/savedSearches.ts'
import type { SearchShelf } from './talent/search/ranking.ts'
import { facetsOf, searchTalent, type SearchParts } from './talent/searchTalent.ts'
import type { OpenSource } from './talent/profiles/readSource.ts'
import { exportPeople, readNewcomers, takeNewcomers } from './talent/profiles.ts'
import { talentModelId } from './talent/talentRecord.ts'
import { listMappings, removeMapping, renameMapping } from './talent/sheet/savedMappings.ts'
import * as talent from './talent/talentStore.ts'
import type { TicketKeeper } from './tickets/ticketKeeper.ts'
import type { WorkerPool } from './workers/workerPool.ts'

/** What the handlers work with. */
export interface OfficeParts {
  readonly host: Host
  readonly db: Database
  readonly claude: Claude
  readonly chat: Chat
  readonly messageIndex: MessageIndex
  readonly pool: WorkerPool
  readonly media: MediaFolder
  readonly embedder: Embedder
  readonly encoders: Encoders
  readonly resting: Resting
  readonly nearPeople: NearPeople
  readonly shelf: SearchShelf
  readonly indexer: Indexer
  readonly duplicates: DuplicateFinder
  readonly memoryIndexer: MemoryIndexer
  readonly tickets: TicketKeeper
  readonly now: () => Date
  readonly report: ReportUnexpected
  /** Hear of every decision on the lists and of every change of a slot, inside the transaction that makes it. */
  readonly onDecision?: board.CastingContext['onDecision']
  readonly onSlot?: slots.AuditionContext['onSlot']
  /** Reads pictures of pages where the user agrees; without it they stay pictures. */
}

/** A source with the files of its tickets. Throws TICKET_UNKNOWN. */
const openSource = (tickets: TicketKeeper, source: ProfileSource): OpenSource =>
  source.kind === 'message' ? source : { kind: 'files', files: source.tickets.map(ticket => tickets.open(ticket)) }

/** Binds every procedure of the contract to the office's functions; each failure leaves as a code of the closed list. */
export function createRouter(parts: OfficeParts) {
  const { host, db, claude, chat, messageIndex, pool, media, embedder, encoders, resting, nearPeople, shelf, indexer, duplicates, memoryIndexer, tickets, now, report } = parts
  // Asked anew each time: another model may have taken over.
  const modelId = (): string => talentModelId(embedder)
  const book = { get modelId() { return modelId() }, now }
  const scriptParts: ScriptImportParts = {
    db, pool, media, now,
    onKept: (productionId, scriptId, read) => {
      makeRolesFromScript(db, productionId, scriptId, read.reading, read.elements, now())
      return keepDraft(db, productionId, scriptId, read)
    },
  }
  const readAgainParts: ReadAgainParts = {
    db, pool, media, now, onReplaced: (before, read) => remakeRoles(db, before, read.reading, read.elements, now()),
  }
  const pageShelf = openPageShelf({ db, pool, media })
  const sheetParts = { db, pool, now }
  const mediaParts = { db, pool, media, now }
  const sidesParts = { db, pool, tickets, now }
  const breakdowns = openBreakdowns({ db, pool, now, claude })
  const matchParts = { db, embedder, settings: () => readSettings(host.settings) }
  const searchParts = (): SearchParts => ({ db, embedder, near: nearPeople, shelf, glossary: readSettings(host.settings).glossary, today: dayIn(now(), Intl.DateTimeFormat().resolvedOptions().timeZone) })
  const casting = { get modelId() { return modelId() }, now, by: 'user', onDecision: parts.onDecision } as const
  const auditions = { now, by: 'user', onSlot: parts.onSlot } as const
  const thenWake = async function* <Result>(work: AsyncGenerator<WorkEvent<Result>, void>) {
    try {
      yield* work
    } finally {
      indexer.wake() // also where the reader leaves at `done` and so never asks for the end
    }
  }
  const os = implement(contract).use(async ({ next }) => {
    try {
      const result = await next()
      return isStream(result.output) ? { ...result, output: guardStream(result.output, report) } : result
    } catch (error) {
      throw toBorderError(error, report)
    }
  })

  return os.router({
    productions: {
      list: os.productions.list.handler(() => productions.listProductions(db)),
      get: os.productions.get.handler(({ input }) => {
        productions.markOpened(db, input.id, now())
        return productions.getProduction(db, input.id)
      }),
      create: os.productions.create.handler(({ input }) => productions.createProduction(db, input, now())),
      update: os.productions.update.handler(({ input }) => productions.updateProduction(db, input.id, input.change)),
      remove: os.productions.remove.handler(({ input }) => {
        removeWithDemoTalent(db, input.id, now())
        return {}
      }),
      restore: os.productions.restore.handler(({ input }) => {
        const production = restoreWithDemoTalent(db, input.id)
        indexer.wake()
        return production
      }),
      openDemo: os.productions.openDemo.handler(({ signal }) => openDemo({
        db, now, folder: join(host.resourcesFolder, 'demo'),
        importScript: (file, productionId, stop) => importScript(scriptParts, file, productionId, stop),
        importSheet: (file, stop) => importSheet(sheetParts, file, undefined, stop),
        onTalent: indexer.wake,
      }, signal)),
    },
    scripts: {
      list: os.scripts.list.handler(({ input }) => scripts.listScripts(db, input.productionId)),
      get: os.scripts.get.handler(({ input }) => scripts.getScript(db, input.id)),
      text: os.scripts.text.handler(({ input }) => scripts.scriptText(db, input.id)),
      import: os.scripts.import.handler(({ input, signal }) => importScript(scriptParts, tickets.open(input.ticket), input.productionId, signal, input.asPictures)),
      analyze: os.scripts.analyze.handler(({ input, signal }) => analyzeScript(pool, tickets.open(input.ticket), signal)),
      choices: os.scripts.choices.handler(({ input }) => choicesOf(db, input.productionId)),
      tryReading: os.scripts.tryReading.handler(({ input, signal }) => tryReading(pageShelf, input.id, input.choices, signal)),
      readAgain: os.scripts.readAgain.handler(({ input, signal }) => readAgain(readAgainParts, input.id, input.choices, signal)),
      pageLines: os.scripts.pageLines.handler(({ input, signal }) => pageShelf.lines(input.id, input.page, input.choices, signal)),
      pagePicture: os.scripts.pagePicture.handler(async ({ input, signal }) => {
        const png = await pageShelf.picture(input.id, input.page, input.width, signal)
        return new File([new Uint8Array(png)], `page ${input.page}.png`, { type: 'image/png' })
      }),
      readPictures: os.scripts.readPictures.handler(({ input, signal }) =>
        readPictures(readAgainParts, pageShelf, input.id, pictureReader(claude), signal)),
      remove: os.scripts.remove.handler(({ input }) => {
        scripts.removeScript(db, input.id, now())
        return {}
      }),
      restore: os.scripts.restore.handler(({ input }) => scripts.restoreScript(db, input.id)),
    },
    roles: {
      list: os.roles.list.handler(({ input }) => roles.listRoles(db, input.productionId)),
      speaking: os.roles.speaking.handler(({ input }) => speakingRoles(db, input.scriptId)),
      get: os.roles.get.handler(({ input }) => roles.getRole(db, input.id)),
      update: os.roles.update.handler(({ input }) => roles.updateRole(db, input.id, input.change)),
      decideProposal: os.roles.decideProposal.handler(({ input }) => decideProposal(db, input)),
      merge: os.roles.merge.handler(({ input }) => mergeRoles(db, input.into, input.from)),
      unmerge: os.roles.unmerge.handler(({ input }) => unmergeRole(db, input.id)),
      suggestedMerges: os.roles.suggestedMerges.handler(({ input }) => suggestedMerges(db, input.productionId)),
      dismissMerge: os.roles.dismissMerge.handler(({ input }) => {
        dismissMerge(db, input, now())
        return {}
      }),
      split: os.roles.split.handler(({ input }) => splitRole(db, input, now())),
      remove: os.roles.remove.handler(({ input }) => {
        roles.removeRole(db, input.id, now())
        return {}
      }),
      restore: os.roles.restore.handler(({ input }) => roles.restoreRole(db, input.id)),
    },
    breakdowns: {
      get: os.breakdowns.get.handler(({ input }) => breakdowns.get(input.roleId)),
      edit: os.breakdowns.edit.handler(({ input }) => breakdowns.edit(input.roleId, input.text)),
      resetToDraft: os.breakdowns.resetToDraft.handler(({ input }) => breakdowns.resetToDraft(input.roleId)),
      undoReset: os.breakdowns.undoReset.handler(({ input }) => breakdowns.undoReset(input.roleId)),
      keepEdited: os.breakdowns.keepEdited.handler(({ input }) => breakdowns.keepEdited(input.roleId)),
      draft: os.breakdowns.draft.handler(({ input, signal }) => breakdowns.draft(input, signal)),
      flag: os.breakdowns.flag.handler(({ input }) => breakdowns.flag(input.roleId, input.flag, input.said)),
    },
    grid: {
      read: os.grid.read.handler(({ input }) => readSceneGrid(db, input.scriptId)),
    },
    reports: {
      castList: os.reports.castList.handler(({ input }) => readCastList(db, input.scriptId)),
      keepNumbers: os.reports.keepNumbers.handler(({ input }) => {
        keepNumbers(db, input.scriptId, input.numbers)
        return {}
      }),
      days: os.reports.days.handler(({ input }) => readDays(db, readCast(db, input.scriptId))),
      saveOrder: os.reports.saveOrder.handler(({ input }) => {
        saveOrder(db, input.scriptId, input.order, now())
        return {}
      }),
      importOrder: os.reports.importOrder.handler(async ({ input, signal }) => {
        const { before, days, left } = await importOrder(sheetParts, input.scriptId, tickets.open(input.ticket), signal)
        return { before, days, left: [...left] }
      }),
      make: os.reports.make.handler(({ input, signal }) => makeReport(sheetParts, input, signal)),
    },
    sides: {
      list: os.sides.list.handler(({ input }) => sides.listSides(db, input.productionId, input.roleId)),
      get: os.sides.get.handler(({ input }) => sides.getSides(db, input.id)),
      suggest: os.sides.suggest.handler(({ input }) => suggestSides(db, input.roleId, input.scriptId)),
      create: os.sides.create.handler(({ input }) => createSides(sidesParts, input)),
      update: os.sides.update.handler(({ input }) => updateSides(sidesParts, input.id, input.change)),
      remove: os.sides.remove.handler(({ input }) => {
        sides.removeSides(db, input.id, now())
        return {}
      }),
      restore: os.sides.restore.handler(({ input }) => sides.restoreSides(db, input.id)),
      preview: os.sides.preview.handler(({ input, signal }) => layOut(sidesParts, input.cut, input.recipient, signal)),
      pdf: os.sides.pdf.handler(({ input, signal }) => makePdf(sidesParts, input.id, input.recipient, signal)),
      batch: os.sides.batch.handler(({ input, signal }) => makeBatch(sidesParts, input.rows, input.combined, signal)),
      collect: os.sides.collect.handler(({ input }) => collectBatch(tickets, input.ticket)),
    },
    drafts: {
      list: os.drafts.list.handler(({ input }) => listDraftLines(db, input.productionId)),
      set: os.drafts.set.handler(({ input }) => changeDraft(db, input.scriptId, input.change)),
      compare: os.drafts.compare.handler(({ input, signal }) => compareInWorker({ db, pool }, input, signal)),
      sideBySide: os.drafts.sideBySide.handler(({ input }) => readSideBySide(db, input)),
      acceptRename: os.drafts.acceptRename.handler(({ input }) => acceptRename(db, input)),
      undoRename: os.drafts.undoRename.handler(({ input }) => undoRename(db, input)),
      dismissRename: os.drafts.dismissRename.handler(({ input }) => {
        dismissRename(db, input, now())
        return {}
      }),
    },
    talent: {
      search: os.talent.search.handler(({ input, signal }) => searchTalent(searchParts(), input, signal)),
      facets: os.talent.facets.handler(({ input, signal }) => facetsOf(searchParts(), input, signal)),
      explain: os.talent.explain.handler(({ input, signal }) => explainTalent(searchParts(), input, input.id, signal)),
      named: os.talent.named.handler(({ input }) => peopleNamed(db, input.letters, input.limit, modelId())),
      get: os.talent.get.handler(({ input }) => talent.getTalent(db, input.id, modelId())),
      create: os.talent.create.handler(({ input }) => {
        const person = talent.createTalent(db, input.facts, book)
        indexer.wake()
        return person
      }),
      update: os.talent.update.handler(({ input }) => {
        const person = talent.updateTalent(db, input.id, input.change, book)
        indexer.wake()
        return person
      }),
      remove: os.talent.remove.handler(({ input }) => {
        talent.removeTalent(db, input.id, now)
        return {}
      }),
      restore: os.talent.restore.handler(({ input }) => {
        const person = talent.restoreTalent(db, input.id, modelId())
        indexer.wake()
        return person
      }),
      previewSheet: os.talent.previewSheet.handler(async ({ input, signal }) => ({
        ...(await previewSheet(sheetParts, tickets.open(input.ticket), input, signal)),
        ticket: input.ticket,
      })),
      badRows: os.talent.badRows.handler(({ input, signal }) => badRowsOfSheet(sheetParts, tickets.open(input.ticket), input, signal)),
      importSheet: os.talent.importSheet.handler(async function* ({ input, signal }) {
        yield* thenWake(importSheet(sheetParts, tickets.open(input.ticket), input, signal))
      }),
      indexing: os.talent.indexing.handler(({ input, signal }) => indexer.follow({ forEver: input.follow, signal })),
    },
    imports: {
      list: os.imports.list.handler(({ input }) => imports.listImports(db, input)),
      get: os.imports.get.handler(({ input }) => imports.importDetails(db, input.id)),
      undo: os.imports.undo.handler(({ input }) => thenWake(changeImport(sheetParts, 'undo', input.id))),
      redo: os.imports.redo.handler(({ input }) => thenWake(changeImport(sheetParts, 'redo', input.id))),
      badRows: os.imports.badRows.handler(({ input }) => badRowsFile(imports.badRowsOf(db, input.id))),
      mappings: os.imports.mappings.handler(() => listMappings(db)),
      renameMapping: os.imports.renameMapping.handler(({ input }) => renameMapping(db, input.id, input.name)),
      removeMapping: os.imports.removeMapping.handler(({ input }) => {
        removeMapping(db, input.id)
        return {}
      }),
    },
    media: {
      list: os.media.list.handler(({ input }) => files.listMedia(db, media, input.talentId)),
      add: os.media.add.handler(({ input, signal }) =>
        addMedia(mediaParts, tickets.open(input.ticket), { talentId: input.talentId, kind: input.kind, source: 'by hand' }, signal)),
      update: os.media.update.handler(({ input }) => files.updateMedia(db, media, input.id, input.change)),
      remove: os.media.remove.handler(({ input }) => {
        files.removeMedia(db, input.id, now())
        return {}
      }),
      restore: os.media.restore.handler(({ input }) => files.restoreMedia(db, media, input.id)),
      whosePictures: os.media.whosePictures.handler(({ input, signal }) => whosePictures(db, input.fileNames, signal)),
      takePictures: os.media.takePictures.handler(async function* ({ input, signal }) {
        try {
          yield* takePictures(mediaParts, input.choices.map(({ ticket, ...of }) => ({ ...of, file: tickets.open(ticket) })), signal)
        } finally {
          indexer.wake()
        }
      }),
      undoPictures: os.media.undoPictures.handler(({ input }) => undoPictures(db, input.batch, now())),
    },
    savedSearches: {
      list: os.savedSearches.list.handler(() => saved.listSearches(db)),
      save: os.savedSearches.save.handler(({ input, signal }) => saved.saveSearch(searchParts(), input, now(), signal)),
      news: os.savedSearches.news.handler(({ input, signal }) => saved.newsOf(searchParts(), input.id, signal)),
      open: os.savedSearches.open.handler(({ input, signal }) => saved.openSearch(searchParts(), input.id, now(), signal)),
      rename: os.savedSearches.rename.handler(({ input }) => saved.renameSearch(db, input.id, input.name)),
      remove: os.savedSearches.remove.handler(({ input }) => {
        saved.removeSearch(db, input.id, now())
        return {}
      }),
      restore: os.savedSearches.restore.handler(({ input }) => saved.restoreSearch(db, input.id)),
    },
    duplicates: {
      list: os.duplicates.list.handler(({ input }) => pairs.listPairs(db, input)),
      find: os.duplicates.find.handler(({ input, signal }) => duplicates.find(input.all, signal)),
      compare: os.duplicates.compare.handler(({ input }) => pairs.comparePair(db, input, modelId())),
      dismiss: os.duplicates.dismiss.handler(({ input }) => {
        pairs.dismissPair(db, input.id, now())
        return {}
      }),
      reopen: os.duplicates.reopen.handler(({ input }) => {
        pairs.reopenPair(db, input.id)
        return {}
      }),
      merge: os.duplicates.merge.handler(({ input }) => {
        const merged = mergePeople(db, input, { ...book, joinStandings })
        indexer.wake()
        return merged
      }),
      unmerge: os.duplicates.unmerge.handler(({ input }) => {
        const taken = unmergePeople(db, input.id, now)
        indexer.wake()
        return taken
      }),
      merged: os.duplicates.merged.handler(({ input }) => mergesInto(db, input.id)),
    },
    profiles: {
      read: os.profiles.read.handler(({ input, signal }) => readNewcomers(sheetParts, openSource(tickets, input.source), signal)),
      take: os.profiles.take.handler(({ input, signal }) => thenWake(takeNewcomers(sheetParts, openSource(tickets, input.source), input.choices, signal))),
      export: os.profiles.export.handler(({ input }) => exportPeople(sheetParts, input.ids, input.format)),
    },
    meaning: {
      state: os.meaning.state.handler(() => encoders.state()),
      chooseModel: os.meaning.chooseModel.handler(async ({ input }) => {
        await encoders.choose(input.name, input.files.map(({ name, ticket }) => ({ name, path: tickets.open(ticket).path })))
        return encoders.state()
      }),
      useShipped: os.meaning.useShipped.handler(async () => {
        await encoders.useShipped()
        return encoders.state()
      }),
      cancelModel: os.meaning.cancelModel.handler(async () => {
        await encoders.cancel()
        return encoders.state()
      }),
      power: os.meaning.power.handler(({ input }) => {
        resting.power(input.power)
        return {}
      }),
    },
    matching: {
      candidates: os.matching.candidates.handler(({ input, signal }) => candidatesFor(matchParts, input.roleId, { limit: input.limit, signal })),
      compare: os.matching.compare.handler(({ input, signal }) => compareFor(matchParts, input.roleId, input.talentIds, signal)),
    },
    casting: {
      board: os.casting.board.handler(({ input }) => board.readBoard(db, input.productionId, modelId())),
      list: os.casting.list.handler(({ input }) => board.readLists(db, input.roleId, modelId())),
      ofTalent: os.casting.ofTalent.handler(({ input }) => board.readStandings(db, input.talentId)),
      put: os.casting.put.handler(({ input }) => board.putOnList(db, input, casting)),
      takeOff: os.casting.takeOff.handler(({ input }) => board.takeOffList(db, input, casting)),
      undo: os.casting.undo.handler(({ input }) => board.undoChange(db, input.changeId, casting)),
      history: os.casting.history.handler(({ input }) => listChanges(db, input)),
    },
    auditions: {
      sessions: os.auditions.sessions.handler(({ input }) => sessions.listSessions(db, input)),
      create: os.auditions.create.handler(({ input }) => sessions.createSession(db, input.facts, now())),
      update: os.auditions.update.handler(({ input }) => sessions.updateSession(db, input.id, input.change)),
      remove: os.auditions.remove.handler(({ input }) => {
        sessions.removeSession(db, input.id, now())
        return {}
      }),
      restore: os.auditions.restore.handler(({ input }) => sessions.restoreSession(db, input.id)),
      propose: os.auditions.propose.handler(({ input }) => proposeFor(db, input, now())),
      book: os.auditions.book.handler(({ input }) => slots.bookSlot(db, input, auditions).slot),
      move: os.auditions.move.handler(({ input }) => slots.moveSlot(db, input.id, input, auditions).slot),
      setState: os.auditions.setState.handler(({ input }) => slots.setSlotState(db, input.id, input.state, auditions).slot),
      cancel: os.auditions.cancel.handler(({ input }) => {
        const { slot, change } = slots.cancelSlot(db, input.id, auditions)
        return { slot, at: change.at }
      }),
      uncancel: os.auditions.uncancel.handler(({ input }) => slots.uncancelSlot(db, input.id, auditions).slot),
    },
    chat: {
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
    },
    memory: {
      list: os.memory.list.handler(({ input }) => listMemories(db, input)),
      get: os.memory.get.handler(({ input }) => getMemory(db, input.id)),
      add: os.memory.add.handler(({ input, signal }) => remember(parts, input, signal)),
      update: os.memory.update.handler(({ input, signal }) => updateMemory(parts, input.id, input.change, signal)),
      close: os.memory.close.handler(({ input }) => closeMemory(db, input.id, now(), input.closedBy)),
      reopen: os.memory.reopen.handler(({ input }) => reopenMemory(db, input.id, now())),
      forget: os.memory.forget.handler(({ input }) => ({ forgotten: forget(db, input.ids) })),
      recall: os.memory.recall.handler(({ input, signal }) => recall(parts, input, signal)),
      proposals: os.memory.proposals.handler(({ input }) => listProposals(db, input.conversationId)),
      keepProposal: os.memory.keepProposal.handler(({ input }) => keepProposal(parts, input.id, input)),
      dismissProposal: os.memory.dismissProposal.handler(({ input }) => {
        dismissProposal(db, input.id)
        return {}
      }),
      health: os.memory.health.handler(() => memoryHealth(db, embedder, now())),
      export: os.memory.export.handler(() => exportMemories(db, now())),
      import: os.memory.import.handler(async ({ input }) => {
        const imported = await importMemories(db, tickets.open(input.ticket), now())
        void memoryIndexer.wake()
        return imported
      }),
    },
    claude: {
      state: os.claude.state.handler(() => claude.state()),
      setKey: os.claude.setKey.handler(({ input }) => {
        claude.setKey(input.key)
        return claude.state()
      }),
      removeKey: os.claude.removeKey.handler(() => {
        claude.removeKey()
        return claude.state()
      }),
      test: os.claude.test.handler(({ signal }) => claude.test(signal)),
      forgetAnswers: os.claude.forgetAnswers.handler(() => ({ forgotten: claude.forgetAnswers() })),
      consent: os.claude.consent.handler(({ input }) => readConsent(db, input.productionId)),
      setConsent: os.claude.setConsent.handler(({ input }) => keepConsent(db, input.productionId, input.allowed, now())),
    },
    settings: {
      get: os.settings.get.handler(() => readSettings(host.settings)),
      update: os.settings.update.handler(({ input }) => {
        const settings = updateSettings(host.settings, input)
        resting.look()
        return settings
      }),
    },
    health: {
      report: os.health.report.handler(() => healthReport(db, host, { ...indexingState(db, modelId()), model: embedder.id }, claude.state())),
      pulse: os.health.pulse.handler(({ input, signal }) => pulse(input.everyMs, now, signal)),
    },
  })
}
