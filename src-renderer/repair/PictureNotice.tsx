import { Button } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import type { Script } from '../../src-preload/contract/scripts.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { followWork, useJobs } from '../jobs/jobs.tsx'
import { useChanged } from '../look/changes.tsx'
import { countWords } from '../look/words.ts'
import { useAskClaude } from '../productions/useAskClaude.tsx'
import classes from './PictureNotice.module.css'

interface PictureNoticeProps {
  readonly script: Script
  readonly page: number
}

/** Says that a page is a picture, and offers to let Claude read those of the script where the user agrees. */
export function PictureNotice({ script, page }: PictureNoticeProps) {
  const office = useOffice()
  const jobs = useJobs()
  const changed = useChanged()
  const { dialog, ask } = useAskClaude(script.productionId)
  const pictures = script.warnings.flatMap(({ code, page: own }) => (code === 'PAGE_WITHOUT_TEXT' && own !== null ? [own] : []))
  const read = script.warnings.find(({ code, page: own }) => code === 'PAGE_READ_BY_CLAUDE' && own === page)
  if (read) return <p className={classes.notice}><IconPhoto size={16} aria-hidden />{read.message}</p>
  if (!pictures.includes(page)) return null
  const start = async () => {
    await jobs.start({
      title: `Pictures of ${script.fileName}`,
      run: async (signal, report) => followWork(await office.scripts.readPictures({ id: script.id }, { signal }), report),
      summary: ({ pages }) => `${countWords(pages.length, 'page')} read by Claude. Compare them before you rely on them.`,
    })
    changed('scripts', 'roles', 'productions')
  }
  const leaves = pictures.length === 1
    ? 'A picture of this page leaves this laptop, and nothing else of the script. What comes back is marked, so that you can compare it with the page.'
    : `Pictures of the ${pictures.length} pages without text leave this laptop, and nothing else of the script. What comes back is marked, so that you can compare it with the pages.`
  return (
    <div className={classes.notice}>
      <IconPhoto size={16} aria-hidden />
      <span className={classes.words}>Page {page} is a picture without text; what stands on it was not read.</span>
      <Button variant="default" size="compact-xs" onClick={() => void ask({ title: `Let Claude read ${countWords(pictures.length, 'page')}?`, leaves, go: () => void start() })}>Let Claude read it …</Button>
      {dialog}
    </div>
  )
}
