import { remakeRoles } from '../roles/remakeRoles.ts'
import { analyzeScript, importScript } from '../scripts/importScript.ts'
import { openPageShelf } from '../scripts/pageShelf.ts'
import { readAgain, tryReading, type ReadAgainParts } from '../scripts/readAgain.ts'
import { choicesOf } from '../scripts/readChoices.ts'
import { pictureReader, readPictures } from '../scripts/scannedPages.ts'
import * as scripts from '../scripts/scriptStore.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'
import { scriptPartsOf } from './scriptParts.ts'

/** Binds the procedures of `scripts` to the office. */
export function bindScripts(os: Os, parts: OfficeParts) {
  const { db, claude, pool, media, tickets, now } = parts
  const scriptParts = scriptPartsOf(parts)
  const readAgainParts: ReadAgainParts = {
    db, pool, media, now, onReplaced: (before, read) => remakeRoles(db, before, read.reading, read.elements, now()),
  }
  const pageShelf = openPageShelf({ db, pool, media })
  return {
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
  }
}
