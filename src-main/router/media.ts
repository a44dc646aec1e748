import { addMedia } from '../talent/media/addMedia.ts'
import * as files from '../talent/media/mediaStore.ts'
import { openPaper, paperPage } from '../talent/media/papers.ts'
import { takePictures, undoPictures } from '../talent/media/takePictures.ts'
import { whosePictures } from '../talent/media/whosePictures.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `media` to the office. */
export function bindMedia(os: Os, { db, pool, media, indexer, tickets, now }: OfficeParts) {
  const mediaParts = { db, pool, media, now }
  return {
    list: os.media.list.handler(({ input }) => files.listMedia(db, media, input.talentId)),
    add: os.media.add.handler(({ input, signal }) =>
      addMedia(mediaParts, tickets.open(input.ticket), { talentId: input.talentId, kind: input.kind, source: 'by hand' }, signal)),
    update: os.media.update.handler(({ input }) => files.updateMedia(db, media, input.id, input.change)),
    remove: os.media.remove.handler(({ input }) => {
      files.removeMedia(db, input.id, now())
      return {}
    }),
    restore: os.media.restore.handler(({ input }) => files.restoreMedia(db, media, input.id)),
    paper: os.media.paper.handler(({ input, signal }) => openPaper(mediaParts, input.id, signal)),
    paperPage: os.media.paperPage.handler(async ({ input, signal }) =>
      new File([new Uint8Array(await paperPage(mediaParts, input, signal))], `page ${input.page}.png`, { type: 'image/png' })),
    whosePictures: os.media.whosePictures.handler(({ input, signal }) => whosePictures(db, input.fileNames, signal)),
    takePictures: os.media.takePictures.handler(async function* ({ input, signal }) {
      try {
        yield* takePictures(mediaParts, input.choices.map(({ ticket, ...of }) => ({ ...of, file: tickets.open(ticket) })), signal)
      } finally {
        indexer.wake()
      }
    }),
    undoPictures: os.media.undoPictures.handler(({ input }) => undoPictures(db, input.batch, now())),
  }
}
